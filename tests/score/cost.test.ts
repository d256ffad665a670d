import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { twilightOf } from './pieces.ts';

/** Milliseconds of this process's own work: other programs on the machine do not count. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const best = (times: readonly number[]): number => Math.min(...times);

describe('cost', { timeout: 60_000 }, () => {
  const piece = twilightOf(7);
  const { length } = piece;
  piece.frame(0);

  it('a night is composed in under 200 ms', () => {
    const nights = Array.from({ length: 8 }, (_, n) =>
      cost(() => piece.events((50 + n) * length, (50 + n) * length + 1)),
    );
    expect(best(nights)).toBeLessThan(200);
  });

  it('a frame takes under 0.3 ms in every movement', () => {
    for (const { id, from, to } of piece.movements(50)) {
      piece.frame(from);
      const batches = Array.from({ length: 5 }, (_, batch) =>
        cost(() => {
          for (let n = 0; n < 200; n += 1) piece.frame(from + ((to - from) * (n + batch / 5)) / 200);
        }),
      );
      expect(best(batches) / 200, id).toBeLessThan(0.3);
    }
  });

  it('a hundred nights leave the heap as it was', () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const held = (): number => {
      collect();
      return process.memoryUsage().heapUsed / 1e6;
    };
    for (let night = 0; night < 20; night += 1) piece.sounding(night * length + 900);
    const before = held();
    for (let night = 100; night < 200; night += 1) piece.sounding(night * length + 900);
    // One night is about a megabyte: four are kept, and not one more.
    expect(held() - before).toBeLessThan(3);
  });
});
