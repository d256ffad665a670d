import type { Vec3 } from '../../units.ts';

/**
 * The body that the tendrils imply, about its heart: x to the eye's right, y up, z towards the eye, metres. It stands at
 * ease, its head bent a little to one side, its hands open; what carries it goes over into roots.
 */
export interface Section {
  readonly at: Vec3;
  /** Half widths across and in depth. */
  readonly wide: number;
  readonly deep: number;
}

export const bodySide = [-1, 1] as const;
export type Side = (typeof bodySide)[number];

const section = (x: number, y: number, z: number, wide: number, deep = wide): Section => ({
  at: [x, y, z],
  wide,
  deep,
});

/** Collar, neck and where it enters the head. */
export const neck: readonly Section[] = [
  section(0, 0.09, 0, 0.07, 0.06),
  section(0.002, 0.2, -0.035, 0.13, 0.075),
  section(0.014, 0.29, -0.035, 0.072, 0.064),
  section(0.032, 0.375, -0.005, 0.053, 0.055),
];

/** It leans to one side and is bowed. */
export const head = {
  at: [0.075, 0.57, 0.075] as Vec3,
  wide: 0.128,
  high: 0.178,
  deep: 0.15,
  lean: -0.26,
  bow: 0.42,
} as const;

/** From the collar over a falling shoulder to the wrist. The left one hangs, the right one is held out to receive. */
export const arm = (side: Side): readonly Section[] =>
  side < 0
    ? [
        section(-0.08, 0.24, 0.02, 0.035, 0.05),
        section(-0.2, 0.185, -0.01, 0.075, 0.08),
        section(-0.315, 0.08, -0.01, 0.085, 0.085),
        section(-0.39, -0.09, -0.01, 0.068),
        section(-0.46, -0.285, 0.02, 0.056),
        section(-0.56, -0.44, 0.12, 0.054),
        section(-0.705, -0.6, 0.26, 0.033, 0.028),
      ]
    : [
        section(0.08, 0.25, 0.03, 0.035, 0.05),
        section(0.2, 0.21, -0.01, 0.075, 0.08),
        section(0.325, 0.11, 0, 0.085, 0.085),
        section(0.43, -0.05, 0.03, 0.068),
        section(0.545, -0.19, 0.08, 0.054),
        section(0.73, -0.17, 0.21, 0.053),
        section(0.925, -0.06, 0.36, 0.033, 0.028),
      ];

/** Palm and five fingers of an open hand, thumb first, from the wrist on. */
export function fingers(side: Side): readonly (readonly Vec3[])[] {
  const wrist = arm(side).at(-1)?.at ?? [0, 0, 0];
  // The way the hand points, and the way across it to the thumb.
  const way: Vec3 = side < 0 ? [-0.48, -0.82, 0.3] : [0.87, 0.36, 0.33];
  const over: Vec3 = side < 0 ? [-0.78, 0.5, 0.3] : [-0.36, 0.9, 0.2];
  const spot = (far: number, across: number, fore: number): Vec3 => [
    wrist[0] + way[0] * far + over[0] * across,
    wrist[1] + way[1] * far + over[1] * across,
    wrist[2] + way[2] * far + over[2] * across + fore,
  ];
  return [
    [spot(0.03, 0.05, 0.02), spot(0.075, 0.105, 0.04), spot(0.125, 0.135, 0.05)],
    [spot(0.09, 0.045, 0), spot(0.17, 0.075, 0.01), spot(0.235, 0.09, 0.04)],
    [spot(0.1, 0.015, 0), spot(0.19, 0.025, 0.01), spot(0.265, 0.028, 0.045)],
    [spot(0.095, -0.018, 0), spot(0.18, -0.024, 0.01), spot(0.245, -0.03, 0.045)],
    [spot(0.085, -0.045, 0), spot(0.145, -0.07, 0.01), spot(0.195, -0.088, 0.035)],
  ];
}

/** Chest, waist, and hips that rest on the left leg. */
export const trunk: readonly Section[] = [
  section(0, 0.1, 0, 0.2, 0.125),
  section(0.004, -0.03, 0.01, 0.262, 0.155),
  section(-0.006, -0.22, 0.01, 0.208, 0.13),
  section(-0.022, -0.37, 0, 0.18, 0.12),
  section(-0.034, -0.52, -0.01, 0.226, 0.15),
  section(-0.036, -0.64, -0.02, 0.246, 0.155),
];

/** One stands, the other rests: its knee is before it, its foot behind. */
export const leg = (side: Side): readonly Section[] =>
  side < 0
    ? [
        section(-0.16, -0.76, 0, 0.122, 0.14),
        section(-0.168, -0.96, 0.02, 0.1, 0.12),
        section(-0.158, -1.22, 0.03, 0.07, 0.085),
        section(-0.15, -1.42, 0, 0.066, 0.08),
        section(-0.14, -1.62, -0.02, 0.046, 0.06),
      ]
    : [
        section(0.095, -0.76, 0.02, 0.12, 0.14),
        section(0.16, -0.97, 0.1, 0.1, 0.115),
        section(0.215, -1.2, 0.17, 0.072, 0.085),
        section(0.19, -1.42, 0.05, 0.062, 0.075),
        section(0.13, -1.62, -0.08, 0.042, 0.055),
      ];

/** A point of a section's skin; angle 0 to the eye's right, a quarter turn towards the eye. */
export const skin = ({ at, wide, deep }: Section, angle: number, share = 1): Vec3 => [
  at[0] + Math.cos(angle) * wide * share,
  at[1],
  at[2] + Math.sin(angle) * deep * share,
];

/** Feet on the body, about its heart, in the order in which the growth has come there; and the way each leaf hangs. */
export const leafFeet: readonly (readonly [foot: Vec3, way: Vec3, size: number])[] = [
  [[-0.375, -0.03, 0.07], [-0.5, -0.75, 0.45], 0.95],
  [[0.39, 0.02, 0.08], [0.35, -0.85, 0.4], 0.75],
  [[-0.565, -0.43, 0.17], [-0.85, -0.35, 0.4], 1.15],
  [[0.68, -0.21, 0.22], [-0.12, -0.95, 0.3], 1.05],
  [[-0.815, -0.78, 0.34], [-0.15, -0.95, 0.25], 0.8],
  [[-0.045, 0.63, 0.13], [-0.8, 0.15, 0.55], 0.7],
  // The last one stands in the open hand.
  [[0.985, -0.02, 0.4], [0.2, 0.95, 0.2], 1.25],
];
