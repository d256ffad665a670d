import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { twilightOf } from './pieces.ts';

describe('memory', () => {
  const piece = twilightOf(7);
  const { length } = piece;

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
