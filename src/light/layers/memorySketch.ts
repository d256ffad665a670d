/** A place in a memory's scene: metres, x to the right from the middle, y up from its floor. */
export type Spot = readonly [x: number, y: number];

/** How many drawn shapes a scene may have, and vec4s for each. */
export const shapeLimit = 30;
const perShape = 3;

/** Where in the order of painting something lies: behind the one who is judged, between the two, before both. */
export type Depth = 'behind' | 'between' | 'before';

interface Shape {
  readonly depth: Depth;
  readonly numbers: readonly number[];
}

/**
 * The drawn things of a scene, in grey tones as a film has them (0 black .. 1 the lamp's full light, over 1 a light
 * itself), painted in order; see shaders/memory.frag.
 */
export class Sketch {
  private readonly shapes: Shape[] = [];

  private put(depth: Depth, numbers: readonly number[]): void {
    if (this.shapes.length < shapeLimit) this.shapes.push({ depth, numbers });
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
  bar(depth: Depth, a: Spot, b: Spot, from: number, to: number, tone: number, alpha = 1): void {
    this.put(depth, [...a, ...b, from, to, 0, 0, 1, tone, 0, alpha]);
  }

  /** Light that spreads from a place, added to what lies under it. */
  glow(depth: Depth, [x, y]: Spot, radius: number, strength: number): void {
    this.put(depth, [x, y, radius, 0, 0, 0, 0, 0, 2, strength, 0, 1]);
  }

  /** Packs the shapes; returns how many lie behind, and how many behind or between. */
  pack(out: Float32Array): readonly [behind: number, between: number, all: number] {
    const order: readonly Depth[] = ['behind', 'between', 'before'];
    const sorted = order.map((depth) => this.shapes.filter((shape) => shape.depth === depth));
    const counts = sorted.map((part) => part.length);
    sorted.flat().forEach((shape, i) => {
      out.set(shape.numbers, i * perShape * 4);
    });
    const [behind = 0, between = 0, before = 0] = counts;
    return [behind, behind + between, behind + between + before];
  }
}

export const mixed = (a: number, b: number, x: number): number => a + (b - a) * x;
export const mixedSpot = (a: Spot, b: Spot, x: number): Spot => [mixed(a[0], b[0], x), mixed(a[1], b[1], x)];
export const eased = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};
