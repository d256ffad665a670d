import type { Event, Frame } from '../../score/types.ts';
import type { Metres, Vec3 } from '../../units.ts';
import type { World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Scene } from '../layer.ts';

/** So many lanterns may have a voice in the drum. */
export const drumLimit = 44;

/** Where tonight's festival is. */
export interface Festivity {
  /** The drum's lanterns by number. */
  readonly drums: ReadonlyMap<number, Vec3>;
  /** How far around the seat it is dark: 0, or most of the lake's width on a quiet night. */
  readonly dark: Metres;
}

/** Asks the score where a night's lanterns stand. A pure result; the last one is kept. */
export function festivityOf(scene: Scene): (frame: Frame) => Festivity {
  const { piece } = scene;
  const { lake, landmarks } = piece.world;
  let night = Number.NaN;
  let kept: Festivity = { drums: new Map(), dark: 0 };
  return (frame) => {
    if (frame.night === night) return kept;
    night = frame.night;
    const span = piece.movements(night).find(({ id }) => id === 'festival');
    const events: readonly Event[] = span === undefined ? [] : piece.events(span.from, span.to);
    const drums = new Map<number, Vec3>();
    for (const { kind, item, place } of events) if (kind === 'drum' && item < drumLimit) drums.set(item, place);
    const nearest = Math.min(
      ...[...drums.values()].map(([x, , z]) => Math.hypot(x - landmarks.seat[0], z - landmarks.seat[2])),
    );
    kept = { drums, dark: nearest > 0.7 * lake.radius && drums.size > 0 ? nearest * 0.92 : 0 };
    return kept;
  };
}

/** Angles around the lake in crowds with gaps between, `number` a choice among them. */
function crowdedAngle(number: number, key: number): number {
  const groups = 9;
  const group = Math.floor(hashUnit(number, key, 3001) * groups);
  const centre = ((group + 0.2 + 0.6 * hashUnit(group, 1, 3002)) / groups) * 2 * Math.PI;
  const bell =
    hashUnit(number, key + 1, 3003) + hashUnit(number, key + 2, 3003) + hashUnit(number, key + 3, 3003) - 1.5;
  return centre + bell * 0.34;
}

/** A place about the shore: `beyond` metres outside it (negative: on the water). */
export function aboutShore(world: World, number: number, key: number, beyond: Metres): Vec3 {
  const { lake, terrain } = world;
  const angle = crowdedAngle(number, key);
  const r = Math.max(1, lake.shore(angle) + beyond);
  const x = lake.centre[0] + r * Math.cos(angle);
  const z = lake.centre[2] + r * Math.sin(angle);
  return [x, Math.max(0, terrain.height(x, z)), z];
}
