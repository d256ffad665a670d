import { describe, expect, it } from 'vitest';
import { createBaker } from '../../src/light/bake/baker.ts';
import { type Asked, type Baked, type BakeName, bakeOne } from '../../src/light/bake/bakes.ts';
import { shoreBox } from '../../src/light/layers/shore.ts';
import { twilight } from '../../src/preset/defaults.ts';
import { openWorld } from '../../src/world/world.ts';

const seed = 7;
const { place } = twilight;
const world = openWorld(seed, twilight);
const { centre, halfWidth } = world.stream;
const extents = [world.terrain.extent, world.terrain.extent * 10] as const;

const asked: Asked = {
  bark: { seed, texels: 32, apart: 4 },
  cushions: { seed, texels: 64, atlas: true, halves: false },
  land: { seed, place, extents, nearTexels: 24, farTexels: 12, halves: true },
  noise: { seed, texels: 64 },
  ripples: { seed, texels: 32, halves: false },
  shore: { seed, place, centre, halfWidth, box: shoreBox(world), texels: 48, halves: false },
  sprays: { seed, texels: 16, aside: 2 },
  tufts: { seed, texels: 64 },
};
const names: readonly BakeName[] = ['bark', 'cushions', 'land', 'noise', 'ripples', 'shore', 'sprays', 'tufts'];

/** All bakes by a baker whose worker runs the program at `url`. */
async function bakedBy(url?: string): Promise<readonly Baked[BakeName][]> {
  const baker = createBaker(url);
  const all = await Promise.all(names.map((name) => baker.bake(name, asked[name])));
  await baker.done();
  baker.close();
  return all;
}

describe('bakes', () => {
  const here = names.map((name) => bakeOne(name, asked[name]));

  it('are the same in a worker as here', async () => {
    expect(await bakedBy()).toEqual(here);
  });

  it('are the same where no worker can begin', async () => {
    expect(await bakedBy('/there-is-no-such-program.js')).toEqual(here);
  });

  it('are told of where one fails', async () => {
    const baker = createBaker();
    const noise = baker.bake('noise', { seed, texels: 1e6 });
    await expect(noise).rejects.toThrow();
    await expect(baker.done()).rejects.toThrow();
    baker.close();
  });

  it('agree with the world', () => {
    const { near, cover } = bakeOne('land', { ...asked.land, halves: false });
    const cell = (2 * extents[0]) / 24;
    for (const [i, j] of [
      [3, 5],
      [12, 12],
      [20, 9],
    ] as const) {
      const [x, z] = [-extents[0] + (i + 0.5) * cell, -extents[0] + (j + 0.5) * cell];
      const at = j * 24 + i;
      expect((near[at * 4] ?? 0) + (near[at * 4 + 1] ?? 0)).toBeCloseTo(world.terrain.height(x, z), 4);
      expect(cover[at]).toBe(Math.round(255 * world.terrain.cover(x, z)));
    }
  });
});
