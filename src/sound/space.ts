import type { Camera } from '../score/types.ts';
import type { Hertz, Metres, Seconds, Unit, Vec3 } from '../units.ts';

/** How a place is heard from a camera. */
export interface Heard {
  /** -1 left .. 1 right. */
  readonly pan: number;
  readonly distance: Metres;
  /** Gain of the direct sound. */
  readonly direct: number;
  /** Gain of what goes to the reverb: falls less with distance, so far things are mostly room. */
  readonly send: number;
  /** What the air, and the head for what is behind, let through. */
  readonly cutoff: Hertz;
}

/** Nearer than this, nothing grows louder. */
const NEAR: Metres = 2;
/** Nothing is ever in one ear alone. */
const WIDEST = 0.88;
/** Distance at which the air has halved the bandwidth. */
const AIR: Metres = 45;
const OPEN: Hertz = 17000;

/**
 * Pan by azimuth, loudness by distance (a little gentler than 1/d: dreams carry far), dullness by air.
 * @param room 0 dry .. 1 the widest place
 */
export function hear(camera: Camera, place: Vec3, room: Unit): Heard {
  const { eye, forward, up } = camera;
  const x = place[0] - eye[0];
  const y = place[1] - eye[1];
  const z = place[2] - eye[2];
  const distance = Math.hypot(x, y, z);
  const right: Vec3 = [
    forward[1] * up[2] - forward[2] * up[1],
    forward[2] * up[0] - forward[0] * up[2],
    forward[0] * up[1] - forward[1] * up[0],
  ];
  // Within arm's reach direction fades: what is at the ear is in the middle.
  const reach = Math.max(distance, 0.75);
  const side = (x * right[0] + y * right[1] + z * right[2]) / reach;
  const ahead = (x * forward[0] + y * forward[1] + z * forward[2]) / reach;
  const far = NEAR / Math.max(NEAR, distance);
  const behind = Math.max(0, -ahead);
  return {
    pan: Math.max(-WIDEST, Math.min(WIDEST, side * WIDEST)),
    distance,
    direct: far ** 0.8 * (1 - 0.25 * behind),
    send: far ** 0.4 * (0.12 + 0.5 * room),
    cutoff: (OPEN / (1 + distance / AIR)) * (1 - 0.45 * behind),
  };
}

/** The equal-power law that StereoPannerNode follows for one channel: gains whose squares sum to 1. */
export function panGains(pan: number): readonly [left: number, right: number] {
  const angle = ((Math.max(-1, Math.min(1, pan)) + 1) * Math.PI) / 4;
  return [Math.cos(angle), Math.sin(angle)];
}

/**
 * A place drawn in towards the ear: farther than `reach` nothing is heard to be, and what is near stays near. For sounds that
 * have to carry: a star's air would swallow it.
 * @param least what would be nearer is moved off to this, so that no one of many stands out
 */
export function nearer(
  reach: Metres,
  least: Metres = 0,
): (event: { readonly place: Vec3 }, age: Seconds, camera: Camera) => Vec3 {
  return ({ place }, _age, { eye }) => {
    const distance = Math.hypot(place[0] - eye[0], place[1] - eye[1], place[2] - eye[2]);
    const share = Math.max(1 / (1 + distance / reach), least / Math.max(distance, 0.1));
    const along = (axis: 0 | 1 | 2): number => eye[axis] + (place[axis] - eye[axis]) * share;
    return [along(0), along(1), along(2)];
  };
}
