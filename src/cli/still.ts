import { parseArgs } from 'node:util';
import type { Job } from '../export/job.ts';
import { tiers } from '../light/tiers.ts';
import { type Command, parseChoice, parseSeed, parseSize, parseTime, UsageError } from './arguments.ts';
import { openExporter } from './exporter.ts';
import { interruptible } from './interruption.ts';
import { openOutput } from './output.ts';
import { findPreset } from './preset.ts';
import { createProgress } from './progress.ts';

const help = `npm run still -- --at TIME --out FILE.png [--preset ID|FILE] [--seed N] [--size WxH] [--tier TIER] [--gpu]
npm run still -- --sheet --out FILE.png [...]

Draws one moment as a PNG; with --sheet, three moments of each of the nine movements on one sheet.

  --at TIME         seconds, m:ss or h:mm:ss from the first night's start
  --out FILE.png    where the picture goes
  --preset ID|FILE  a shipped preset's id (default twilight) or a preset file
  --seed N          0 to 4294967295 (default: the preset's own)
  --size WxH        in pixels, both even (default 1920x1080, up to 16384 a side; larger than 4096 is drawn in tiles);
                    with --sheet, the size of one picture (default 640x360, up to 1920x1080)
  --tier TIER       cinema (default), gallery, home, light or none
  --gpu             draws with this machine's GPU (as MOSSLIGHT_GPU=1): faster, and not the same to the last bit
`;

const largestPrint = 16384;

const options = {
  at: { type: 'string' },
  out: { type: 'string' },
  preset: { type: 'string', default: 'twilight' },
  seed: { type: 'string' },
  size: { type: 'string' },
  tier: { type: 'string', default: 'cinema' },
  sheet: { type: 'boolean', default: false },
  gpu: { type: 'boolean', default: false },
} as const;

function sizeOf(text: string | undefined, sheet: boolean) {
  if (!sheet) return parseSize('--size', text ?? '1920x1080', largestPrint);
  const size = parseSize('--size', text ?? '640x360');
  if (size.width > 1920 || size.height > 1080) {
    throw new UsageError(`--size is "${text}": a picture on a sheet has at most 1920x1080`);
  }
  return size;
}

function read(argv: string[]) {
  const { values } = parseArgs({ args: argv, allowPositionals: false, options });
  if (values.out === undefined) throw new UsageError('--out is missing: give the name of a .png');
  if (!/\.png$/i.test(values.out)) throw new UsageError(`--out is ${JSON.stringify(values.out)}: give a name in .png`);
  if (values.sheet && values.at !== undefined) throw new UsageError('--sheet shows the whole night: leave --at out');
  const preset = findPreset(values.preset);
  const drawn = {
    preset,
    seed: values.seed === undefined ? preset.seed : parseSeed('--seed', values.seed),
    tier: parseChoice('--tier', values.tier, tiers),
    ...sizeOf(values.size, values.sheet),
  };
  if (!values.sheet && values.at === undefined) throw new UsageError('--at is missing: give seconds or m:ss');
  const job: Job = values.sheet
    ? { kind: 'sheet', ...drawn }
    : { kind: 'still', at: parseTime('--at', values.at ?? ''), ...drawn };
  return { job, out: values.out, gpu: values.gpu || process.env.MOSSLIGHT_GPU === '1' };
}

async function run(argv: string[]): Promise<number> {
  const { job, out, gpu } = read(argv);
  return interruptible(async (signal) => {
    const output = await openOutput('--out', out);
    const progress = createProgress(out);
    try {
      const exporter = await openExporter(gpu, signal);
      await exporter.run(job, output, progress.at).finally(exporter.close);
      await output.keep();
      return 0;
    } finally {
      progress.end();
      await output.discard();
    }
  });
}

export const still: Command = { help, run };
