import { rightHand } from './memoryBodies.ts';
import type { Staged } from './memoryScenes.ts';
import { eased, mixed, mixedSpot, type Spot } from './memorySketch.ts';

/** A lantern: put out, and both are in the dark; lit, and both are seen. */
export function drawLamp({ sketch, judge, harsh, healed, within }: Staged): void {
  const hand = judge.spot(rightHand);
  const lit = Math.max(1 - eased(0.35, 0.75, harsh), eased(0.05, 0.6, healed));
  const at: Spot = [hand[0] - 0.05, hand[1] - 0.3];
  sketch.glow('behind', at, mixed(1.1, 1.7, healed), lit * mixed(0.75, 0.95, healed));
  sketch.glow('behind', at, 0.42, lit * 0.7);
  sketch.bar('before', hand, [at[0], at[1] + 0.24], 0.012, 0.012, 0.02);
  sketch.area(
    'before',
    [
      [at[0] - 0.17, at[1] + 0.15],
      [at[0] + 0.17, at[1] + 0.15],
      [at[0] + 0.03, at[1] + 0.27],
      [at[0] - 0.03, at[1] + 0.27],
    ],
    0.03,
  );
  sketch.box('before', at, 0.26, 0.3, mixed(0.1, 1.5, lit));
  sketch.bar('before', [at[0], at[1] - 0.08], [at[0], at[1] + 0.05], 0.05, 0.015, mixed(0.04, 2.4, lit));
  for (const side of [-0.135, 0.135]) {
    sketch.bar('before', [at[0] + side, at[1] - 0.15], [at[0] + side, at[1] + 0.15], 0.014, 0.014, 0.02);
  }
  sketch.box('before', [at[0], at[1] - 0.18], 0.36, 0.07, 0.03);
  // A thread of smoke.
  const smoke = (1 - lit) * (1 - healed);
  const sway = (y: number) => 0.07 * Math.sin(y * 7 + within * 9);
  for (let n = 0; n < 5; n++) {
    const y = 0.3 + n * 0.14;
    const from: Spot = [at[0] + sway(y), at[1] + y];
    const to: Spot = [at[0] + sway(y + 0.14), at[1] + y + 0.14];
    sketch.bar('before', from, to, 0.016 + 0.006 * n, 0.022 + 0.006 * n, 0.34, smoke * (0.8 - 0.14 * n));
  }
}

/** A chair: pulled away from under the other, or set behind and offered. */
export function drawChair({ sketch, judged, harsh, healed }: Staged): void {
  const pelvis = judged.spot(0);
  const away = eased(0.1, 0.75, harsh) * (1 - healed);
  const [seatX, seatY] = mixedSpot(
    [mixed(-0.32, 0.5, away), 0.5],
    [pelvis[0] + 0.05, Math.min(0.56, pelvis[1] - 0.1)],
    healed,
  );
  const tilt = -0.42 * away;
  const c = Math.cos(tilt);
  const s = Math.sin(tilt);
  const spot = (x: number, y: number): Spot => [
    seatX + x * c - y * s,
    Math.max(0.02, seatY + 0.12 * away + x * s + y * c),
  ];
  sketch.glow('behind', [seatX, 0.8], 0.9, 0.45 * healed);
  const ink = 0.015;
  const depth = 'behind';
  sketch.bar(depth, spot(-0.27, 0), spot(0.27, 0), 0.04, 0.04, ink);
  sketch.bar(depth, spot(0.25, 0), spot(0.33, 0.66), 0.036, 0.03, ink);
  sketch.bar(depth, spot(0.21, 0.02), spot(0.26, 0.62), 0.02, 0.02, ink);
  sketch.bar(depth, spot(0.28, 0.4), spot(0.3, 0.62), 0.065, 0.075, ink);
  sketch.bar(depth, spot(-0.24, 0), spot(-0.27, -0.48), 0.034, 0.026, ink);
  sketch.bar(depth, spot(0.25, 0), spot(0.31, -0.48), 0.034, 0.026, ink);
  sketch.bar(depth, spot(-0.25, -0.27), spot(0.27, -0.27), 0.016, 0.016, ink);
  // Marks of dragging, that the eye sees which way it went.
  for (let n = 0; n < 3; n++) {
    const y = 0.06 + n * 0.14;
    sketch.bar('behind', [seatX - 0.5 - 0.12 * n, y], [seatX - 0.95 - 0.08 * n, y], 0.012, 0.004, 0.12, 0.6 * away);
  }
}

/** A coat in the snow: snatched and clutched shut, or laid about the other's shoulders. */
export function drawCoat({ sketch, judge, judged, healed, within }: Staged): void {
  // Snow; it turns to motes of warmth as the scene heals.
  for (let n = 0; n < 12; n++) {
    const fall = (n * 0.37 + within * (1.1 + 0.13 * (n % 3)) * (1 - healed * 0.4)) % 1;
    const x = -1.45 + ((n * 0.618) % 1) * 2.9 + 0.08 * Math.sin(within * 6 + n);
    const at: Spot = [x, 2.15 * (1 - fall)];
    const flake = 0.013 + 0.012 * ((n * 0.377) % 1);
    sketch.bar('before', at, [at[0] - 0.03 * (1 - healed), at[1] + 0.04 * (1 - healed)], flake, flake, 0.95, 0.9, 0.01);
  }
  const wears = healed;
  const neckA = judge.spot(2);
  const neckB = judged.spot(2);
  const wool = 0.17;
  // It hangs on the hard one, and at last over the other.
  const neck = mixedSpot(neckA, neckB, wears);
  const hips = mixedSpot(judge.spot(0), judged.spot(0), wears);
  const hem: Spot = [hips[0] - 0.02, Math.max(0.14, hips[1] - 0.56)];
  const depth = 'before';
  const size = mixed(1.18, 1.24, wears);
  sketch.stroke(depth, 'coat', [hem, mixedSpot(hips, neck, 0.35), [neck[0], neck[1] + 0.02]], {
    size,
    facing: mixed(-0.6, 0.6, wears),
    tone: wool,
    soft: 0,
  });
  // Folds, and a collar turned up.
  for (const side of [-0.13, 0.02, 0.15]) {
    const foot: Spot = [hem[0] + side * 1.4 * size, hem[1] + 0.05];
    sketch.bar(depth, foot, mixedSpot(foot, [neck[0] + side * 0.5, neck[1] - 0.2], 0.75), 0.016, 0.006, 0.06, 0.8);
  }
  const collar = mixed(0.1, 0.04, wears);
  sketch.bar(depth, [neck[0] - 0.09, neck[1]], [neck[0] + 0.09, neck[1] + collar * 0.4], 0.05, 0.06, 0.1);
  // The sleeves that clutch it shut, and the bare hands that lay it there.
  for (const shoulder of [4, 8]) {
    const arm = [judge.spot(shoulder), judge.spot(shoulder + 1), judge.spot(shoulder + 2)] as const;
    sketch.stroke(depth, 'sleeve', arm, { size: 1.08, facing: 1, tone: mixed(wool + 0.03, 0.012, wears), soft: 0 });
    sketch.bar(depth, arm[2], judge.spot(shoulder + 3), 0.045, 0.04, 0.012);
  }
  sketch.glow('behind', mixedSpot(neckA, neckB, 0.5), 1, 0.5 * healed);
}
