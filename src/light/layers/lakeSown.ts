import { Geometry } from 'pixi.js';

type Four = readonly [number, number, number, number];

/** What a corner belongs to, in the fourth number of its place, as shaders/deep.vert knows it. */
export const kinds = { glow: -1, dash: -2, root: 16 } as const;

/** Gathers all light of the lake that is drawn with one call. */
export interface Sown {
  /** A corner; gives back its number. */
  corner(place: Four, way: Four): number;
  triangle(a: number, b: number, c: number): void;
  /** One triangle around a disc; `mote` its number, `a` and `b` what its kind wants. */
  disc(place: Four, mote: number, a?: number, b?: number): void;
  /** How many indices there are by now. */
  readonly size: number;
  geometry(): Geometry;
}

export function sown(): Sown {
  const place: number[] = [];
  const way: number[] = [];
  const index: number[] = [];
  const corner = (a: Four, b: Four): number => {
    place.push(...a);
    way.push(...b);
    return place.length / 4 - 1;
  };
  return {
    corner,
    triangle: (a, b, c) => index.push(a, b, c),
    disc(at, mote, a = 0, b = 0) {
      for (let side = 0; side < 3; side++) index.push(corner(at, [mote, side, a, b]));
    },
    get size() {
      return index.length;
    },
    geometry: () =>
      new Geometry({
        attributes: {
          aPlace: { buffer: new Float32Array(place), format: 'float32x4' },
          aWay: { buffer: new Float32Array(way), format: 'float32x4' },
        },
        indexBuffer: new Uint32Array(index),
      }),
  };
}
