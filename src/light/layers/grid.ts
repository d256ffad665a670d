import { Geometry } from 'pixi.js';

/**
 * Nested square grids around the walker, each with cells twice as large as the one before (Losasso & Hoppe 2004), as
 * (column, row, grid) per vertex; the shader places them on lattices fixed in the world, so that nothing swims. Each grid
 * but the first has a hole where the finer one lies, a little smaller, so that they overlap.
 * @param side cells a side, a multiple of 4
 */
export function nestedGrids(side: number, grids: number): Geometry {
  const points = side + 1;
  const cells = new Uint16Array(points * points * grids * 4);
  const indices: number[] = [];
  const hole = side / 4 + 2;
  // From the walker outwards, so that what nearer hills hide need not be shaded.
  const order = Array.from({ length: side * side }, (_, i) => i);
  const middle = (side - 1) / 2;
  const far = (i: number) => (Math.floor(i / side) - middle) ** 2 + ((i % side) - middle) ** 2;
  order.sort((one, other) => far(one) - far(other) || one - other);
  for (let grid = 0; grid < grids; grid++) {
    const first = grid * points * points;
    for (let row = 0; row < points; row++) {
      for (let column = 0; column < points; column++) {
        cells.set([column, row, grid, 0], (first + row * points + column) * 4);
      }
    }
    for (const cell of order) {
      const column = cell % side;
      const row = (cell - column) / side;
      const inHole = grid > 0 && Math.min(column, row) >= hole && Math.max(column, row) < side - hole;
      if (inHole) continue;
      const a = first + row * points + column;
      indices.push(a, a + 1, a + points, a + 1, a + points + 1, a + points);
    }
  }
  return new Geometry({
    attributes: { aCell: { buffer: cells, format: 'uint16x4' } },
    indexBuffer: new Uint32Array(indices),
  });
}
