import { parseArgs } from 'node:util';
import type { BenchJob } from '../export/job.ts';
import { tiers } from '../light/tiers.ts';
import { type Command, parseChoice, parseSeed } from './arguments.ts';
import { benchScore } from './benchScore.ts';
import { comparedTable, loadTable, paceTable } from './benchTables.ts';
import { openExporter } from './exporter.ts';
import { interruptible } from './interruption.ts';
import { findPreset } from './preset.ts';
import { createProgress } from './progress.ts';

const parts = ['score', 'particles', 'load', 'pace'] as const;

const help = `npm run bench -- [--preset ID|FILE] [--seed N] [--part PART] [--tier TIER] [--gpu]

Measures, and marks with ! what is over its bound. Take speeds on a quiet machine.

  score       opening a piece, composing a night, describing an instant: median and 95th percentile, in milliseconds; the heap
              before and after a thousand nights
  particles   our particle layers (gallery, 640x360) against a bare WebGL2 program with the same shader and primitive, turn
              and turn about; the ratio of the medians is at most 1.15
  load        what a frame of each movement asks for (gallery, then none): draws, passes over the whole picture, bytes of
              buffers and textures uploaded, JavaScript, blades and motes; the most of three moments. What is counted does
              not depend on the size, so the picture is small
  pace        how long a frame takes to its last pixel (none, 640x360), and how much longer the longest frame of
              the two seconds around a movement's beginning is than the middle one

  --preset ID|FILE   a shipped preset's id (default twilight) or a preset file
  --seed N           0 to 4294967295 (default: the preset's own)
  --part PART        one of them only
  --tier TIER        particles, load and pace at this tier instead
  --gpu              draws with this machine's GPU (as MOSSLIGHT_GPU=1)
`;

const options = {
  preset: { type: 'string', default: 'twilight' },
  seed: { type: 'string' },
  part: { type: 'string' },
  tier: { type: 'string' },
  gpu: { type: 'boolean', default: false },
} as const;

type Measuring = Pick<BenchJob, 'part' | 'tier' | 'width' | 'height'>;

const usual: readonly Measuring[] = [
  { part: 'particles', tier: 'gallery', width: 640, height: 360 },
  { part: 'load', tier: 'gallery', width: 320, height: 180 },
  { part: 'load', tier: 'none', width: 640, height: 360 },
  { part: 'pace', tier: 'none', width: 640, height: 360 },
];

function read(argv: string[]) {
  const { values } = parseArgs({ args: argv, options, strict: true, allowPositionals: false });
  const preset = findPreset(values.preset);
  const part = values.part === undefined ? undefined : parseChoice('--part', values.part, parts);
  const tier = values.tier === undefined ? undefined : parseChoice('--tier', values.tier, tiers);
  const asked = usual.filter((one, index) => {
    const again = tier !== undefined && usual.findIndex((other) => other.part === one.part) !== index;
    return (part === undefined || one.part === part) && !again;
  });
  return {
    preset,
    seed: values.seed === undefined ? preset.seed : parseSeed('--seed', values.seed),
    score: part === undefined || part === 'score',
    jobs: asked.map((one) => ({ ...one, tier: tier ?? one.tier })),
    gpu: values.gpu || process.env.MOSSLIGHT_GPU === '1',
  };
}

const nowhere = { write: async () => {}, keep: async () => {}, discard: async () => {} };

function table({ part, tier, width, height }: Measuring, told: string): string {
  const at = `${tier}, ${width}x${height}`;
  if (part === 'particles') return comparedTable(`particle layers against a bare program (${at})`, JSON.parse(told));
  if (part === 'load') return loadTable(`a frame's load (${at})`, JSON.parse(told));
  return paceTable(`frames (${at})`, JSON.parse(told));
}

async function run(argv: string[]): Promise<number> {
  const { preset, seed, score, jobs, gpu } = read(argv);
  const say = (text: string) => process.stdout.write(text);
  if (score) benchScore(seed, preset, say);
  if (jobs.length === 0) return 0;
  return interruptible(async (signal) => {
    const exporter = await openExporter(gpu, signal);
    try {
      for (const job of jobs) {
        const progress = createProgress(`${job.part} (${job.tier})`);
        const told = await exporter
          .run({ kind: 'bench', preset, seed, ...job }, nowhere, progress.at)
          .finally(progress.end);
        say(table(job, told));
      }
      return 0;
    } finally {
      await exporter.close();
    }
  });
}

export const bench: Command = { help, run };
