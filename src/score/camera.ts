import type { Seconds, Unit } from '../units.ts';
import type { Camera } from './types.ts';
import { add, along, between, cross, direction, level, rightOf } from './vector.ts';
import type { Stand } from './walk.ts';

const wave = (t: Seconds, period: Seconds, phase: number): number => Math.sin((2 * Math.PI * t) / period + phase);

/**
 * The walker's eyes: on the path, breathing, always a little alive. The sway is centimetres and fractions of a degree,
 * from sines that never fall together again, and is a function of the absolute time.
 * @param breath the shared swell now, 0..1
 * @param focus metres
 */
export function cameraAt(stand: Stand, t: Seconds, breath: Unit, focus: number, aperture: Unit): Camera {
  const { feet, gaze } = stand;
  const eyes = add(feet, [0, stand.eyeHeight, 0]);
  const ahead = direction(between(eyes, gaze));
  const right = rightOf(level(ahead));
  const across = 0.02 * wave(t, 9.7, 0) + 0.012 * wave(t, 6.1, 2);
  const lift = 0.012 * wave(t, 7.9, 1) + 0.016 * (breath - 0.5);
  const eye = along(add(eyes, [0, lift, 0]), right, across);
  const yaw = 0.005 * wave(t, 13.3, 0.5) + 0.0025 * wave(t, 5.3, 4);
  const pitch = 0.003 * wave(t, 11.1, 3) + 0.0025 * (breath - 0.5);
  const forward = direction(along(along(ahead, right, yaw), [0, 1, 0], pitch));
  const side = direction(cross(forward, [0, 1, 0]));
  const roll = 0.0022 * wave(t, 17.9, 1.7);
  const up = direction(along(cross(side, forward), side, roll));
  return { eye, forward, up, fovY: stand.fovY, focus, aperture };
}
