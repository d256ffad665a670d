import type { Frame } from '../../score/types.ts';
import type { Vec3 } from '../../units.ts';
import type { World } from '../../world/types.ts';

/** Level unit vectors of what stands in the inner dark: to its beholder, and to the beholder's right. */
export interface InnerFrame {
  readonly heart: Vec3;
  readonly toEye: Vec3;
  readonly right: Vec3;
}

/**
 * The body turns with the eye that goes round it and always faces it, but for a few degrees: enough that one sees it
 * has depth. Smooth for every bearing.
 */
export function innerFrame(world: World, frame: Frame): InnerFrame {
  const { heart, bark } = world.landmarks;
  const { eye } = frame.camera;
  const from = Math.atan2(bark[2] - heart[2], bark[0] - heart[0]);
  const bearing = Math.atan2(eye[2] - heart[2], eye[0] - heart[0]);
  const turned = bearing - 0.11 * Math.sin(2 * (bearing - from));
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
