import type { Camera } from './types.ts';

/**
 * Tangents of half the field of view, across and up, of a whole picture of this aspect (width over height). The camera's
 * angle is meant for 16:9; a narrower picture sees more above and below, so that what stands in the middle keeps its
 * surroundings.
 */
export function halfTangents(camera: Pick<Camera, 'fovY'>, aspect: number): { readonly x: number; readonly y: number } {
  const y = Math.tan((camera.fovY * Math.PI) / 360) * Math.max(1, Math.min(16 / 9 / aspect, 3.2) ** 0.72);
  return { x: y * aspect, y };
}
