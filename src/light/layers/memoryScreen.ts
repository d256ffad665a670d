import type { Frame, MemoryFrame } from '../../score/types.ts';
import type { Metres, Unit, Vec3 } from '../../units.ts';

/** Half the screen's width and height. */
export const halfScreen: readonly [Metres, Metres] = [1.26, 0.916];

/** How the projector and its screen hang in the inner dark. */
export interface Hung {
  readonly middle: Vec3;
  readonly across: Vec3;
  readonly facing: Vec3;
  readonly lamp: Vec3;
  readonly beam: Unit;
}

const plus = (a: Vec3, b: Vec3, x: number): Vec3 => [a[0] + b[0] * x, a[1] + b[1] * x, a[2] + b[2] * x];

export function hung(frame: Frame, memory: MemoryFrame): Hung {
  const { heading } = memory;
  const across: Vec3 = [Math.cos(heading), 0, -Math.sin(heading)];
  const facing: Vec3 = [Math.sin(heading), 0, Math.cos(heading)];
  // A little outward, so that the orb stays free.
  const outward = memory.index % 2 === 0 ? -1 : 1;
  const middle = plus(plus(memory.place, across, outward * 0.32), [0, 1, 0], 1.45);
  const lamp = plus(plus(plus(middle, facing, 3.9), across, -outward * 1.2), [0, 1, 0], 2.4);
  // The lamp strikes at once; the picture comes up after it.
  const age = frame.active.find(({ event }) => event.kind === 'memory' && event.index === memory.index)?.age ?? 0;
  const struck = 0.45 * (1 - Math.exp(-(age + 0.004) / 0.09)) * Math.max(0, 1 - memory.progress / 0.1);
  return { middle, across, facing, lamp, beam: Math.min(1, Math.max(struck, frame.curves.beam)) };
}
