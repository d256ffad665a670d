import type { Metres } from '../../units.ts';
import type { World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import { kinds, type Sown } from './lakeSown.ts';

interface Tip {
  readonly x: Metres;
  readonly y: Metres;
  readonly z: Metres;
  readonly heading: number;
  readonly along: Metres;
  readonly wide: Metres;
  readonly reach: Metres;
  readonly order: number;
}

const mains = 9;

/**
 * Roots of light in the deep, from the heart of the one who is mirrored there: each swings, thins to nothing, branches,
 * and ends where a star is mirrored.
 * @param step metres between two points of one
 * @param orders how often branches branch
 * @returns metres along to the farthest end
 */
export function sowRoots({ lake, landmarks, plant }: World, step: Metres, orders: number, into: Sown): Metres {
  const { blossom, seat } = landmarks;
  const home = Math.atan2(seat[2] - blossom[2], seat[0] - blossom[0]);
  let longest = 0;
  let number = 0;
  const waiting: Tip[] = Array.from({ length: mains }, (_, i) => ({
    x: blossom[0],
    y: -plant.height,
    z: blossom[2],
    // None comes straight at the eye.
    heading: home + ((i + 0.5 + 0.6 * (hashUnit(i, 1, 71) - 0.5)) / mains) * 2 * Math.PI,
    along: 0,
    wide: 0.022,
    reach: 3.4 + 4.2 * hashUnit(i, 2, 71),
    order: 0,
  }));
  for (let tip = waiting.shift(); tip !== undefined && number < 300; tip = waiting.shift()) {
    const own = number++;
    const of = (n: number, key: number) => hashUnit(own, n, 72 + key);
    const steps = Math.max(3, Math.round(tip.reach / step));
    const { order } = tip;
    let { x, y, z, along } = tip;
    // Two slow swings that never agree, and one of the depth.
    const [long, short, deep] = [1.6 + 1.4 * of(0, 0), 0.55 + 0.5 * of(1, 0), 1.8 + 2 * of(2, 0)];
    const sink = 0.34 * (of(3, 0) - 0.35);
    let last: readonly [number, number] | undefined;
    for (let s = 0; s <= steps; s++) {
      const gone = s * step;
      const turn = (n: number, length: Metres) => Math.sin((2 * Math.PI * gone) / length + 2 * Math.PI * of(n, 1));
      const heading =
        tip.heading + 0.75 * (turn(0, long * 2) - turn(0, Number.POSITIVE_INFINITY)) + 0.28 * turn(1, short * 2);
      const down = sink + 0.55 * turn(2, deep * 2);
      const way = [Math.cos(heading) * Math.cos(down), -Math.sin(down), Math.sin(heading) * Math.cos(down)] as const;
      if (s > 0) {
        x += way[0] * step;
        y = Math.min(-0.15, Math.max(-2.4, y + way[1] * step));
        z += way[2] * step;
        along += step;
      }
      // Nothing grows into the bank.
      if (lake.distance(x, z) > -1) break;
      longest = Math.max(longest, along);
      const wide = Math.max(1e-3, tip.wide * (1 - s / steps) ** 0.8);
      const at = [x, y, z, kinds.root + along] as const;
      const pair = [into.corner(at, [...way, -wide]), into.corner(at, [...way, wide])] as const;
      if (last) {
        into.triangle(last[0], last[1], pair[0]);
        into.triangle(last[1], pair[1], pair[0]);
      }
      last = pair;
      if (order < orders && s > 1 && s < steps - 1 && of(s, 4) < 0.62 * step) {
        const side = of(s, 5) < 0.5 ? -1 : 1;
        const [reach, aside] = [tip.reach * (0.3 + 0.35 * of(s, 7)), side * (0.4 + 0.6 * of(s, 6))];
        waiting.push({ x, y, z, heading: heading + aside, along, wide: wide * 0.7, reach, order: order + 1 });
      }
      if (s === steps) into.disc([x, y, z, kinds.tip], own, along);
    }
  }
  return longest;
}
