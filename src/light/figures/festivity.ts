import type { Event, Frame } from '../../score/types.ts';
import type { Metres, Radians, Vec3 } from '../../units.ts';
import type { World } from '../../world/types.ts';
import type { Scene } from '../layer.ts';

/** So many lanterns may have a voice in the drum. */
export const drumLimit = 44;
export const crowdLimit = 8;
/** The shore is known to shaders at so many angles; four in a vector. */
export const shoreSamples = 64;

/** Where tonight's festival is. */
export interface Festivity {
  /** The drum's lanterns by number. */
  readonly drums: ReadonlyMap<number, Vec3>;
  /** How far around the seat it is dark: 0, or most of the lake's width on a quiet night. */
  readonly dark: Metres;
  /** Where people stand together: angle, spread, upper end of its share among all, share of the greatest. */
  readonly crowds: Float32Array;
  readonly crowdCount: number;
  /** Absolute times of its beginning and its end. */
  readonly from: number;
  readonly to: number;
}

/** Drum lanterns this far from their neighbours are of another crowd. */
const apart: Radians = 0.15;
const evenly = 6;

const angleOf = ({ lake }: World, [x, , z]: Vec3): Radians => Math.atan2(z - lake.centre[2], x - lake.centre[0]);

/** Gathers what stands close together around the lake; the greatest crowds draw more than their share. */
function gather(world: World, places: readonly Vec3[]): { crowds: Float32Array; crowdCount: number } {
  const angles = places.map((place) => angleOf(world, place)).sort((a, b) => a - b);
  const groups: Radians[][] = [];
  for (const angle of angles) {
    const last = groups.at(-1)?.at(-1);
    if (last === undefined || angle - last > apart) groups.push([angle]);
    else groups.at(-1)?.push(angle);
  }
  // Around the end of the circle.
  const [first, last] = [groups[0], groups.at(-1)];
  if (first !== undefined && last !== undefined && first !== last) {
    const [a, b] = [first[0] ?? 0, last.at(-1) ?? 0];
    if (a + 2 * Math.PI - b <= apart) {
      groups.shift();
      last.push(...first.map((angle) => angle + 2 * Math.PI));
    }
  }
  while (groups.length < evenly && places.length === 0) groups.push([(groups.length / evenly) * 2 * Math.PI]);
  const kept = groups.sort((a, b) => b.length - a.length).slice(0, crowdLimit);
  const weights = kept.map((group) => group.length ** 1.2);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const crowds = new Float32Array(crowdLimit * 4);
  let upTo = 0;
  kept.forEach((group, i) => {
    const mean = group.reduce((sum, angle) => sum + angle, 0) / group.length;
    const spread = Math.sqrt(group.reduce((sum, angle) => sum + (angle - mean) ** 2, 0) / group.length);
    upTo += (weights[i] ?? 0) / whole;
    crowds.set([mean, Math.max(0.03, spread), upTo, (weights[i] ?? 0) / (weights[0] ?? 1)], i * 4);
  });
  return { crowds, crowdCount: kept.length };
}

/** Asks the score where a night's lanterns stand. A pure result; the last one is kept. */
export function festivityOf(scene: Scene): (frame: Frame) => Festivity {
  const { piece } = scene;
  const { lake, landmarks } = piece.world;
  let night = Number.NaN;
  let kept: Festivity = { drums: new Map(), dark: 0, ...gather(piece.world, []), from: 0, to: 1 };
  return (frame) => {
    if (frame.night === night) return kept;
    night = frame.night;
    const span = piece.movements(night).find(({ id }) => id === 'festival');
    const [from, to] = [span?.from ?? 0, span?.to ?? 1];
    const events: readonly Event[] = span === undefined ? [] : piece.events(from, to);
    const drums = new Map<number, Vec3>();
    for (const { kind, item, place } of events) if (kind === 'drum' && item < drumLimit) drums.set(item, place);
    const places = [...drums.values()];
    const nearest = Math.min(...places.map(([x, , z]) => Math.hypot(x - landmarks.seat[0], z - landmarks.seat[2])));
    const dark = nearest > 0.7 * lake.radius && drums.size > 0 ? nearest * 0.92 : 0;
    kept = { drums, dark, ...gather(piece.world, places), from, to };
    return kept;
  };
}
