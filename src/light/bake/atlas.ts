/**
 * A tile and its halves, quarters ... one under the other in one picture twice as high as wide, four floats a texel: what
 * is far is read from the smaller ones by arithmetic alone, as without a GPU the hardware's own levels are dear.
 */
export function levelAtlas(tile: Float32Array, size: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(size * size * 2 * 4);
  let from = tile;
  let side = size;
  let top = 0;
  while (side >= 1) {
    for (let row = 0; row < side; row++) {
      out.set(from.subarray(row * side * 4, (row + 1) * side * 4), (top + row) * size * 4);
    }
    top += side;
    const next = side / 2;
    if (next < 1) break;
    const smaller = new Float32Array(next * next * 4);
    for (let row = 0; row < next; row++) {
      for (let column = 0; column < next; column++) {
        for (let i = 0; i < 4; i++) {
          const at = (row * 2 * side + column * 2) * 4 + i;
          const below = at + side * 4;
          smaller[(row * next + column) * 4 + i] =
            ((from[at] ?? 0) + (from[at + 4] ?? 0) + (from[below] ?? 0) + (from[below + 4] ?? 0)) / 4;
        }
      }
    }
    from = smaller;
    side = next;
  }
  return out;
}
