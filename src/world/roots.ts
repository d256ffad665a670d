import type { Metres } from '../units.ts';
import { addNode, type Skeleton } from './colonize.ts';
import { sequence } from './hash.ts';
import { mix } from './scalar.ts';
import type { Trunk } from './trunk.ts';
import type { Terrain } from './types.ts';

const STEP = 0.26;

/**
 * Buttress roots from the trunk's flare out over the ground, some forked. Their radius is kept beside the skeleton
 * (pipe-model radii are for branches): `thick` by node.
 */
export function spreadRoots(
  seed: number,
  tree: Skeleton,
  collar: number,
  trunk: Trunk,
  terrain: Terrain,
  thick: Map<number, Metres>,
): void {
  const next = sequence(seed, 141);
  const count = 7 + Math.floor(next() * 3);
  const scale = trunk.girth / 0.9;
  const run = (
    from: number,
    azimuth: number,
    x0: number,
    z0: number,
    y0: number,
    length: Metres,
    girth: Metres,
    gone = 0,
  ): void => {
    let node = from;
    let x = x0;
    let z = z0;
    let heading = azimuth;
    const steps = Math.max(4, Math.round(length / STEP));
    const fork = next() < 0.65 ? Math.round(steps * mix(0.3, 0.6, next())) : -1;
    let turn = 0;
    for (let i = 1; i <= steps; i++) {
      const t = i / steps;
      turn = turn * 0.84 + (next() - 0.5) * 0.42;
      heading += turn;
      x += Math.cos(heading) * STEP;
      z += Math.sin(heading) * STEP;
      const radius = girth * (1 - t) ** 0.8 + 0.025;
      // High on the trunk at first, then over the moss like a snake that dips and rises, at last under it.
      const settle = Math.min(1, t * 2.4);
      const over = 0.13 * terrain.cover(x, z) + 0.5 * radius * Math.sin(7 * t * (1 + girth) + azimuth);
      // A fork goes on sinking from where it leaves.
      const sunk = mix(gone, 1, t) ** 2;
      const ground = terrain.height(x, z) + (over + 0.6 * radius) * (1 - sunk) - (radius * 1.1 + 0.16) * sunk;
      const y = mix(y0, ground, settle * (2 - settle));
      node = addNode(tree, node, x, y, z, (tree.along[node] ?? 0) - STEP);
      thick.set(node, radius);
      if (i === fork) {
        const side = next() < 0.5 ? -0.65 : 0.65;
        run(node, heading + side, x, z, y, length * (1 - t) * mix(0.6, 0.95, next()), radius * 0.72, t);
      }
    }
  };
  for (let i = 0; i < count; i++) {
    const azimuth = ((i + 0.7 * (next() - 0.5)) / count) * 2 * Math.PI;
    const big = next();
    const reach = trunk.girth * 0.75;
    const axis = trunk.axis(0.3);
    const up = trunk.foot[1] + mix(0.2, 0.72, big) * scale;
    const x = axis[0] + Math.cos(azimuth) * reach;
    const z = axis[2] + Math.sin(azimuth) * reach;
    const girth = mix(0.26, 0.5, big) * scale;
    const first = addNode(tree, collar, x, up, z, -0.01);
    thick.set(first, girth);
    run(first, azimuth, x, z, up, mix(3.2, 7.4, big * next() + 0.15) * scale, girth);
  }
}
