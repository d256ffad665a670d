import type { Frame } from '../../score/types.ts';
import type { Radians, Vec3 } from '../../units.ts';
import type { World } from '../../world/types.ts';

/** Level unit vectors of what stands in the inner dark: to its beholder, and to the beholder's right. */
export interface InnerFrame {
  readonly heart: Vec3;
  readonly toEye: Vec3;
  readonly right: Vec3;
}

/**
 * What turns with the eye that goes round the heart. Smooth for every bearing.
 * @param swing how many radians it may lag: the body's few degrees are enough that one sees it has depth
 */
export function innerFrame(world: World, frame: Frame, swing: Radians = 0.11): InnerFrame {
  const { heart, bark } = world.landmarks;
  const { eye } = frame.camera;
  const from = Math.atan2(bark[2] - heart[2], bark[0] - heart[0]);
  const bearing = Math.atan2(eye[2] - heart[2], eye[0] - heart[0]);
  const turned = bearing - swing * Math.sin(2 * (bearing - from));
  const toEye: Vec3 = [Math.cos(turned), 0, Math.sin(turned)];
  return { heart, toEye, right: [toEye[2], 0, -toEye[0]] };
}

/** A place about the heart, in the world. */
export const placedIn = ({ heart, toEye, right }: InnerFrame, [x, y, z]: Vec3): Vec3 => [
  heart[0] + right[0] * x + toEye[0] * z,
  heart[1] + y,
  heart[2] + right[2] * x + toEye[2] * z,
];

/** A direction there, in the world. */
export const turnedIn = ({ toEye, right }: InnerFrame, [x, y, z]: Vec3): Vec3 => [
  right[0] * x + toEye[0] * z,
  y,
  right[2] * x + toEye[2] * z,
];
