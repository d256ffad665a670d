import { halfTangents } from '../score/projection.ts';
import type { Camera } from '../score/types.ts';
import type { Vec3 } from '../units.ts';

/** A crop of a larger picture, in fractions of the whole from its top left: one screen of a wall, one tile of a print. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const wholeView: View = { x: 0, y: 0, width: 1, height: 1 };

/** Column-major 4x4. */
export type Matrix = Float32Array;

const nearPlane = 0.05;
const farPlane = 12000;

const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const unit = (a: Vec3): Vec3 => {
  const length = Math.hypot(a[0], a[1], a[2]) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};

export interface Axes {
  readonly right: Vec3;
  readonly up: Vec3;
  readonly forward: Vec3;
}

/** Orthonormal axes of a camera. */
export function axes(camera: Camera): Axes {
  const forward = unit(camera.forward);
  const right = unit(cross(forward, camera.up));
  return { right, up: cross(right, forward), forward };
}

/**
 * World to clip space for a crop of the picture. Clip y points up and the crop is counted from the top left, as in
 * `View`: a point in the whole picture and in one of its crops differ by the crop's scale and offset alone.
 * @param flip mirror the world at y = 0 first, for the picture that water shows.
 */
export function viewProjection(camera: Camera, aspect: number, view: View, flip = false): Matrix {
  const { right, up, forward } = axes(camera);
  const { x: across, y: above } = halfTangents(camera, aspect);
  const eye = camera.eye;
  const scaleX = 1 / view.width;
  const scaleY = 1 / view.height;
  const offsetX = (1 - 2 * (view.x + view.width / 2)) * scaleX;
  const offsetY = (2 * (view.y + view.height / 2) - 1) * scaleY;
  const depthA = (farPlane + nearPlane) / (farPlane - nearPlane);
  const depthB = (-2 * farPlane * nearPlane) / (farPlane - nearPlane);
  const out = new Float32Array(16);
  const s = flip ? -1 : 1;
  const column = (index: number, v: readonly [number, number, number, number]) => out.set(v, index * 4);
  const basis = (i: 0 | 1 | 2, sign: number): readonly [number, number, number, number] => {
    const r = (right[i] * sign) / across;
    const u = (up[i] * sign) / above;
    const f = forward[i] * sign;
    return [r * scaleX + f * offsetX, u * scaleY + f * offsetY, f * depthA, f];
  };
  column(0, basis(0, 1));
  column(1, basis(1, s));
  column(2, basis(2, 1));
  const r = -dot(right, eye) / across;
  const u = -dot(up, eye) / above;
  const f = -dot(forward, eye);
  column(3, [r * scaleX + f * offsetX, u * scaleY + f * offsetY, f * depthA + depthB, f]);
  return out;
}

/** The crop with a margin all around it, so that what shines or blurs in from beside it is there too. */
export function widened(view: View, across: number, along: number): View {
  return { x: view.x - across, y: view.y - along, width: view.width + 2 * across, height: view.height + 2 * along };
}

export const isWhole = (view: View): boolean => view.x === 0 && view.y === 0 && view.width === 1 && view.height === 1;
