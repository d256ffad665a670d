import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { open } from '../score/open.ts';
import { type Command, parseSeed } from './arguments.ts';
import { findPreset } from './preset.ts';

const help = `npm run bench -- [--preset ID|FILE] [--seed N]

Measures how long the score takes, in milliseconds of wall clock: opening a piece, composing a night, describing an instant.
Median and 95th percentile; take them on a quiet machine. The heap is read before and after a thousand nights.

  --preset ID|FILE   a shipped preset's id (default twilight) or a preset file
  --seed N           0 to 4294967295 (default: the preset's own)
`;

const options = { preset: { type: 'string', default: 'twilight' }, seed: { type: 'string' } } as const;

function timed(work: () => void): number {
  const before = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - before) / 1e6;
}

function row(name: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(3).padStart(10);
  return `${name.padEnd(28)}${at(0.5)}${at(0.95)}${String(times.length).padStart(8)}\n`;
}

async function run(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, options, strict: true, allowPositionals: false });
  const preset = findPreset(values.preset);
  const seed = values.seed === undefined ? preset.seed : parseSeed('--seed', values.seed);
  const say = (text: string): boolean => process.stdout.write(text);
  say(`${''.padEnd(28)}${'median'.padStart(10)}${'p95'.padStart(10)}${'runs'.padStart(8)}   ms\n`);
  let piece = open(seed, preset);
  say(row('open, first frame', [timed(() => piece.frame(0))]));
  say(row('open another, first frame', [timed(() => open(seed + 1, preset).frame(0))]));
  const { length } = piece;
  const nights = Array.from({ length: 20 }, (_, n) => timed(() => piece.events((50 + n) * length, (51 + n) * length)));
  say(row('a night composed', nights));
  for (const { id, from, to } of piece.movements(69)) {
    const at = Array.from({ length: 400 }, (_, n) => from + ((to - from) * n) / 400);
    say(
      row(
        `frame(t) in ${id}`,
        at.map((t) => timed(() => piece.frame(t))),
      ),
    );
  }
  // What is held, not what waits to be collected.
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const heap = (): string => {
    collect();
    return `${(process.memoryUsage().heapUsed / 1e6).toFixed(1)} MB`;
  };
  piece = open(seed, preset);
  for (let night = 0; night < 1000; night += 1) {
    if (night === 20) say(`heap after 20 nights        ${heap()}\n`);
    piece.sounding(night * length + 0.8 * length);
  }
  say(`heap after 1,000 nights     ${heap()}\n`);
  return 0;
}

export const bench: Command = { help, run };
