import { mkdir, rmdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Job } from '../export/job.ts';
import { longestWav } from '../export/wav.ts';
import { tiers } from '../light/tiers.ts';
import { type StemId, stemIds } from '../sound/stems.ts';
import { type Command, parseChoice, parseFps, parseSeed, parseSize, parseTime, UsageError } from './arguments.ts';
import { openExporter } from './exporter.ts';
import { interruptible } from './interruption.ts';
import { asFileError, openOutput } from './output.ts';
import { findPreset } from './preset.ts';
import { createProgress } from './progress.ts';

const help = `npm run render -- --from TIME --to TIME --out FILE [--preset ID|FILE] [--seed N] [--size WxH] [--fps N] [...]

Renders a film or its sound.

  --from, --to TIME  seconds, m:ss or h:mm:ss from the first night's start; any size
  --out FILE         .webm (VP9 and Opus), .mp4 (H.264 and AAC, or Opus where the browser has no AAC),
                     .wav (sound alone, 48 kHz, 24 bit)
  --stem ID          with a .wav: one stem alone, as it is in the mix
  --stems DIR        in place of --out: every stem as DIR/ID.wav; DIR is made where it is missing
  --preset ID|FILE   a shipped preset's id (default twilight) or a preset file
  --seed N           0 to 4294967295 (default: the preset's own)
  --size WxH         in pixels, both even (default 1280x720)
  --fps N            frames a second, 1 to 240 (default 30)
  --tier TIER        cinema (default), gallery, home, light or none
  --gpu              draws with this machine's GPU (as MOSSLIGHT_GPU=1): faster, and not the same to the last bit

Stems: ${stemIds.join(', ')}
`;

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  stem: { type: 'string' },
  stems: { type: 'string' },
  preset: { type: 'string', default: 'twilight' },
  seed: { type: 'string' },
  size: { type: 'string', default: '1280x720' },
  fps: { type: 'string', default: '30' },
  tier: { type: 'string', default: 'cinema' },
  gpu: { type: 'boolean', default: false },
} as const;

interface Piecework {
  readonly job: Job;
  readonly flag: string;
  readonly out: string;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function readSpan(values: Values) {
  if (values.from === undefined) throw new UsageError('--from is missing: give seconds or m:ss');
  if (values.to === undefined) throw new UsageError('--to is missing: give seconds or m:ss');
  const from = parseTime('--from', values.from);
  const to = parseTime('--to', values.to);
  if (from >= to) throw new UsageError(`--to is "${values.to}": give a time after --from, "${values.from}"`);
  return { from, to };
}

function outNamed(values: Values): string {
  const { out } = values;
  if (out === undefined) throw new UsageError('--out is missing: give the name of a .webm, .mp4 or .wav');
  const kind = extname(out).toLowerCase();
  if (kind !== '.webm' && kind !== '.mp4' && kind !== '.wav') {
    throw new UsageError(`--out is ${JSON.stringify(out)}: give a name in .webm, .mp4 or .wav`);
  }
  if (values.stem !== undefined && kind !== '.wav') {
    throw new UsageError(`--out is ${JSON.stringify(out)}: a stem is sound alone, give a name in .wav`);
  }
  return out;
}

function readWork(values: Values): Piecework[] {
  const span = readSpan(values);
  const preset = findPreset(values.preset);
  const shown = { preset, seed: values.seed === undefined ? preset.seed : parseSeed('--seed', values.seed) };
  const sound = (stem: StemId | null): Job => {
    // 48 kHz in two channels: 4 h 8 min.
    if ((span.to - span.from) * 48_000 > longestWav({ channels: 2 })) {
      throw new UsageError(`--to is "${values.to}": a WAV file ends after 4 hours and 8 minutes`);
    }
    return { kind: 'sound', ...shown, ...span, stem };
  };
  const { stems } = values;
  if (stems !== undefined) {
    if (values.out !== undefined || values.stem !== undefined) {
      throw new UsageError('--stems writes every stem into its folder: leave --out and --stem out');
    }
    return stemIds.map((stem) => ({ job: sound(stem), flag: '--stems', out: join(stems, `${stem}.wav`) }));
  }
  const out = outNamed(values);
  const stem = values.stem === undefined ? null : parseChoice('--stem', values.stem, stemIds);
  if (/\.wav$/i.test(out)) return [{ job: sound(stem), flag: '--out', out }];
  const size = parseSize('--size', values.size);
  const fps = parseFps('--fps', values.fps);
  if (Math.round((span.to - span.from) * fps) < 1) throw new UsageError('--from and --to hold no frame between them');
  const tier = parseChoice('--tier', values.tier, tiers);
  const container = /\.mp4$/i.test(out) ? 'mp4' : 'webm';
  return [{ job: { kind: 'film', ...shown, ...span, ...size, fps, tier, container }, flag: '--out', out }];
}

/** Makes the stems' folder; answers how to take it away again, if nothing is in it. */
async function makeFolder(path: string): Promise<() => Promise<void>> {
  try {
    await mkdir(path);
    return () => rmdir(path).catch(() => {});
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return async () => {};
    throw asFileError('--stems', path, error);
  }
}

async function renderAll(works: readonly Piecework[], gpu: boolean, signal: AbortSignal): Promise<void> {
  const progress = createProgress(works.length === 1 ? (works[0]?.out ?? '') : `${works.length} stems`);
  // All are opened before the first is rendered, and named when the last is done: all of them or none.
  const outputs = [];
  try {
    for (const { flag, out } of works) outputs.push(await openOutput(flag, out));
    const exporter = await openExporter(gpu, signal);
    try {
      for (const [index, { job }] of works.entries()) {
        const output = outputs[index];
        if (output === undefined) continue;
        const remark = await exporter.run(job, output, (done) => progress.at((index + done) / works.length));
        progress.end();
        if (remark !== '') process.stderr.write(`${remark}\n`);
      }
    } finally {
      await exporter.close();
    }
    for (const output of outputs) await output.keep();
  } finally {
    progress.end();
    for (const output of outputs) await output.discard();
  }
}

async function run(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, allowPositionals: false, options });
  const works = readWork(values);
  const gpu = values.gpu || process.env.MOSSLIGHT_GPU === '1';
  return interruptible(async (signal) => {
    const unmake = values.stems === undefined ? async () => {} : await makeFolder(values.stems);
    await renderAll(works, gpu, signal).finally(unmake);
    return 0;
  });
}

export const render: Command = { help, run };
