import { Geometry } from 'pixi.js';
import type { Radians, Unit } from '../../units.ts';

/** Which of its indices a wedge of the grids takes. */
export interface Span {
  readonly start: number;
  readonly size: number;
}

export interface LeanGrids {
  readonly geometry: Geometry;
  /** The cells that an eye sees which looks towards `azimuth` (of x to z) and `half` as far to either side. */
  span(azimuth: Radians, half: Radians): Span;
}

const ways = 32;
const halves: readonly Radians[] = [0.8, 0.95, 1.35];
/** The eye stands anywhere within two cells of a grid's middle. */
const loose = 2.9;

/** Cells of one grid ring by ring from its middle outwards, each ring walked round, so that neighbours follow each other. */
function ringsOf(side: number): readonly (readonly [column: number, row: number])[] {
  const cells: [number, number][] = [];
  for (let ring = 0; ring < side / 2; ring++) {
    const [low, high] = [side / 2 - 1 - ring, side / 2 + ring];
    for (let i = low; i < high; i++) cells.push([i, low]);
    for (let i = low; i < high; i++) cells.push([high, i]);
    for (let i = high; i > low; i--) cells.push([i, high]);
    for (let i = high; i > low; i--) cells.push([low, i]);
  }
  return cells;
}

/**
 * The nested grids of `grid.ts` for a processor: of what lies behind the eye nothing is even looked at. The shader closes
 * their rims.
 * @param side cells a side, a multiple of 4
 */
export function leanGrids(side: number, grids: number): LeanGrids {
  const points = side + 1;
  const cells = new Uint16Array(points * points * grids * 4);
  for (let grid = 0; grid < grids; grid++) {
    for (let row = 0; row < points; row++) {
      for (let column = 0; column < points; column++) {
        cells.set([column, row, grid, 0], (grid * points * points + row * points + column) * 4);
      }
    }
  }
  const half = side / 2;
  const [from, to] = [half - side / 4 + 1, half + side / 4];
  const rings = ringsOf(side);
  type Cells = typeof rings;
  const taken: (readonly [start: number, cells: Cells, around: Cells])[] = [];
  let end = 0;
  const take = (seen: (column: number, row: number) => boolean): Span => {
    const start = end;
    const cells = rings.filter(([column, row]) => seen(column + 0.5 - half, row + 0.5 - half));
    // Within every grid lies a finer one.
    const around = cells.filter(([column, row]) => Math.min(column, row) < from || Math.max(column, row) >= to);
    taken.push([start, cells, around]);
    end += 6 * (cells.length + (grids - 1) * around.length);
    return { start, size: end - start };
  };
  const whole = take(() => true);
  const wedges = halves.map((wide) =>
    Array.from({ length: ways }, (_, way) => {
      const turn = ((way + 0.5) / ways) * 2 * Math.PI;
      return take((x, z) => {
        const far = Math.hypot(x, z);
        if (far < loose + 0.8) return true;
        const cos: Unit = (x * Math.cos(turn) + z * Math.sin(turn)) / far;
        return Math.acos(Math.min(1, Math.max(-1, cos))) < wide + Math.PI / ways + Math.asin(loose / far);
      });
    }),
  );
  const indices = new Uint32Array(end);
  for (const [start, cells, around] of taken) {
    let at = start;
    for (let grid = 0; grid < grids; grid++) {
      for (const [column, row] of grid > 0 ? around : cells) {
        const a = (grid * points + row) * points + column;
        indices[at++] = a;
        indices[at++] = a + 1;
        indices[at++] = a + points;
        indices[at++] = a + 1;
        indices[at++] = a + points + 1;
        indices[at++] = a + points;
      }
    }
  }
  return {
    geometry: new Geometry({
      attributes: { aCell: { buffer: cells, format: 'uint16x4' } },
      indexBuffer: indices,
    }),
    span(azimuth, halfAngle) {
      const turn = azimuth / (2 * Math.PI);
      const way = Math.min(ways - 1, Math.floor((turn - Math.floor(turn)) * ways));
      for (let i = 0; i < halves.length; i++) {
        if (halfAngle <= (halves[i] ?? 0)) return wedges[i]?.[way] ?? whole;
      }
      return whole;
    },
  };
}
