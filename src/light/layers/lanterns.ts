import { Geometry } from 'pixi.js';
import { waves } from '../../score/dance.ts';
import { bell, hashUnit } from '../bake/hash.ts';
import { drumLimit } from '../figures/festivity.ts';
import { carriedLimit, revelsOf } from '../figures/revels.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import lanternFragment from '../shaders/lantern.frag?raw';
import lanternVertex from '../shaders/lantern.vert?raw';
import type { Tier } from '../tiers.ts';
import { merry } from './festive.ts';

interface Counts {
  readonly floating: number;
  readonly rising: number;
  readonly strings: number;
  readonly bulbs: number;
  readonly walking: number;
}

const counts: Readonly<Record<Tier, Counts>> = {
  none: { floating: 130, rising: 200, strings: 5, bulbs: 12, walking: 34 },
  light: { floating: 170, rising: 260, strings: 6, bulbs: 15, walking: 50 },
  home: { floating: 230, rising: 340, strings: 8, bulbs: 18, walking: 70 },
  gallery: { floating: 260, rising: 420, strings: 10, bulbs: 20, walking: 80 },
  cinema: { floating: 320, rising: 520, strings: 12, bulbs: 22, walking: 100 },
};

/** Kinds, as shaders/lantern.vert knows them. */
const drummed = 0;
const floating = 1;
const rising = 2;
const strung = 3;
const walking = 4;
const carried = 5;
const wooden = 7;

type Spot = readonly [along: number, across: number, size: number, more: number];

/** Progress at which one is let go: few in the first wave, a third in the second, most towards the end. */
function letGo(dice: (key: number) => number): number {
  const [first, second, third] = waves;
  const when = dice(41);
  // They leave in flights, not one by one.
  const flight = Math.floor(dice(42) * 4) / 4 + 0.12 * dice(43) ** 2;
  if (when < 0.13) return first + 0.08 + 0.18 * flight;
  if (when < 0.36) return second + 0.05 + 0.22 * flight;
  return third + 0.03 + 0.29 * flight ** 0.8;
}

function sow(scene: Scene): { geometry: Geometry; vertices: number } {
  const many = counts[scene.tier];
  const spots: number[] = [];
  const kinds: number[] = [];
  const put = (kind: number, spot: Spot, order = 0, pick = 0) => {
    for (let corner = 0; corner < 3; corner++) {
      spots.push(...spot);
      kinds.push(kind, Math.round(65535 * order), Math.round(65535 * pick), corner);
    }
  };
  for (let n = 0; n < drumLimit; n++) {
    put(drummed, [n, 0, 0.17, 0]);
    for (let part = 0; part < 4; part++) put(wooden, [n, part, 0, 0]);
  }
  for (let n = 0; n < carriedLimit; n++) put(carried, [n, 0, 0.105, 0]);
  const each = (count: number, topic: number, one: (dice: (key: number) => number, n: number) => void) => {
    for (let n = 0; n < count; n++) one((key) => hashUnit(n, key, topic), n);
  };
  each(many.floating, 2711, (dice) => {
    // Close together where they were set down, in knots farther out, and a few all alone.
    const knot = Math.floor(dice(1) * 5) / 5;
    const along = dice(2) < 0.55 ? 0.5 * dice(3) ** 2 : knot + 0.05 * bell(dice, 4);
    const size = 0.1 + 0.07 * dice(7) ** 2;
    put(floating, [Math.abs(along), bell(dice, 10) * (dice(8) < 0.12 ? 2.2 : 1), size, 0], dice(9), dice(13));
  });
  each(many.rising, 2712, (dice) => {
    const across = dice(1) < 0.7 ? 0.4 + 2.5 * dice(2) : 3 + 6 * dice(2);
    put(rising, [bell(dice, 3), across, 0.17 + 0.12 * dice(6), letGo(dice)], 0, dice(7));
  });
  each(many.strings, 2713, (dice, string) => {
    const pick = dice(1);
    const across = 0.3 * bell(dice, 2);
    for (let n = 0; n < many.bulbs; n++) {
      const t = (n + 0.5 + 0.3 * hashUnit(string, n, 2714)) / many.bulbs;
      put(strung, [t, across, 0.045 + 0.03 * hashUnit(string, n, 2715), dice(5)], 0, pick);
    }
  });
  each(many.walking, 2716, (dice) => {
    const group = Math.floor(dice(1) * 9) / 9;
    put(walking, [group + 0.09 * dice(2) * dice(3), 0, 0.1, 0], dice(4));
  });
  const geometry = new Geometry({
    attributes: {
      aSpot: { buffer: Float32Array.from(spots), format: 'float32x4' },
      aKind: { buffer: Uint16Array.from(kinds), format: 'uint16x4' },
    },
  });
  return { geometry, vertices: spots.length / 4 };
}

/** Places down along the stream, from the tree to the lake, at the height of a hand. */
function trailOf({ piece: { world } }: Scene): Float32Array {
  const { stream, terrain } = world;
  return Float32Array.from(
    Array.from({ length: 16 }, (_, i) => {
      const { place, tangent, halfWidth } = stream.at(i / 15);
      const aside = stream.walkSide * (halfWidth + 1.5);
      const [x, z] = [place[0] - tangent[2] * aside, place[2] + tangent[0] * aside];
      return [x, Math.max(0, terrain.height(x, z)) + 1.15, z, 0];
    }).flat(),
  );
}

/** Lit paper all about the lake: on the water, in the air, on poles and strings, in hands. */
export function lanterns(scene: Scene): Layer {
  const revels = revelsOf(scene);
  const { geometry, vertices } = sow(scene);
  const trail = trailOf(scene);
  const all = matter(scene, {
    vertex: lanternVertex,
    fragment: lanternFragment,
    geometry,
    blend: 'opaque',
    vertices,
    uniforms: { ...revels.uniforms, uTrail: { value: trail, type: 'vec4<f32>', size: trail.length / 4 } },
  });
  return {
    id: 'lanterns',
    where: 'opaque',
    mirrored: true,
    matter: [all],
    update(frame) {
      if (!merry(frame)) return false;
      revels.pack(frame, all.uniforms);
      return true;
    },
    dispose: () => all.dispose(),
  };
}
