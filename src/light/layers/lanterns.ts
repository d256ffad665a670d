import { waves } from '../../score/dance.ts';
import type { Frame } from '../../score/types.ts';
import { bell } from '../bake/hash.ts';
import { drumLimit, festivityOf } from '../figures/festivity.ts';
import { carriedLimit } from '../figures/revels.ts';
import type { Scene } from '../layer.ts';
import type { Tier } from '../tiers.ts';

interface Counts {
  readonly floating: number;
  readonly rising: number;
  readonly walking: number;
}

const counts: Readonly<Record<Tier, Counts>> = {
  none: { floating: 70, rising: 130, walking: 14 },
  light: { floating: 120, rising: 260, walking: 34 },
  home: { floating: 170, rising: 460, walking: 44 },
  gallery: { floating: 190, rising: 640, walking: 50 },
  cinema: { floating: 230, rising: 800, walking: 60 },
};

/** Kinds, as shaders/festive.vert knows them. */
const [drummed, floating, rising, walking, carried, wooden] = [0, 1, 2, 4, 5, 6];
/** A light's path on the water instead of the light. */
const streak = -1;

export type Spot = readonly [along: number, across: number, size: number, more: number];
/** Adds a triangle: its kind, which, of what, and where. */
export type Put = (kind: number, which: number, of: number, spot: Spot) => void;
export type Each = (count: number, topic: number, one: (dice: (key: number) => number, n: number) => void) => void;

/** Progress at which one is let go: hardly any in the first wave, a third in the second, most towards the end. */
function letGo(dice: (key: number) => number): number {
  const [first, second, third] = waves;
  const when = dice(41);
  // They leave in flights, not one by one.
  const flight = Math.floor(dice(42) * 4) / 4 + 0.22 * dice(43);
  if (when < 0.03) return first + 0.08 + 0.18 * flight;
  if (when < 0.36) return second + 0.02 + 0.22 * flight;
  return third + 0.01 + 0.29 * flight ** 0.8;
}

const share = (x: number): number => Math.round(65535 * x);

/** Lit paper all about the lake: on the water, in the air, on poles, in hands; `late` takes what no water mirrors. */
export function sowLanterns(tier: Tier, put: Put, late: Put, each: Each): void {
  const many = counts[tier];
  for (let n = 0; n < drumLimit; n++) {
    put(drummed, 0, 0, [n, 0, 0.17, 0]);
    late(drummed, 0, 0, [n, 0, 0.17, streak]);
    for (let part = 0; part < 4; part++) late(wooden, 0, 0, [n, part, 0, 0]);
  }
  for (let n = 0; n < carriedLimit; n++) {
    put(carried, 0, 0, [n, 0, 0.105, 0]);
    late(carried, 0, 0, [n, 0, 0.105, streak]);
  }
  each(many.floating, 2711, (dice) => {
    // In knots along their way, and a few all alone.
    const knot = (Math.floor(dice(1) * 7) + 0.7 * dice(14)) / 7;
    const along = dice(2) < 0.93 ? knot ** 1.2 + 0.026 * bell(dice, 4) : dice(3);
    const across = bell(dice, 10) * (dice(8) < 0.12 ? 2.2 : 1);
    const [order, pick] = [share(dice(9)), share(dice(13))];
    const size = 0.06 + 0.13 * dice(7) ** 3;
    put(floating, order, pick, [Math.abs(along) % 1, across, size, 0]);
    late(floating, order, pick, [Math.abs(along) % 1, across, size, streak]);
  });
  // The last that were let go are the farthest: those before them are drawn over them.
  const drift: (readonly [pick: number, spot: Spot])[] = [];
  each(many.rising, 2712, (dice) => {
    const across = dice(1) < 0.7 ? 0.4 + 2.5 * dice(2) : 3 + 6 * dice(2);
    drift.push([share(dice(7)), [bell(dice, 3), across, 0.17 + 0.78 * dice(6) ** 4, letGo(dice)]]);
  });
  for (const [pick, spot] of drift.sort(([, a], [, b]) => b[3] - a[3])) put(rising, 0, pick, spot);
  each(many.walking, 2716, (dice) => {
    const group = Math.floor(dice(1) * 9) / 9;
    put(walking, share(dice(4)), 0, [group + 0.09 * dice(2) * dice(3), 0, 0.1, 0]);
  });
}

/** Places down along the stream, from the tree to the lake, at the height of a hand. */
export function trailOf({ piece: { world } }: Scene): Float32Array {
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

/**
 * Writes the one sweep in which tonight's lanterns rise: from the far shore beside the tree, over towards it, and up over
 * the lake to whoever looks; the last numbers are the angles between which the walker goes along the shore.
 */
export function sweepOf(scene: Scene): (frame: Frame, out: Float32Array) => void {
  const { lake, landmarks } = scene.piece.world;
  const tonight = festivityOf(scene);
  const angleTo = (x: number, z: number) => Math.atan2(z - lake.centre[2], x - lake.centre[0]);
  let night = Number.NaN;
  return (frame, out) => {
    if (frame.night === night) return;
    night = frame.night;
    const { from, to } = tonight(frame);
    const walkerAt = (t: number) => {
      const [x, , z] = scene.piece.camera(t).eye;
      return angleTo(x, z);
    };
    const first = walkerAt(from);
    const round = (walkerAt(to) - first) / (2 * Math.PI);
    const walked = 2 * Math.PI * (round - Math.round(round));
    const tree = angleTo(landmarks.treeFoot[0], landmarks.treeFoot[2]);
    const at = (angle: number, beyond: number, y: number, more: number) => {
      const r = lake.shore(angle) + beyond;
      return [lake.centre[0] + r * Math.cos(angle), y, lake.centre[2] + r * Math.sin(angle), more];
    };
    const way = Math.sign(walked);
    out.set([
      ...at(tree + 0.9 * way, 2, 1.6, first),
      ...at(tree - way, 2, 10, first + walked),
      ...at(tree + 1.35 * way, -26, 37, 0),
    ]);
  };
}
