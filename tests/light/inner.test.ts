import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/light/layers/memoryScenes.ts';
import { shapeLimit } from '../../src/light/layers/memorySketch.ts';
import { grades } from '../../src/light/layers/tendrilsGrades.ts';
import { frontAt, grown } from '../../src/light/layers/tendrilsGrowth.ts';
import type { Strand } from '../../src/light/layers/tendrilsStrand.ts';
import { memoryIds } from '../../src/score/memories.ts';
import type { MemoryFrame } from '../../src/score/types.ts';
import { twilightOf } from '../score/pieces.ts';

describe('the body in the inner dark', () => {
  const { world } = twilightOf(7);
  const strands = grown(world, grades.gallery);
  const body = strands.filter(({ part }) => part === 'body');
  const reach = (of: readonly Strand[], value: (x: number, y: number) => number): number =>
    Math.max(...of.flatMap(({ points }) => points.map(([x, y]) => value(x, y))));

  it('grows outward from the heart and is whole before the eyes turn away', () => {
    for (const { points, birth } of body) {
      expect(points[0]).toEqual([0, 0, 0]);
      for (let i = 1; i < birth.length; i++) expect(birth[i] ?? 0).toBeGreaterThanOrEqual(birth[i - 1] ?? 0);
      expect(birth.at(-1)).toBeLessThanOrEqual(frontAt(0.9));
    }
  });

  it('has a head over its shoulders, one hand held out and one that hangs, at every tier', () => {
    for (const grade of Object.values(grades)) {
      const own = grown(world, grade).filter(({ part }) => part === 'body');
      expect(reach(own, (_, y) => y)).toBeGreaterThan(0.75);
      expect(reach(own, (x) => x)).toBeGreaterThan(1.1);
      // Its roots reach farther, lower down.
      expect(reach(own, (x, y) => (y > -1 ? -x : 0))).toBeGreaterThan(0.8);
      expect(reach(own, (x, y) => (y > 0 ? -x : 0))).toBeLessThan(0.6);
    }
  });

  it('is the same for one seed and another for another', () => {
    expect(grown(twilightOf(7).world, grades.none)).toEqual(grown(world, grades.none));
    expect(grown(twilightOf(8).world, grades.none)).not.toEqual(grown(world, grades.none));
  });
});

describe('a memory', () => {
  const { world } = twilightOf(7);
  const shown: MemoryFrame = {
    id: 'page',
    index: 0,
    playing: 0,
    progress: 0,
    healed: 0,
    fold: 0,
    weave: [0, 0],
    lamp: 1,
    place: [0, 0, 0],
    heading: 0,
    prop: 1,
  };

  it('is drawn whole in each of the seven scenes, harsh and healed', () => {
    const out = new Float32Array(shapeLimit * 12);
    for (const id of memoryIds) {
      for (const [prop, healed] of [
        [1, 0],
        [0.5, 0],
        [0, 0],
        [0.8, 0.5],
        [1, 1],
      ] as const) {
        const { sketch } = pictureOf(world.figures, { ...shown, id, prop, healed });
        // One more would have been left out.
        expect(sketch.pack(out), `${id} ${prop} ${healed}`).toBeLessThan(shapeLimit);
        expect(out.every(Number.isFinite)).toBe(true);
      }
    }
  });
});
