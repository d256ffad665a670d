import type { Camera } from './types.ts';

const degree = Math.PI / 180;

/**
 * Tangents of half the field of view to the side and upward, for a whole picture of this aspect (width over height).
 * `fovY` holds from square to any width. A picture on end widens it by the square root of what it lacks, half way between
 * keeping the height and keeping the width: the middle stays in the frame and still has a size.
 */
export function halfTangents(fovY: Camera['fovY'], aspect: number): { readonly x: number; readonly y: number } {
  const y = Math.tan((fovY * degree) / 2) / Math.sqrt(Math.min(1, aspect));
  return { x: y * aspect, y };
}
