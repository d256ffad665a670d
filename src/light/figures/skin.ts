import type { Metres, Unit, Vec3 } from '../../units.ts';
import {
  armAt,
  chains,
  cross,
  floor,
  joint,
  legAt,
  on,
  onHead,
  plus,
  type Ring,
  sided,
  trunkAt,
  unit,
  ways,
} from './rest.ts';

/** A place on the skin: what carries it, which way is out, how much of the skin is there. */
export interface Pore {
  readonly at: Vec3;
  readonly chain: number;
  readonly normal: Vec3;
  readonly there: Unit;
}

/** Rows of places about a part; the last column is the first one again. */
export interface Patch {
  readonly columns: number;
  readonly rows: number;
  readonly pores: readonly Pore[];
}

export type Row = readonly [round: (angle: number) => Vec3, there: (angle: number) => Unit];

export function patch(rows: readonly Row[], columns: number, chain: number): Patch {
  const at = (row: number, column: number): Vec3 =>
    rows[Math.min(rows.length - 1, Math.max(0, row))]?.[0]((2 * Math.PI * column) / columns) ?? [0, 0, 0];
  const pores: Pore[] = [];
  rows.forEach(([, there], row) => {
    const middle = [0, 1, 2, 3].reduce<Vec3>((sum, q) => plus(sum, at(row, (q * columns) / 4), 0.25), [0, 0, 0]);
    for (let column = 0; column <= columns; column++) {
      const p = at(row, column);
      const up = plus(at(row + 1, column), at(row - 1, column), -1);
      const about = plus(at(row, column + 1), at(row, column - 1), -1);
      const n = unit(cross(up, about));
      const off = plus(p, middle, -1);
      const inward = n[0] * off[0] + n[1] * off[1] + n[2] * off[2] < 0;
      pores.push({
        at: p,
        chain,
        normal: inward ? plus([0, 0, 0], n, -1) : n,
        there: there((2 * Math.PI * column) / columns),
      });
    }
  });
  return { columns, rows: rows.length, pores };
}

const about =
  (of: Ring) =>
  (angle: number): Vec3 =>
    on(of, angle);

const whole = () => 1;

/** Neck and head; what is below is dressed. */
function neckAndHead(columns: number): Patch {
  const rows: Row[] = [1.4, 1.45, 1.495, 1.53].map((high, i) => [about(trunkAt(high)), i === 0 ? () => 0 : whole]);
  for (const high of [-0.84, -0.6, -0.32, -0.08, 0.2, 0.52, 0.86]) {
    rows.push([(angle) => onHead(angle, high), high > 0.6 ? () => 0.3 : whole]);
  }
  return patch(rows, columns, chains.trunk);
}

/** Shoulder to the roots of the fingers. */
function armAndPalm(side: number, columns: number, sleeve: number): Patch {
  const sign = side === 0 ? 1 : -1;
  const chain = chains.arm + side;
  const rows: Row[] = [
    [-0.2, 0.3],
    [-0.12, 0.7],
    [0, 1],
    [0.18, 1],
    [0.42, 1],
    [0.7, 1],
    [0.95, 1],
    [1.25, 1],
    [1.6, 1],
    [1.92, 1],
  ].map(([t = 0, there = 1]) => {
    // Sleeves end at the wrist.
    const wide = t > 1.8 ? 1 : 1.12 + (sleeve - 1) * Math.max(0, t) * 0.62;
    const ring = armAt(side, t);
    return [
      about({ ...ring, wide: plus([0, 0, 0], ring.wide, wide), deep: plus([0, 0, 0], ring.deep, wide) }),
      () => there,
    ];
  });
  const way = sided(ways.fore, sign);
  const wrist = joint(6 + 4 * side);
  const across = unit([sign * 0.93, 0.36, 0]);
  const palm = unit(cross(across, way));
  for (const [far, wide, deep, there] of [
    [0.02, 0.03, 0.018, 1],
    [0.05, 0.042, 0.017, 1],
    [0.085, 0.045, 0.013, 1],
    [0.105, 0.036, 0.006, 0.35],
  ] as const) {
    const at = plus(wrist, way, far);
    rows.push([
      about({ at, wide: plus([0, 0, 0], across, wide), deep: plus([0, 0, 0], palm, deep), chain }),
      () => there,
    ]);
  }
  return patch(rows, columns, chain);
}

/** As much of a leg as no hem hides. */
function legDown(side: number, columns: number, hem: Metres): Patch {
  const rows: Row[] = [0.9, 1, 1.18, 1.4, 1.68, 1.9, 2.03].map((t, i) => {
    const ring = legAt(side, t - (i === 0 ? Math.max(0, hem - 0.5) : 0));
    const wide = 1.25 - 0.1 * i * (t / 2);
    return [about({ ...ring, wide: plus([0, 0, 0], ring.wide, wide) }), i === 0 ? () => 0.4 : whole];
  });
  return patch(rows, columns, chains.leg + side);
}

/** Heel to toes: how far ahead of the ankle, half width, how high its middle and its half height. */
const footTable = [
  [-0.062, 0.012, 0.03, 0.016],
  [-0.045, 0.03, 0.04, 0.036],
  [0.005, 0.034, 0.05, 0.05],
  [0.06, 0.038, 0.036, 0.036],
  [0.12, 0.046, 0.022, 0.022],
  [0.17, 0.045, 0.015, 0.015],
  [0.205, 0.026, 0.01, 0.008],
] as const;

function footOf(side: number, columns: number): Patch {
  const chain = chains.leg + side;
  const [x, , z] = joint(14 + 4 * side);
  const [fx, , fz] = sided(ways.foot, side === 0 ? 1 : -1);
  const fore = unit([fx, 0, fz]);
  const rows: Row[] = footTable.map(([far, wide, high, tall]) => [
    about({
      at: plus([x, floor + high, z], fore, far),
      wide: [fore[2] * wide, 0, -fore[0] * wide],
      deep: [0, tall, 0],
      chain,
    }),
    whole,
  ]);
  return patch(rows, columns, chain);
}

/** What of a body is bare: head, arms, and legs where the hem is high; so many columns about its trunk. */
export function skin(columns: number, hem: Metres, sleeve: number): readonly Patch[] {
  const some = (share: number) => Math.max(4, Math.round(columns * share));
  return [
    neckAndHead(some(0.8)),
    ...[0, 1].flatMap((side) => [
      armAndPalm(side, some(0.5), sleeve),
      ...(hem > 0.3 ? [legDown(side, some(0.5), hem), footOf(side, some(0.4))] : []),
    ]),
  ];
}

/** The same with every other row: from far off. */
export function thinned({ columns, rows, pores }: Patch): Patch {
  const kept = Array.from({ length: rows }, (_, row) => row).filter((row) => row % 2 === 0 || row + 1 === rows);
  return {
    columns,
    rows: kept.length,
    pores: kept.flatMap((row) => pores.slice(row * (columns + 1), (row + 1) * (columns + 1))),
  };
}
