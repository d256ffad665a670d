import { createNoise2D } from 'simplex-noise';
import type { Metres } from '../units.ts';
import { cushions } from './cushion.ts';
import { hash32, sequence } from './hash.ts';
import type { Layout } from './layout.ts';
import { aim, type Plan, plan, span, toSegment, toward } from './plan.ts';
import { clamp, mix, smoothMin, smoothstep } from './scalar.ts';
import type { Terrain } from './types.ts';
import type { Watercourse } from './watercourse.ts';

/** Half the side of the square that is drawn in detail. */
const EXTENT = 420;
/** Ground at the tree's foot, and the height of the meadow over which the seat sees the tree. */
const MOUND = 1.7;
const MEADOW = 0.85;

/** Signed distance to the lake's shore, negative on the water; by the shore's radius, so approximate where it is uneven. */
export function shoreDistance(layout: Layout, x: Metres, z: Metres): Metres {
  const dx = x - layout.lake.x;
  const dz = z - layout.lake.z;
  const away = Math.sqrt(dx * dx + dz * dz);
  // Far off the shore's shape does not matter; its eleven waves are dear.
  if (away > layout.lakeRadius * 1.6 + 40) return away - layout.lakeRadius;
  return away - layout.shore(Math.atan2(dz, dx));
}

/** The plain before anything is laid into it: hills near, ridge behind ridge far. Always at least 0.9 m over the water. */
function hills(seed: number, layout: Layout): (x: Metres, z: Metres) => Metres {
  const { relief, hillScale } = layout.place;
  const noise = createNoise2D(sequence(seed, 61));
  const base = 1.4 + 3.2 * relief;
  const { middle, out } = layout;
  return (x, z) => {
    const u = x / hillScale;
    const v = z / hillScale;
    const warp = noise(u / 150 + 9, v / 150) * 16;
    let h =
      base +
      relief *
        (2.7 * noise((u + warp) / 118, (v - warp) / 92) +
          1.25 * noise(u / 57 + 20, v / 64) +
          0.45 * noise(u / 23, v / 23 + 30)) +
      0.13 * noise(x / 8.5 + 50, z / 8.5);
    const far = Math.sqrt((x - middle.x) ** 2 + (z - middle.z) ** 2);
    // Left and right of the walk the ground rises a little: the plain holds whoever walks in it.
    const aside = Math.abs((x - middle.x) * out.z - (z - middle.z) * out.x);
    h += smoothstep(75, 230, aside) * 4.5 * (0.4 + 0.6 * relief);
    if (far > 190) {
      const folds = 1 - Math.abs(noise(u / 340 + 70, v / 250));
      h += smoothstep(190, 520, far) * (13 * folds * folds - 3);
      if (far > 450) {
        const ranges = 1 - Math.abs(noise(u / 900 + 5, v / 620 + 90));
        const crags = noise(u / 190 + 33, v / 190);
        h += smoothstep(450, 1500, far) * (58 * ranges ** 3 + 7 * crags);
        h += smoothstep(1200, 2500, far) * 10;
      }
    }
    const floor = 0.9;
    return h > floor + 2 ? h : floor + 2 * Math.exp((h - floor - 2) / 2);
  };
}

/** How high the bank stands over the water at a distance from its edge. Below the edge it is the bed. */
function bank(edge: Metres, depth: Metres, run: Metres): Metres {
  return edge < 0 ? -depth * (1 - Math.exp(edge / run)) : edge * 0.135;
}

