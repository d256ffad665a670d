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
  section(0, 0.1, 0, 0.07, 0.06),
  section(0.004, 0.23, -0.03, 0.105, 0.07),
  section(0.012, 0.315, -0.03, 0.066, 0.062),
  section(0.024, 0.4, -0.01, 0.056, 0.058),
];

export const head = { at: [0.055, 0.6, 0.05] as Vec3, wide: 0.132, high: 0.178, deep: 0.15, lean: -0.2 } as const;

/** From the collar over the shoulder to the wrist. The left one hangs, the right one is a little lifted. */
export const arm = (side: Side): readonly Section[] =>
  side < 0
    ? [
        section(-0.1, 0.225, 0.03, 0.035, 0.05),
        section(-0.3, 0.225, -0.01, 0.1, 0.09),
        section(-0.405, 0.08, 0, 0.078),
        section(-0.5, -0.12, 0.02, 0.066),
        section(-0.575, -0.3, 0.06, 0.052),
        section(-0.72, -0.43, 0.2, 0.054),
        section(-0.9, -0.53, 0.36, 0.034, 0.028),
      ]
    : [
        section(0.1, 0.235, 0.03, 0.035, 0.05),
        section(0.3, 0.245, -0.01, 0.1, 0.09),
        section(0.42, 0.11, 0, 0.078),
        section(0.535, -0.07, 0.02, 0.066),
        section(0.63, -0.22, 0.07, 0.052),
        section(0.8, -0.25, 0.2, 0.054),
        section(0.985, -0.24, 0.36, 0.034, 0.028),
      ];

/** Palm and five fingers of an open hand, thumb first, from the wrist on. */
export function fingers(side: Side): readonly (readonly Vec3[])[] {
  const wrist = arm(side).at(-1)?.at ?? [0, 0, 0];
  // The way the hand points, and the way across it to the thumb.
  const way: Vec3 = side < 0 ? [-0.83, -0.5, 0.25] : [0.93, -0.06, 0.3];
  const over: Vec3 = side < 0 ? [-0.5, 0.86, 0.1] : [0.1, 0.99, 0.08];
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

/** Chest, waist, hips. */
export const trunk: readonly Section[] = [
  section(0, 0.12, 0, 0.22, 0.13),
  section(0, -0.02, 0.01, 0.282, 0.16),
  section(-0.008, -0.22, 0.01, 0.222, 0.13),
  section(-0.014, -0.37, 0, 0.185, 0.12),
  section(-0.012, -0.52, -0.01, 0.235, 0.15),
  section(-0.01, -0.64, -0.02, 0.258, 0.155),
];

export const leg = (side: Side): readonly Section[] => [
  section(0.125 * side, -0.76, 0, 0.125, 0.14),
  section(0.145 * side, -0.96, 0.02, 0.105, 0.12),
  section((side < 0 ? 0.165 : 0.15) * side, -1.22, 0.04, 0.075, 0.085),
  section((side < 0 ? 0.185 : 0.15) * side, -1.42, 0, 0.07, 0.08),
  section((side < 0 ? 0.2 : 0.14) * side, -1.62, -0.02, 0.05, 0.06),
];

/** A point of a section's skin; angle 0 to the eye's right, a quarter turn towards the eye. */
export const skin = ({ at, wide, deep }: Section, angle: number, share = 1): Vec3 => [
  at[0] + Math.cos(angle) * wide * share,
  at[1],
  at[2] + Math.sin(angle) * deep * share,
];
