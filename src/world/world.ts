import type { Preset } from '../preset/schema.ts';
import { drawFigures } from './figures.ts';
import { fillLake } from './lake.ts';
import { markPlaces } from './landmarks.ts';
import { layOut } from './layout.ts';
import { walk } from './path.ts';
import { growPlant } from './plant.ts';
import { scatterStars } from './stars.ts';
import { traceStream } from './stream.ts';
import { shapeTerrain } from './terrain.ts';
import { growTree } from './tree.ts';
import { raiseTrunk } from './trunk.ts';
import type { Path, World } from './types.ts';
import { layStream } from './watercourse.ts';

const NIGHTS_KEPT = 4;

/** Builds a part when it is first asked for, and keeps it. */
function once<T>(build: () => T): () => T {
  let kept: { readonly part: T } | undefined;
  return () => {
    kept ??= { part: build() };
    return kept.part;
  };
}

/**
 * The place of the walk for a seed (uint32): pure, lazy, the same every night. Only the preset's `place` is read. The
 * walks of the last few nights are kept; a night dropped is built again exactly as it was.
 */
export function openWorld(seed: number, preset: Preset): World {
  const layout = layOut(seed, preset.place);
  const course = once(() => layStream(seed, layout));
  const terrain = once(() => shapeTerrain(seed, layout, course()));
  const trunk = once(() => raiseTrunk(seed, layout, terrain().height(0, 0)));
  const landmarks = once(() => markPlaces(layout, terrain(), trunk()));
  const tree = once(() => growTree(seed, layout, terrain(), trunk()));
  const stream = once(() => traceStream(seed, layout, course(), terrain()));
  const lake = once(() => fillLake(seed, layout, course(), terrain()));
  const stars = once(() => scatterStars(seed, layout));
  const plant = once(() => growPlant(seed));
  const figures = once(drawFigures);
  const paths = new Map<number, Path>();
  return {
    seed,
    get terrain() {
      return terrain();
    },
    get landmarks() {
      return landmarks();
    },
    get tree() {
      return tree();
    },
    get stream() {
      return stream();
    },
    get lake() {
      return lake();
    },
    get stars() {
      return stars();
    },
    get plant() {
      return plant();
    },
    get figures() {
      return figures();
    },
    path(night) {
      const path = paths.get(night) ?? walk(seed, night, layout, course(), terrain(), landmarks());
      // Least recently used first: a map keeps the order in which keys were set.
      paths.delete(night);
      paths.set(night, path);
      for (const old of paths.keys()) {
        if (paths.size <= NIGHTS_KEPT) break;
        paths.delete(old);
      }
      return path;
    },
  };
}
