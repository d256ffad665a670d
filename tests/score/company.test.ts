import { describe, expect, it } from 'vitest';
import { twilightOf } from './pieces.ts';

describe('the company of the seven', () => {
  for (const seed of [7, 21, 99]) {
    it(`seed ${seed}: follows on dry land, never too near, and all are there in the end`, () => {
      const piece = twilightOf(seed);
      const span = piece.movements(0).find(({ id }) => id === 'beings');
      if (span === undefined) throw new Error('a night without beings');
      const seen = new Set<number>();
      for (let x = 0; x < 1; x += 0.01) {
        const { camera, figures } = piece.frame(span.from + x * (span.to - span.from));
        for (const { role, index, place, presence } of figures) {
          if (role !== 'being' || presence < 0.05) continue;
          seen.add(index);
          expect(piece.world.terrain.height(place[0], place[2]), `${index} at ${x}`).toBeGreaterThan(0);
          const far = Math.hypot(place[0] - camera.eye[0], place[2] - camera.eye[2]);
          expect(far, `${index} at ${x}`).toBeGreaterThan(4.4);
          expect(far, `${index} at ${x}`).toBeLessThan(80);
        }
      }
      expect(seen.size).toBe(7);
    });

    it(`seed ${seed}: has the tree in sight beyond the water`, () => {
      const piece = twilightOf(seed);
      const span = piece.movements(0).find(({ id }) => id === 'beings');
      if (span === undefined) throw new Error('a night without beings');
      const [x, , z] = piece.world.landmarks.treeFoot;
      for (let share = 0.32; share < 0.9; share += 0.02) {
        const { eye, forward } = piece.camera(span.from + share * (span.to - span.from));
        const turn = Math.atan2(z - eye[2], x - eye[0]) - Math.atan2(forward[2], forward[0]);
        const off = Math.abs(turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI)));
        expect(off, `at ${share}`).toBeLessThan(0.6);
      }
    });
  }
});
