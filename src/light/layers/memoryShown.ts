import { leftHand, rightHand } from './memoryBodies.ts';
import type { Staged } from './memoryScenes.ts';
import { type Depth, eased, mixed, mixedSpot, type Sketch, type Spot } from './memorySketch.ts';

const paper = 0.95;

/** A page: torn in two before the chest, or whole and held out. */
export function drawPage({ sketch, judge, harsh, healed, within }: Staged): void {
  const left = judge.spot(leftHand);
  const right = judge.spot(rightHand);
  const [a, b] = left[0] < right[0] ? [left, right] : [right, left];
  const torn = eased(0.25, 0.8, harsh) * (1 - healed);
  const middle = mixedSpot(mixedSpot(a, b, 0.5), [-0.12, 1.12], healed);
  const [w, h] = [0.54, 0.7];
  for (const side of [-1, 1] as const) {
    const hand = side < 0 ? a : b;
    const far = mixed(0, 1, torn);
    const turn = -side * 0.5 * torn;
    const at: Spot = [
      mixed(middle[0] + (side * w) / 4, hand[0] + side * 0.05, far),
      mixed(middle[1] + 0.05, hand[1] - 0.12, far),
    ];
    const c = Math.cos(turn);
    const s = Math.sin(turn);
    const spot = (x: number, y: number): Spot => [at[0] + x * c - y * s, at[1] + x * s + y * c];
    const outer = (side * w) / 4;
    // The torn edge runs in teeth; the two halves fit.
    const tooth = [0.06, -0.05, 0.05, -0.06];
    const edge = (n: number) => -outer + (tooth[n] ?? 0);
    for (let n = 0; n < 3; n++) {
      const [y0, y1] = [h * (n / 3 - 0.5), h * ((n + 1) / 3 - 0.5)];
      sketch.area('before', [spot(outer, y0), spot(edge(n), y0), spot(edge(n + 1), y1), spot(outer, y1)], paper);
    }
    for (const line of [-0.2, -0.02, 0.16]) {
      const from = -outer * 0.55;
      sketch.bar('before', spot(outer * 0.65, line), spot(from, line), 0.016, 0.016, 0.3, 0.85);
    }
  }
  if (torn > 0.05) {
    for (let n = 0; n < 4; n++) {
      const fall = Math.max(0, within - 0.42 - n * 0.05) * 2.4;
      const at: Spot = [middle[0] + (n - 1.5) * 0.17, Math.max(0.04, middle[1] - 0.3 - fall * (0.8 + 0.2 * n))];
      sketch.box('before', at, 0.1, 0.075, paper, n * 1.3 + fall * 2, torn);
    }
  }
  sketch.glow('behind', middle, 0.75, 0.5 * healed);
}

/** A door with light behind: its leaf shuts over the other, or stands open and light falls out. */
export function drawDoor({ sketch, harsh, healed }: Staged): void {
  const [l, r, top] = [-1.14, -0.1, 1.98];
  const shut = eased(0.05, 0.95, harsh) * (1 - healed);
  const light = mixed(0.85, 1.15, healed);
  sketch.area(
    'behind',
    [
      [l, 0],
      [r, 0],
      [r, top],
      [l, top],
    ],
    light,
  );
  sketch.glow('behind', [(l + r) / 2, 1.05], 1.25, 0.28 * (1 - shut) + 0.5 * healed);
  // Light falls out over the floor.
  const out = (1 - shut) * (0.35 + 0.5 * healed);
  sketch.area(
    'behind',
    [
      [l - 0.25, -0.3],
      [r + 0.75, -0.3],
      [r, 0],
      [l, 0],
    ],
    light,
    out,
    0.05,
  );
  const angle = mixed(1.5, 0, shut) + 0.25 * healed;
  const free = r - (r - l) * Math.cos(angle);
  const near = 0.17 * Math.sin(angle);
  const leaf = (u: number, v: number): Spot => [mixed(r, free, u), mixed(-near * u, top + near * u, v)];
  sketch.area('between', [leaf(0, 0), leaf(1, 0), leaf(1, 1), leaf(0, 1)], 0.12);
  for (const [v0, v1] of [
    [0.1, 0.44],
    [0.54, 0.92],
  ] as const) {
    sketch.area('between', [leaf(0.16, v0), leaf(0.84, v0), leaf(0.84, v1), leaf(0.16, v1)], 0.19, shut);
  }
  sketch.bar('between', leaf(0.88, 0.48), leaf(0.9, 0.48), 0.045, 0.045, 0.75, 0.4 + 0.6 * shut);
  // A line of light stays under the shut door.
  sketch.area(
    'between',
    [
      [l, 0.0],
      [r, 0.0],
      [r, 0.035],
      [l, 0.035],
    ],
    0.9,
    shut,
  );
  const post = 0.055;
  sketch.bar('between', [l - post, 0], [l - post, top + post], post, post, 0.05);
  sketch.bar('between', [r + post, 0], [r + post, top + post], post, post, 0.05);
  sketch.bar('between', [l - post, top + post], [r + post, top + post], post, post, 0.05);
}

