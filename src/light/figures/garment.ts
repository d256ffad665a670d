/** Rings of a garment from the neck to the hem; see shaders/figure.glsl. */
export const garmentRings = 9;

type Point = readonly [x: number, y: number, z: number];

const at = (pose: Float32Array, joint: number): Point => [
  pose[joint * 3] ?? 0,
  pose[joint * 3 + 1] ?? 0,
  pose[joint * 3 + 2] ?? 0,
];
const mix = (a: Point, b: Point, k: number): Point => [
  a[0] + (b[0] - a[0]) * k,
  a[1] + (b[1] - a[1]) * k,
  a[2] + (b[2] - a[2]) * k,
];
const unit = ([x, y, z]: Point): Point => {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
};
const apart = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Joints, as the world's figures have them. */
const body = {
  pelvis: 0,
  chest: 1,
  neck: 2,
  head: 3,
  shoulders: [4, 8],
  hips: [12, 16],
  knees: [13, 17],
  ankles: [14, 18],
};

const pairOf = (pose: Float32Array, [left = 0, right = 0]: readonly number[]) =>
  [at(pose, left), at(pose, right)] as const;

/** How wide and deep a garment that hangs freely is, by ring, and how far down the legs it is (from the fifth on). */
const cut: readonly (readonly [wide: number, deep: number, down: number])[] = [
  [0.058, 0.062, 0],
  [0.182, 0.1, 0],
  [0.165, 0.125, 0],
  [0.138, 0.108, 0],
  [0.163, 0.138, 0],
  [0.168, 0.145, 0.24],
  [0.172, 0.15, 0.46],
  [0.185, 0.165, 0.7],
  [0.21, 0.19, 0.92],
];

/**
 * A long garment over a posed body, which hides how the legs go: for each ring its middle and half width, its way to the
 * left and half depth, written from `from` on; 8 numbers a ring, metres, body space.
 */
export function dress(pose: Float32Array, out: Float32Array, from: number): void {
  const [leftShoulder, rightShoulder] = pairOf(pose, body.shoulders);
  const hips = pairOf(pose, body.hips);
  const knees = pairOf(pose, body.knees);
  const ankles = pairOf(pose, body.ankles);
  const pelvis = at(pose, body.pelvis);
  const chest = at(pose, body.chest);
  const neck = at(pose, body.neck);
  const across = unit(apart(leftShoulder, rightShoulder));
  const [leftHip, rightHip] = hips;
  // The hips swing out over the leg that bears the weight.
  const between = mix(ankles[0], ankles[1], 0.5);
  const sway = Math.min(0.09, Math.max(-0.09, dot(apart(pelvis, between), across)));
  const below = unit(apart(leftHip, rightHip));
  const upper: readonly Point[] = [
    // A collar, up to where a hood or hair comes down.
    mix(neck, at(pose, body.head), 0.12),
    mix(mix(leftShoulder, rightShoulder, 0.5), chest, 0.12),
    mix(chest, pelvis, 0.12),
    mix(chest, pelvis, 0.62),
    mix(pelvis, chest, -0.06),
  ];
  cut.forEach(([wide, deep, down], ring) => {
    const left = unit(mix(across, below, Math.min(1, ring / 4)));
    const ahead = unit([-left[2], 0, left[0]]);
    let middle = upper[ring] ?? pelvis;
    let [half, depth] = [wide, deep];
    if (down > 0) {
      const legs = [0, 1].map((side) => {
        const hip = hips[side] ?? pelvis;
        const knee = knees[side] ?? pelvis;
        const ankle = ankles[side] ?? pelvis;
        return down < 0.5 ? mix(hip, knee, down * 2) : mix(knee, ankle, down * 2 - 1);
      });
      const [a = pelvis, b = pelvis] = legs;
      middle = mix(a, b, 0.5);
      // Cloth hangs from the hips and is pushed out by whatever goes against it, but never wholly.
      middle = mix(middle, [pelvis[0], middle[1], pelvis[2]], 0.25);
      half = Math.max(wide, Math.abs(dot(apart(a, b), left)) * 0.42 + 0.08);
      depth = Math.max(deep, Math.abs(dot(apart(a, b), ahead)) * 0.42 + 0.09);
    }
    const swing = sway * 0.6 * Math.max(0, 1 - Math.abs(ring - 4.4) / 2.2);
    middle = [middle[0] + left[0] * swing, middle[1], middle[2] + left[2] * swing];
    out.set([middle[0], Math.max(0.03, middle[1]), middle[2], half, ...left, depth], from + ring * 8);
  });
}
