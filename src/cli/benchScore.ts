import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Preset } from '../preset/schema.ts';
import { open } from '../score/open.ts';

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

/** What the score costs: opening a piece, composing a night, describing an instant, and the heap after a thousand nights. */
export function benchScore(seed: number, preset: Preset, say: (text: string) => void): void {
  say(`${'score, ms'.padEnd(28)}${'median'.padStart(10)}${'p95'.padStart(10)}${'runs'.padStart(8)}\n`);
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
}
