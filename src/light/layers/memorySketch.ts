/** A place in a memory's scene: metres, x to the right from the middle, y up from its floor. */
export type Spot = readonly [x: number, y: number];

/** How many shapes a scene may have, and vec4s for each; see shaders/puppet.vert. */
export const shapeLimit = 62;
const perShape = 3;

/** In the order of painting: behind both, the judged one, between the two, the judge, before both. */
const depths = ['behind', 'judged', 'between', 'judge', 'before'] as const;
export type Depth = (typeof depths)[number];

/** Strokes with a profile. */
const strokes = { coat: 3, head: 4, sleeve: 5, trouser: 6 } as const;
const framed = 16;

interface Shape {
  readonly depth: Depth;
  readonly numbers: readonly number[];
}

/**
 * The shapes of a scene, in grey tones as a film has them (0 black .. 1 the lamp's full light, over 1 a light itself),
 * painted in order.
 */
export class Sketch {
  private readonly shapes: Shape[] = [];
  private readonly framedDepth: Depth | undefined;

  /** @param framedDepth what is cut off at the scene's window */
  constructor(framedDepth?: Depth) {
    this.framedDepth = framedDepth;
  }

  private put(depth: Depth, numbers: readonly number[]): void {
    if (this.shapes.length >= shapeLimit) return;
    const own = [...numbers];
    if (depth === this.framedDepth) own[8] = (own[8] ?? 0) + framed;
    this.shapes.push({ depth, numbers: own });
  }

  /** A convex area of four corners, in order around it. @param alpha how much it covers */
  area(depth: Depth, corners: readonly [Spot, Spot, Spot, Spot], tone: number, alpha = 1, soft = 0): void {
    this.put(depth, [...corners.flat(), 0, tone, soft, alpha]);
  }

  /** Upright box about its middle, turned about it by an angle. */
  box(depth: Depth, [x, y]: Spot, width: number, height: number, tone: number, turn = 0, alpha = 1): void {
    const c = Math.cos(turn);
    const s = Math.sin(turn);
    const corner = (u: number, v: number): Spot => {
      const [a, b] = [(u * width) / 2, (v * height) / 2];
      return [x + a * c - b * s, y + a * s + b * c];
    };
    this.area(depth, [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], tone, alpha);
  }

  /** A bar with round ends, thick in half widths. */
  bar(depth: Depth, a: Spot, b: Spot, from: number, to: number, tone: number, alpha = 1, soft = 0): void {
    this.put(depth, [...a, ...b, from, to, 0, 0, 1, tone, soft, alpha]);
  }

  /** Light that spreads from a place, added to what lies under it. */
  glow(depth: Depth, [x, y]: Spot, radius: number, strength: number): void {
    this.put(depth, [x, y, radius, 0, 0, 0, 0, 0, 2, strength, 0, 1]);
  }

  /** A stroke through three places with the profile of what it is. @param facing -1 to the left .. 1 to the right */
  stroke(
    depth: Depth,
    what: keyof typeof strokes,
    [from, over, to]: readonly [Spot, Spot, Spot],
    look: { readonly size: number; readonly facing: number; readonly tone: number; readonly soft: number },
  ): void {
    const bend: Spot = [2 * over[0] - (from[0] + to[0]) / 2, 2 * over[1] - (from[1] + to[1]) / 2];
    this.put(depth, [...from, ...bend, ...to, look.size, look.facing, strokes[what], look.tone, look.soft, 1]);
  }

  /** Packs the shapes; returns how many there are. */
  pack(out: Float32Array): number {
    const sorted = depths.flatMap((depth) => this.shapes.filter((shape) => shape.depth === depth));
    sorted.forEach((shape, i) => {
      out.set(shape.numbers, i * perShape * 4);
    });
    return sorted.length;
  }
}

export const mixed = (a: number, b: number, x: number): number => a + (b - a) * x;
export const mixedSpot = (a: Spot, b: Spot, x: number): Spot => [mixed(a[0], b[0], x), mixed(a[1], b[1], x)];
export const eased = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};
