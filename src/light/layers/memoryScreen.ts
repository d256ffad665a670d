import type { Frame, MemoryFrame } from '../../score/types.ts';
import type { Metres, Unit, Vec3 } from '../../units.ts';
import { type InnerFrame, placedIn, turnedIn } from './innerFrame.ts';

/** Half the width and height of the picture on the veil. */
export const halfScreen: readonly [Metres, Metres] = [1.56, 1.134];

/** How the projector and its veil hang in the inner dark. */
export interface Hung {
  readonly middle: Vec3;
  readonly across: Vec3;
  readonly facing: Vec3;
  readonly lamp: Vec3;
  readonly beam: Unit;
}

/**
 * The veil hangs behind the body to one side, turned inward; the lamp stands high on the other side, so that its beam
 * crosses behind the body. Left and right are the score's.
 */
export function hung(stands: InnerFrame, frame: Frame, memory: MemoryFrame): Hung {
  const [x, , z] = memory.place;
  const { heart, right } = stands;
  const outward = (x - heart[0]) * right[0] + (z - heart[2]) * right[2] < 0 ? -1 : 1;
  const turn = -0.36 * outward;
  const middle = placedIn(stands, [outward * 2.05, 0.5, -1.9]);
  const across = turnedIn(stands, [Math.cos(turn), 0, -Math.sin(turn)]);
  const facing = turnedIn(stands, [Math.sin(turn), 0, Math.cos(turn)]);
  const lamp = placedIn(stands, [-outward * 2.6, 1.95, -0.7]);
  // The lamp strikes at once; the picture comes up after it.
  const age = frame.active.find(({ event }) => event.kind === 'memory' && event.index === memory.index)?.age ?? 0;
  const struck = 0.45 * (1 - Math.exp(-(age + 0.004) / 0.09)) * Math.max(0, 1 - memory.progress / 0.1);
  return { middle, across, facing, lamp, beam: Math.min(1, Math.max(struck, frame.curves.beam)) };
}