/** The same head as everyone's here, as a portrait has it: shoulders, neck, the knot of hair. */
function drawBust(sketch: Sketch, depth: Depth, [x, y]: Spot, healed: number): void {
  const size = 0.86;
  const lean = mixed(0.3, -0.04, healed);
  const up: Spot = [-Math.sin(lean), Math.cos(lean)];
  const on = (far: number): Spot => [x + up[0] * far, y - 0.12 + up[1] * far];
  const ink = { size, facing: -1, tone: 0.05, soft: 0 };
  sketch.area(
    depth,
    [
      [x - 0.26, y - 0.4],
      [x + 0.3, y - 0.4],
      [x + 0.11, y - 0.13],
      [x - 0.08, y - 0.14],
    ],
    0.05,
  );
  sketch.stroke(depth, 'head', [on(-0.06), on(0.11), on(0.28)], ink);
  const knot = on(0.14);
  sketch.bar(depth, [knot[0] + 0.13, knot[1]], [knot[0] + 0.135, knot[1] + 0.02], 0.05, 0.042, 0.05);
}

/** A portrait as large as a chest: turned to the wall, or turned to us and held up. */
export function drawPortrait({ sketch, judge, harsh, healed }: Staged): void {
  const hands = mixedSpot(judge.spot(leftHand), judge.spot(rightHand), 0.5);
  const turning = eased(0.1, 0.9, harsh) * Math.PI;
  const face = Math.cos(turning * (1 - healed));
  const [w, h] = [0.8, 1.0];
  const at: Spot = mixedSpot([hands[0] - 0.22, 1.2], [hands[0] - 0.4, Math.min(1.22, hands[1])], healed);
  const wide = Math.max(0.05, Math.abs(face));
  sketch.glow('behind', at, 1, 0.65 * healed);
  sketch.box('before', at, w * wide, h, 0.07);
  const x = (u: number) => at[0] + u * wide;
  if (face > 0) {
    sketch.box('before', at, (w - 0.16) * wide, h - 0.16, 0.5);
    sketch.glow('before', [at[0], at[1] + 0.05], 0.3, mixed(0.25, 0.6, healed));
    if (face > 0.45) drawBust(sketch, 'before', [x(0.02), at[1]], healed);
  } else {
    // Bare boards, a brace, and the wire it hung by.
    sketch.box('before', at, (w - 0.12) * wide, h - 0.12, 0.24);
    for (const side of [-1, 1]) {
      sketch.bar('before', [x(-0.33 * side), at[1] - 0.42], [x(0.33 * side), at[1] + 0.42], 0.035, 0.035, 0.09);
    }
  }
}

/** A tall mirror: a cloth falls over it, or is drawn off and a face looks back. */
export function drawMirror({ sketch, judge, harsh, healed }: Staged): void {
  const [l, r, foot, top] = [-0.97, -0.13, 0.32, 2.0];
  const middle = (l + r) / 2;
  const wide = (r - l) / 2;
  sketch.glow('behind', [middle, 1.2], 1.1, 0.12 + 0.55 * healed);
  sketch.bar('behind', [l, 0], [l, top], 0.05, 0.05, 0.04);
  sketch.bar('behind', [r, 0], [r, top], 0.05, 0.05, 0.04);
  sketch.area(
    'behind',
    [
      [l, foot],
      [r, foot],
      [r, top],
      [l, top],
    ],
    mixed(0.78, 0.95, healed),
  );
  sketch.bar('between', [l, top + 0.02], [r, top + 0.02], 0.055, 0.055, 0.04);
  sketch.bar('between', [l, foot], [r, foot], 0.05, 0.05, 0.04);
  // The cloth comes down from above; drawn off, it hangs from the hand.
  const down = eased(0.05, 0.85, harsh) * (1 - healed);
  const hand = judge.spot(rightHand);
  const hem = mixed(top, 0.14, down);
  const cloth = (u: number, v: number): Spot => {
    const over: Spot = [middle + u * (wide + 0.09 + 0.05 * (1 - v)), mixed(hem, top + 0.1, v)];
    const held: Spot = [hand[0] + 0.16 + u * 0.16 * (1.6 - v), hand[1] - 0.95 * (1 - v)];
    return mixedSpot(over, held, eased(0.15, 0.85, healed));
  };
  sketch.area(
    'between',
    [cloth(-1, 0), cloth(1, 0), cloth(1, 1), cloth(-1, 1)],
    0.17,
    Math.max(eased(0, 0.1, down), eased(0.1, 0.3, healed)),
  );
  const folds = Math.max(down, healed);
  for (const u of [-0.62, -0.1, 0.45, 0.8]) {
    sketch.bar('between', cloth(u, 0.02), cloth(u * 0.86, 0.97), 0.03, 0.012, 0.1, 0.8 * eased(0.2, 0.5, folds));
  }
}
