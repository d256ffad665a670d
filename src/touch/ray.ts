import { halfTangents } from '../score/projection.ts';
import type { Camera } from '../score/types.ts';
import type { Metres, Unit, Vec3 } from '../units.ts';

export interface Ray {
  readonly from: Vec3;
  /** Unit. */
  readonly to: Vec3;
}

const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const minus = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

const normalised = (a: Vec3): Vec3 => {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};

/** The point that lies `metres` along the ray. */
export const along = ({ from, to }: Ray, metres: Metres): Vec3 => [
  from[0] + to[0] * metres,
  from[1] + to[1] * metres,
  from[2] + to[2] * metres,
];

/**
 * From the eye through a point of the whole picture.
 * @param u 0 left .. 1 right
 * @param v 0 top .. 1 bottom
 * @param aspect width over height of the whole picture
 */
export function rayThrough(camera: Camera, u: Unit, v: Unit, aspect: number): Ray {
  const half = halfTangents(camera, aspect);
  const forward = normalised(camera.forward);
  const right = normalised(cross(forward, camera.up));
  const up = cross(right, forward);
  const x = (2 * u - 1) * half.x;
  const y = (1 - 2 * v) * half.y;
  return {
    from: camera.eye,
    to: normalised([
      forward[0] + right[0] * x + up[0] * y,
      forward[1] + right[1] * x + up[1] * y,
      forward[2] + right[2] * x + up[2] * y,
    ]),
  };
}