/** Ground, moss and cover of a seed's place. Pure closures over baked noise; cheap enough to bake maps of a million points. */
export function shapeTerrain(seed: number, layout: Layout, course: Watercourse): Terrain {
  const plain = hills(seed, layout);
  const dome = cushions(hash32(seed, 62), layout.place.cushion);
  const grain = createNoise2D(sequence(seed, 63));
  const { start, lake, seat, place } = layout;
  const tree = plan(0, 0);
  const startGround = 3.7 + 0.7 * place.relief;
  const startToTree = span(start, tree);
  // The rise between start and lake, then on between the walk and the lake until the tree is near.
  const lakeward = aim(start, lake);
  const treeward = aim(start, tree);
  const lakeSide = plan(-treeward.z, treeward.x);
  const sign = Math.sign(lakeSide.x * lakeward.x + lakeSide.z * lakeward.z);
  const crest: readonly [Plan, Plan, Plan] = [
    toward(toward(start, lakeSide, 15 * sign), treeward, -34),
    toward(toward(start, lakeSide, 14 * sign), treeward, 6),
    toward(toward(start, lakeSide, 9.5 * sign), treeward, startToTree * 0.72),
  ];

  const height = (x: Metres, z: Metres): Metres => {
    const p = plan(x, z);
    let h = plain(x, z);
    const fromStart = Math.sqrt((x - start.x) ** 2 + (z - start.z) ** 2);
    const fromTree = Math.sqrt(x * x + z * z);
    const edge = course.edge(x, z);
    const shore = shoreDistance(layout, x, z);

    // From the start the plain sinks towards the tree's foot: nothing but soft folds stands before it.
    const view = toSegment(p, start, tree);
    if (view.distance < 28) {
      const limit = mix(startGround + 0.2, MOUND + 0.5, view.along) + 0.6 * grain(x / 13 + 4, z / 13) - 0.25;
      h = mix(smoothMin(h, limit, 1.2), h, smoothstep(9, 28, view.distance));
    }
    h = mix(startGround + 0.12 * grain(x / 6, z / 6), h, smoothstep(6, 24, fromStart));
    // A low meadow between the seat and the tree.
    const across = toSegment(p, seat, tree);
    if (across.distance < 44) {
      const meadow = MEADOW + 0.09 * (h - MEADOW) + 0.1 * grain(x / 7, z / 7);
      h = mix(meadow, h, smoothstep(13, 44, across.distance));
    }
    h = mix(MOUND + 0.15 * grain(x / 5, z / 5 + 9), h, smoothstep(7, 44, fromTree));

    // Valley and basin, cut in one go; the stream's valley begins narrow, at the roots.
    let cut = h;
    if (edge < course.far) {
      const reach = 4.6 + 19 * smoothstep(6, 46, fromTree);
      const over = bank(edge, 0.5, 0.7) + (edge > 0 ? 0.05 * grain(x / 1.7, z / 1.7) * smoothstep(0, 2, edge) : 0);
      cut = mix(smoothMin(over, h, 0.4), h, smoothstep(1.2, Math.min(reach, course.far), edge));
    }
    if (shore < 20) {
      const over = bank(shore, 3.2, 5) + (shore > 0 ? 0.06 * grain(x / 2.6, z / 2.6) * smoothstep(0, 3, shore) : 0);
      const basin = mix(smoothMin(over, h, 0.4), h, smoothstep(3.2, 20, shore));
      cut = mix(smoothMin(cut, basin, 0.12), cut, smoothstep(15, 20, shore));
    }
    // The rise that hides the lake comes last: nothing but the shore itself may cut a gap into it.
    const a = toSegment(p, crest[0], crest[1]);
    const b = toSegment(p, crest[1], crest[2]);
    const off = Math.min(a.distance, b.distance);
    if (off < 27) {
      // It sinks towards the tree with the looks over it, so that whoever stands on it sees the tree from its foot.
      const crown = mix(startGround + 2.3, MOUND + 2.3, b.along) + 0.35 * grain(x / 11, z / 11);
      const fading = smoothstep(1, 0.82, b.along) * smoothstep(1.5, 9, shore);
      cut += Math.max(0, crown - cut) * Math.exp(-((off / 8) ** 2)) * fading;
    }
    return cut;
  };

  const cover = (x: Metres, z: Metres): number => {
    const wet = Math.min(course.edge(x, z), shoreDistance(layout, x, z));
    if (wet < 0) return 0;
    const ragged = 0.5 + 0.5 * grain(x / 2.1, z / 2.1);
    const dry = smoothstep(0.12 + 0.3 * ragged, 0.9 + 1.2 * ragged, wet);
    const fromTree = Math.sqrt(x * x + z * z);
    return fromTree > 7 ? dry : dry * smoothstep(1.0 + 0.5 * ragged, 1.9 + 1.4 * ragged, fromTree);
  };

  const cushion = (x: Metres, z: Metres): Metres => {
    const share = cover(x, z);
    return share === 0 ? 0 : share * dome(x, z);
  };

  const surface = (x: Metres, z: Metres): Metres => height(x, z) + cushion(x, z);

  return {
    extent: EXTENT,
    height,
    cover,
    cushion,
    normal(x, z) {
      const e = 0.08;
      const dx = (surface(x - e, z) - surface(x + e, z)) / (2 * e);
      const dz = (surface(x, z - e) - surface(x, z + e)) / (2 * e);
      const n = 1 / Math.hypot(dx, 1, dz);
      return [clamp(dx * n, -1, 1), n, clamp(dz * n, -1, 1)];
    },
  };
}
