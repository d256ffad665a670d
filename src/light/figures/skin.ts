import type { Unit, Vec3 } from '../../units.ts';
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

type Row = readonly [round: (angle: number) => Vec3, there: Unit];

function patch(rows: readonly Row[], columns: number, chain: number): Patch {
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
      pores.push({ at: p, chain, normal: inward ? plus([0, 0, 0], n, -1) : n, there });
    }
  });
  return { columns, rows: rows.length, pores };
}

const about =
  (of: Ring) =>
  (angle: number): Vec3 =>
    on(of, angle);

/** Hips to crown, in one. */
function trunkAndHead(columns: number): Patch {
  const rows: Row[] = [0.82, 0.87, 0.95, 1.03, 1.1, 1.18, 1.26, 1.34, 1.405, 1.45, 1.495, 1.53].map((high, i) => [
    about(trunkAt(high)),
    i === 0 ? 0 : 1,
  ]);
  for (const high of [-0.84, -0.68, -0.5, -0.32, -0.14, 0.06, 0.28, 0.52, 0.76, 0.93, 0.998]) {
    rows.push([(angle) => onHead(angle, high), 1]);
  }
  return patch(rows, columns, chains.trunk);
}

/** Shoulder to the roots of the fingers. */
function armAndPalm(side: number, columns: number): Patch {
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
  ].map(([t = 0, there = 1]) => [about(armAt(side, t)), there]);
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
    rows.push([about({ at, wide: plus([0, 0, 0], across, wide), deep: plus([0, 0, 0], palm, deep), chain }), there]);
  }
  return patch(rows, columns, chain);
}

function legDown(side: number, columns: number): Patch {
  const rows: Row[] = [
    [-0.06, 0],
    [0.1, 0.8],
    [0.3, 1],
    [0.55, 1],
    [0.8, 1],
    [1, 1],
    [1.18, 1],
    [1.4, 1],
    [1.68, 1],
    [1.9, 1],
    [2.03, 1],
  ].map(([t = 0, there = 1]) => [about(legAt(side, t)), there]);
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
    1,
  ]);
  return patch(rows, columns, chain);
}

/** Cloth from the breast down over the hips: how high, half width and depth, how much of it is there. */
const clothTable = [
  [1.2, 0.134, 0.098, 0],
  [1.13, 0.124, 0.091, 0.3],
  [1.07, 0.128, 0.093, 0.42],
  [1.0, 0.156, 0.116, 0.5],
  [0.92, 0.186, 0.138, 0.56],
  [0.82, 0.208, 0.156, 0.6],
  [0.71, 0.226, 0.176, 0.62],
  [0.59, 0.244, 0.198, 0.6],
  [0.48, 0.262, 0.218, 0.5],
  [0.4, 0.276, 0.232, 0.16],
] as const;

/** It hangs in folds. */
export function cloth(columns: number): Patch {
  const rows: Row[] = clothTable.map(([high, wide, deep, there]) => {
    const share = Math.max(0, 1.05 - high);
    return [
      (angle) => {
        const turn = angle + 0.3 * share;
        const fold = 1 + share * (0.16 * Math.sin(5 * turn + 1) + 0.1 * Math.sin(8 * turn + 2.6));
        return [Math.cos(turn) * wide * fold, high - 0.05 * share * Math.sin(3 * angle), Math.sin(turn) * deep * fold];
      },
      there,
    ];
  });
  return patch(rows, columns, chains.trunk);
}

/** The skin of a body at rest; so many columns about its trunk. */
export function skin(columns: number): readonly Patch[] {
  const some = (share: number) => Math.max(4, Math.round(columns * share));
  return [
    trunkAndHead(columns),
    ...[0, 1].flatMap((side) => [armAndPalm(side, some(0.5)), legDown(side, some(0.62)), footOf(side, some(0.5))]),
  ];
}
