/** A cloth of triangles around each figure's feet: ring and turn as bytes, which figure; uint8x4. */
export function poolMesh(figures: number, sides: number, rings: readonly number[]): Uint8Array {
  const out: number[] = [];
  const vertex = (ring: number, side: number, figure: number) =>
    out.push(Math.round(255 * (rings[ring] ?? 1)), Math.round((256 * side) / sides) % 256, figure, 0);
  for (let figure = 0; figure < figures; figure++) {
    for (let side = 0; side < sides; side++) {
      for (let ring = 0; ring + 1 < rings.length; ring++) {
        vertex(ring, side, figure);
        vertex(ring + 1, side, figure);
        vertex(ring + 1, side + 1, figure);
        if (ring === 0) continue;
        vertex(ring, side, figure);
        vertex(ring + 1, side + 1, figure);
        vertex(ring, side + 1, figure);
      }
    }
  }
  return Uint8Array.from(out);
}
