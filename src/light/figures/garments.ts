import type { Metres, Unit, Vec3 } from '../../units.ts';
import type { Dress } from './dress.ts';
import { chains, on, onHead, plus, trunkAt } from './rest.ts';
import { type Patch, patch, type Row } from './skin.ts';

const smooth = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};
const mix = (a: number, b: number, k: number): number => a + (b - a) * k;

/** Heights from one to another, so many of them, closer together at first. */
const down = (from: Metres, to: Metres, many: number): readonly Metres[] =>
  Array.from({ length: many }, (_, i) => mix(from, to, (i / (many - 1)) ** 1.15));

/** Half width and depth of a robe at a height: it hangs from the shoulders. */
function robeAt(dress: Dress, high: Metres): readonly [wide: Metres, deep: Metres] {
  const { wide, deep } = trunkAt(Math.max(high, 1.05));
  const [w, d] = [Math.hypot(...wide), Math.hypot(...deep)];
  const straight = 1 - dress.fitted;
  const low = smooth(1.4, 1.2, high);
  const [w1, d1] = [
    mix(w + 0.012, Math.max(w, 0.168) + 0.015, straight * low),
    mix(d + 0.012, Math.max(d, 0.118), straight * low),
  ];
  const share = Math.max(0, 1.05 - high) / (1.05 - dress.hem);
  const spread = share ** mix(1.7, 0.9, dress.fitted);
  return [mix(w1, dress.flare, spread), mix(d1, dress.flare * 0.82, spread)];
}

/** A robe from the shoulders to its hem, in folds. */
export function robe(dress: Dress, columns: number, rows: number): Patch {
  const many: Row[] = [1.47, 1.425, 1.38, ...down(1.3, dress.hem, rows)].map((high, i, all) => {
    const share = Math.max(0, 1.05 - high) / 0.95;
    const [w, d] = robeAt(dress, high);
    const round = (angle: number): Vec3 => {
      const turn = angle + 0.3 * share;
      const fold = 1 + share * (0.2 * Math.sin(3 * turn + 1 + 9 * dress.flare) + 0.13 * Math.sin(7 * turn + 2.6));
      const ragged = i + 1 === all.length ? 0.07 * Math.sin(3 * angle + 1) + 0.05 * Math.sin(7 * angle) : 0;
      const behind = Math.max(0, -Math.sin(turn)) * dress.train * share * share;
      // Nobody stands quite straight.
      const aside = 0.07 * Math.sin(2.4 * share) * Math.sin(40 * dress.flare);
      return [Math.cos(turn) * w * fold + aside, high + ragged, Math.sin(turn) * d * fold - behind];
    };
    return [round, () => (i === 0 ? 0.5 : i + 1 === all.length ? 0.25 : 1)];
  });
  return patch(many, columns, chains.trunk);
}

/** A cape, open before: it lies on the shoulders and hangs about the arms. */
export function cape({ cape: { to, wide } }: Dress, columns: number, rows: number): Patch | undefined {
  if (to === 0) return undefined;
  const yoke: readonly (readonly [Metres, Metres, Metres])[] = [
    [1.51, 0.07, 0.075],
    [1.465, 0.13, 0.1],
    [1.42, 0.205, 0.125],
    [1.35, 0.245, 0.145],
  ];
  const hanging = down(1.25, to, rows).map((high): readonly [Metres, Metres, Metres] => {
    const share = (1.35 - high) / (1.35 - to);
    return [high, mix(0.245, wide, share), mix(0.15, 0.72 * wide, share)];
  });
  const all = [...yoke, ...hanging];
  const many: Row[] = all.map(([high, w, d], i) => {
    const share = Math.max(0, 1.4 - high);
    const round = (angle: number): Vec3 => {
      const fold = 1 + share * (0.13 * Math.sin(6 * angle + 2) + 0.08 * Math.sin(11 * angle));
      const hem = i + 1 === all.length ? 0.06 * Math.sin(2 * angle + 0.6) : 0;
      return [Math.cos(angle) * w * fold, high + hem, Math.sin(angle) * d * fold - 0.02];
    };
    const open = 0.12 + 0.5 * share;
    return [
      round,
      (angle) => (i + 1 === all.length ? 0.3 : 1) * smooth(open, open + 0.35, Math.abs(angle - Math.PI / 2)),
    ];
  });
  return patch(many, columns, chains.trunk);
}

/** Hair, scarf or hood: about the head and down behind it, away from the face. */
export function hair({ hair: { share, to, wide, open, peak } }: Dress, columns: number): Patch {
  const face = (angle: number, high: number): Unit =>
    high > 0.5 ? 1 : smooth(open * 0.75, open * 1.15, Math.abs(angle - Math.PI / 2));
  const shock = (angle: number, high: number) =>
    share * (1 + (share - 1) * 0.3 * (Math.sin(3 * angle + 4 * high) + Math.sin(5 * angle - 3)));
  const rows: Row[] = [0.995, 0.86, 0.62, 0.34, 0.04, -0.26, -0.5].map((high) => [
    (angle) => {
      const [x, y, z] = onHead(angle, high, 1);
      const k = shock(angle, high);
      const back = Math.max(0, -Math.sin(angle));
      return [x * k, 1.648 + (y - 1.648) * k, 0.012 + (z - 0.024) * k - (peak + 0.02) * back * (1 - 0.3 * high)];
    },
    (angle) => face(angle, high),
  ]);
  for (const part of [0.4, 0.75, 1]) {
    const high = mix(1.57, to, part);
    rows.push([
      (angle) => [
        Math.cos(angle) * mix(0.085 * share, wide, part) * (1 + 0.1 * part * Math.sin(7 * angle)),
        high + 0.07 * part * Math.sin(5 * angle) * (1.6 - to),
        Math.sin(angle) * mix(0.08, 0.06, part) - mix(0.02, 0.085 + 0.3 * (wide - 0.07), part),
      ],
      (angle) => face(angle, 0) * (part === 1 ? 0.2 : 1) * smooth(0.35, -0.2, Math.sin(angle)),
    ]);
  }
  return patch(rows, columns, chains.trunk);
}

/** A knot of hair. */
export function bun({ knot: [behind, high, size] }: Dress, columns: number): Patch | undefined {
  if (size === 0) return undefined;
  const rows: Row[] = [0.98, 0.6, 0, -0.6, -0.98].map((y) => [
    (angle) => {
      const r = size * Math.sqrt(1 - y * y);
      return [Math.cos(angle) * r, 1.648 + high + y * size, -behind + Math.sin(angle) * r];
    },
    () => 1,
  ]);
  return patch(rows, columns, chains.trunk);
}

/** A line down a robe from hip or shoulder to beyond its hem: where a thread of its folds runs. */
export function fold(dress: Dress, angle: number, from: Metres, past: Metres): readonly Vec3[] {
  const to = Math.max(0.02, dress.hem - past);
  return [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => {
    const high = mix(from, to, share);
    const [w, d] = robeAt(dress, Math.max(high, dress.hem));
    const at = on({ at: [0, high, 0], wide: [w, 0, 0], deep: [0, 0, d], chain: chains.trunk }, angle, 1.03);
    return plus(at, [0, 0, -1], Math.max(0, -Math.sin(angle)) * dress.train * share * share);
  });
}
