import { halfTangents } from '../score/projection.ts';
import type { Camera } from '../score/types.ts';
import type { Metres, Radians, Vec3 } from '../units.ts';
import { axes } from './view.ts';

/** Part of the round horizon. */
export interface Sight {
  /** Its middle, from x towards z. */
  readonly azimuth: Radians;
  /** How far it reaches to either side; pi for all of it. */
  readonly half: Radians;
}

/** What of the horizon a whole picture of this aspect shows at any height. */
export function sightOf(camera: Camera, aspect: number): Sight {
  const { right, up, forward } = axes(camera);
  const { x: across, y: above } = halfTangents(camera, aspect);
  const azimuth = Math.atan2(forward[2], forward[0]);
  let half = 0;
  for (let corner = 0; corner < 4; corner++) {
    const a = corner & 1 ? across : -across;
    const b = corner & 2 ? above : -above;
    const x = forward[0] + right[0] * a + up[0] * b;
    const z = forward[2] + right[2] * a + up[2] * b;
    // Beyond the zenith or straight underfoot every way is seen.
    if (x * forward[0] + z * forward[2] <= 0.02) return { azimuth, half: Math.PI };
    const turn = Math.atan2(z * forward[0] - x * forward[2], x * forward[0] + z * forward[2]);
    half = Math.max(half, Math.abs(turn));
  }
  return { azimuth, half };
}

/** Does a whole picture of this aspect show anything that stands within `about` metres of a place? In doubt it does. */
export function inSight(camera: Camera, aspect: number, [x, , z]: Vec3, about: Metres): boolean {
  const [dx, dz] = [x - camera.eye[0], z - camera.eye[2]];
  const far = Math.hypot(dx, dz);
  if (far <= about) return true;
  const { azimuth, half } = sightOf(camera, aspect);
  const turn = Math.atan2(dz, dx) - azimuth;
  return Math.abs(turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI))) < half + Math.asin(about / far);
}
