import type { Metres, Seconds } from '../units.ts';
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

/** What is wrong with a touch that came from outside: where in it, and why. */
export interface TouchMistake {
  readonly path: string;
  readonly reason: string;
}

const farthest: Metres = 1e6;
const longestId = 200;

/** What is wrong with anything that claims to be a touch; undefined where nothing is. Never throws. */
export function touchMistake(touch: unknown): TouchMistake | undefined {
  if (typeof touch !== 'object' || touch === null) return { path: 'touch', reason: 'expected an object' };
  const read = (name: string): unknown => (Object.hasOwn(touch, name) ? Reflect.get(touch, name) : undefined);
  const wrong = (path: string, reason: string): TouchMistake => ({ path: `touch.${path}`, reason });
  const [id, at, on, place, item] = ['id', 'at', 'on', 'place', 'item'].map(read);
  if (typeof id !== 'string' || id.length === 0 || id.length > longestId) {
    return wrong('id', `expected a text of 1 to ${longestId} characters`);
  }
  if (typeof at !== 'number' || !Number.isFinite(at) || at < 0) return wrong('at', 'expected finite seconds from 0');
  if (!surfaces.some((surface) => surface === on)) return wrong('on', `expected one of ${surfaces.join(', ')}`);
  if (!Array.isArray(place) || place.length !== 3) return wrong('place', 'expected three numbers of metres');
  const off = place.findIndex((x) => typeof x !== 'number' || !(Math.abs(x) < farthest));
  if (off >= 0) return wrong(`place.${off}`, `expected metres between ${-farthest} and ${farthest}`);
  if (typeof item !== 'number' || !Number.isInteger(item) || item < 0) {
    return wrong('item', 'expected a whole number from 0');
  }
  return undefined;
}

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

/** Events of all touches, whenever they are; of two with one id the first counts, and what is no touch changes nothing. */
export function touchEvents(touches: readonly Touch[], nightAt: (t: Seconds) => Night): Event[] {
  const seen = new Set<string>();
  return touches.flatMap((touch) => {
    if (touchMistake(touch) !== undefined || seen.has(touch.id)) return [];
    seen.add(touch.id);
    return made(touch, nightAt(touch.at));
  });
}

/** The touches that live at a time: made, and less than 60 s ago. */
export const living = (touches: readonly Touch[], t: Seconds): readonly Touch[] =>
  touches.length === 0
    ? touches
    : touches.filter((touch) => touchMistake(touch) === undefined && touch.at <= t && touch.at > t - touchLife);
