import { Geometry } from 'pixi.js';
import type { Metres, Radians } from '../../units.ts';
import { hashUnit } from '../bake/hash.ts';
import { noise } from './barkNoise.ts';
import type { TrunkShape } from './treeTrunk.ts';

/** Where tufts may stand on the trunk. */
export interface Skin {
  readonly shape: TrunkShape;
  /** Height of the bark 0..1. */
  barkAt(height: Metres, angle: Radians): number;
  /** How far the relief is built out of the trunk; 0 where it is only painted. */
  readonly relief: Metres;
}

const top: Metres = 3.6;

/** Tufts of moss and lichen on the plates of the bark, one triangle a blade, in patches; any prefix is a fair sample. */
export function barkMossGeometry({ shape, barkAt, relief }: Skin, count: number, size: Metres): Geometry {
  const place = new Float32Array(count * 12);
  const way = new Float32Array(count * 12);
  const broad = noise(11, 12, 77);
  const fine = noise(37, 34, 78);
  let blade = 0;
  for (let tried = 0; blade < count && tried < count * 40; tried++) {
    const chance = (key: number) => hashUnit(tried, key, 431);
    const angle = chance(1) * 2 * Math.PI;
    const height = 0.02 + top * chance(2) ** 1.5;
    const turn = angle / (2 * Math.PI);
    const patch = broad(turn, height / 6) * 0.7 + fine(turn, height / 6) * 0.3;
    // Fewer higher up, and none where the hands will lie.
    const hands = Math.hypot(Math.sin((angle - shape.bark.angle) / 2) * 2, height - shape.bark.height) < 0.34;
    if (hands || patch < 0.5 + 0.07 * height) continue;
    const bark = barkAt(height, angle);
    if (bark < 0.42 + 0.25 * chance(3)) continue;
    const { at, out } = shape.skin(height, angle);
    const high = relief * 1.3 * (bark - 0.62) - 0.006;
    const thick = Math.min(1, (patch - 0.48 - 0.07 * height) * 9);
    for (let corner = 0; corner < 3; corner++) {
      const n = (blade * 3 + corner) * 4;
      place.set(
        [at[0] + out[0] * high, at[1], at[2] + out[2] * high, size * (0.5 + 0.8 * chance(4)) * (0.4 + 0.6 * thick)],
        n,
      );
      way.set([out[0], out[2], chance(5), corner], n);
    }
    blade++;
  }
  // What found no place lies in one point and is not drawn.
  return new Geometry({
    attributes: {
      aPlace: { buffer: place, format: 'float32x4' },
      aWay: { buffer: way, format: 'float32x4' },
    },
  });
}
