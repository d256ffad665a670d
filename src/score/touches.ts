import type { Seconds, Vec3 } from '../units.ts';
import { hash32 } from '../world/hash.ts';
import { beatLength } from './heart.ts';
import { spanAt } from './movements.ts';
import type { Night } from './night.ts';
import { hertz } from './scale.ts';
import { starTimes } from './starTimes.ts';
import type { Event, Touch } from './types.ts';
import { placed } from './vector.ts';

/** A touch is dead this long after it was made. */
export const touchLife: Seconds = 60;

const surfaces: readonly Touch['on'][] = ['moss', 'tree', 'water', 'sky', 'festival'];

/** Seconds from a surge up the bark to its return into the hands. */
const returnAfter: Seconds = 5.2;

const idHash = (id: string): number => {
  let hash = id.length;
  for (let n = 0; n < id.length; n += 1) hash = hash32(hash, id.charCodeAt(n));
  return hash;
};

const whole = (place: Vec3): boolean => place.length === 3 && place.every((x) => Math.abs(x) < 1e6);

/** A touch from outside may be anything: one that is no touch changes nothing. */
const sound = ({ id, at, on, place, item }: Touch): boolean =>
  typeof id === 'string' &&
  Number.isFinite(at) &&
  at >= 0 &&
  surfaces.includes(on) &&
  Number.isInteger(item) &&
  item >= 0 &&
  whole(place);

/** What a visitor's touch makes: the night's own kinds of event, in the visitor's place. All are over within 60 s. */
function made(touch: Touch, { tonight, start }: Night): Event[] {
  const local = touch.at - start;
  const hash = idHash(touch.id);
  const place = placed(touch.place);
  const event = (kind: Event['kind'], rest: Partial<Event>): Event => ({
    id: `touch-${touch.id}-${kind}`,
    kind,
    movement: spanAt(tonight.form, local).id,
    night: tonight.night,
    at: touch.at,
    duration: 8,
    place,
    strength: 0.7,
    pitches: [],
    index: 0,
    item: touch.item,
    warmth: 0.6,
    touched: true,
    ...rest,
  });
  const chord = tonight.chord(local);
  const tone = chord[1 + (hash % Math.max(1, chord.length - 1))] ?? tonight.pitch(0);
  switch (touch.on) {
    case 'moss':
      return [event('step', { duration: 9, pitches: [tonight.ground(place)], warmth: 0.2 })];
    case 'tree':
      return [
        event('touch', { duration: 9, strength: 0.8, pitches: chord, warmth: 0.85 }),
        event('return', { at: touch.at + returnAfter, duration: 10, strength: 0.8, pitches: chord, warmth: 1 }),
      ];
    case 'water':
      return [event('dip', { duration: 7, pitches: [hertz(tone * 2)] })];
    case 'sky':
      return [
        event('star', {
          duration: starTimes.length,
          pitches: [hertz(tone * 4)],
          cluster: tonight.memories[hash % 7]?.cluster ?? [],
          warmth: 0.75,
        }),
      ];
    case 'festival':
      return [event('drum', { duration: 5 * beatLength(tonight.preset), pitches: [hertz(tone / 2)], warmth: 0.9 })];
  }
}

/** Events of all touches, whenever they are; of two touches with one id the first counts. */
export function touchEvents(touches: readonly Touch[], nightAt: (t: Seconds) => Night): Event[] {
  const seen = new Set<string>();
  return touches.flatMap((touch) => {
    if (!sound(touch) || seen.has(touch.id)) return [];
    seen.add(touch.id);
    return made(touch, nightAt(touch.at));
  });
}

/** The touches that live at a time: made, and less than 60 s ago. */
export const living = (touches: readonly Touch[], t: Seconds): readonly Touch[] =>
  touches.length === 0 ? touches : touches.filter(({ at }) => at <= t && at > t - touchLife);
