import type { Radians, Unit } from '../../units.ts';
import type { FigureAtlas, GestureId } from '../../world/types.ts';
import type { Spot } from './memorySketch.ts';

/** How one of the two stands in a scene. */
export interface Stance {
  /** Where on the floor, metres. */
  readonly at: Spot;
  /** 0 looks at us, a quarter turn to the right, minus to the left. */
  readonly turn: Radians;
  readonly scale: number;
  readonly from: GestureId;
  readonly fromPhase: Unit;
  readonly to: GestureId;
  readonly toPhase: Unit;
  readonly mix: Unit;
}

/** A body as a film throws it: its joints flat on the screen. */
export interface Body {
  readonly joints: Float32Array;
  spot(joint: number): Spot;
}

export const leftHand = 7;
export const rightHand = 11;

/** Poses a stance and throws it flat; `out` is 2 numbers a joint. */
export function thrown(atlas: FigureAtlas, stance: Stance): Body {
  const a = atlas.pose(stance.from, stance.fromPhase);
  const b = atlas.pose(stance.to, stance.toPhase);
  const c = Math.cos(stance.turn) * stance.scale;
  const s = Math.sin(stance.turn) * stance.scale;
  const joints = new Float32Array(atlas.joints * 2);
  for (let j = 0; j < atlas.joints; j++) {
    const on = (axis: number) => {
      const from = a[j * 3 + axis] ?? 0;
      return from + ((b[j * 3 + axis] ?? 0) - from) * stance.mix;
    };
    joints[j * 2] = stance.at[0] + on(0) * c + on(2) * s;
    joints[j * 2 + 1] = stance.at[1] + on(1) * stance.scale;
  }
  return { joints, spot: (joint) => [joints[joint * 2] ?? 0, joints[joint * 2 + 1] ?? 0] };
}
