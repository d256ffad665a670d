/** A part of a picture, in its pixels, from the top left. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Up to this many pixels a side a picture is drawn in one. */
const largestWhole = 4096;
/** A tile's side: several targets, half as fine again, in 16 bit floats, are what a small GPU can hold. */
const largestTile = 1920;

function spans(whole: number, most: number): readonly [from: number, to: number][] {
  const count = Math.ceil(whole / most);
  const cut = (index: number) => Math.round((whole * index) / count);
  return Array.from({ length: count }, (_, index) => [cut(index), cut(index + 1)]);
}

/** Rows of tiles, top left first, that make up a picture of width x height pixels; one where it can be drawn whole. */
export function tile(
  width: number,
  height: number,
  most = Math.max(width, height) <= largestWhole ? largestWhole : largestTile,
): readonly (readonly Tile[])[] {
  return spans(height, most).map(([top, bottom]) =>
    spans(width, most).map(([left, right]) => ({ x: left, y: top, width: right - left, height: bottom - top })),
  );
}
