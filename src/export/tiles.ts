/** A part of a picture, in its pixels, and the larger part drawn to get it. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What is drawn: the tile with a border on each side that ends inside the picture. */
  readonly drawn: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Glow and blur reach over a tile's edge: light from this many pixels around it is drawn too and cut away. */
const border = 256;

const spans = (whole: number, most: number): readonly [from: number, to: number][] => {
  if (whole <= most) return [[0, whole]];
  const count = Math.ceil(whole / (most - 2 * border));
  const cut = (index: number) => Math.round((whole * index) / count);
  return Array.from({ length: count }, (_, index) => [cut(index), cut(index + 1)]);
};

/**
 * Rows of tiles, top left first, that make up a picture of width x height pixels, none drawn wider or higher than `most`.
 * One tile without a border where the whole fits.
 */
export function tile(width: number, height: number, most: number): readonly (readonly Tile[])[] {
  return spans(height, most).map(([top, bottom]) =>
    spans(width, most).map(([left, right]) => {
      const [x, y] = [Math.max(0, left - border), Math.max(0, top - border)];
      const [farX, farY] = [Math.min(width, right + border), Math.min(height, bottom + border)];
      const whole = width <= most && height <= most;
      const drawn = whole ? { x: 0, y: 0, width, height } : { x, y, width: farX - x, height: farY - y };
      return { x: left, y: top, width: right - left, height: bottom - top, drawn };
    }),
  );
}
