import type { Preset } from '../preset/schema.ts';
import type { Seconds } from '../units.ts';
import { openWorld } from '../world/world.ts';
import { breathAt } from './breath.ts';
import { cameraAt } from './camera.ts';
import { chosenAt, mapTurnAt } from './chosen.ts';
import { skyAt } from './colourScript.ts';
import { curvesAt, opticsAt } from './curves.ts';
import { smoothstep } from './ease.ts';
import { figuresAt } from './figures.ts';
import { harmonyAt } from './harmony.ts';
import { progressOf, sharesAt, spanAt, spansOf } from './movements.ts';
import { inOrder, type Night, nightOf } from './night.ts';
import { baseColours, paletteAt } from './palette.ts';
import { recent } from './recent.ts';
import { leavesAt, memoryAt } from './showing.ts';
import { living, touchEvents } from './touches.ts';
import type { Active, Event, Frame, MovementId, MovementSpan, Piece, Touch } from './types.ts';

/** How many composed nights are kept: this one, the one before, and two more for whoever looks elsewhere. */
const nightsKept = 4;
/** Light draws at most so many events at once. */
const mostActive = 256;

/** First index whose event is not before t. */
function firstFrom(events: readonly Event[], t: Seconds): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? 0) < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

const alive = ({ at, duration }: Event, t: Seconds): boolean => at <= t && t < at + duration;

/** How much of an event is left: where there are too many, the weakest go. */
const presence = ({ event, age }: Active): number => event.strength * (1 - age / event.duration);

function capped(active: Active[]): Active[] {
  if (active.length <= mostActive) return active;
  const ranked = [...active].sort((a, b) => presence(b) - presence(a) || inOrder(a.event, b.event));
  const kept = new Set(ranked.slice(0, mostActive));
  return active.filter((one) => kept.has(one));
}

const noWeights = (): Record<MovementId, number> => ({
  moss: 0,
  need: 0,
  tree: 0,
  seed: 0,
  stream: 0,
  beings: 0,
  lake: 0,
  festival: 0,
  waking: 0,
});

/** Opens a piece: nothing is composed until it is asked for, and each answer depends on the question alone. */
export function open(seed: number, preset: Preset): Piece {
  const world = openWorld(seed, preset);
  const { length } = preset.form;
  const base = baseColours(preset);
  const nights = recent(nightsKept, (night) => nightOf(seed, preset, world, night));

  /** A piece has no time before its beginning. */
  const begun = (t: Seconds): Seconds => (t > 0 && Number.isFinite(t) ? t : 0);

  const numberAt = (t: Seconds): number => {
    const night = Math.floor(t / length);
    if (night * length > t) return night - 1;
    return (night + 1) * length <= t ? night + 1 : night;
  };
  const nightAt = (t: Seconds): Night => nights.at(numberAt(t));

  /** Events of a night and of the end of the one before that are alive at t, in order. */
  const soundingOwn = (t: Seconds): Event[] => {
    const night = nightAt(t);
    const own = night.near(t - night.start).filter((event) => alive(event, t));
    if (night.tonight.night === 0 || t - night.start > longestTail) return own;
    const before = nights.at(night.tonight.night - 1);
    return [...before.near(t - before.start).filter((event) => alive(event, t)), ...own];
  };

  const sounding = (t: Seconds, touches: readonly Touch[] = []): readonly Event[] => {
    if (!(t >= 0) || !Number.isFinite(t)) return [];
    const own = soundingOwn(t);
    const recentTouches = living(touches, t);
    if (recentTouches.length === 0) return own;
    return [...own, ...touchEvents(recentTouches, nightAt).filter((event) => alive(event, t))].sort(inOrder);
  };

  const events = (t0: Seconds, t1: Seconds, touches: readonly Touch[] = []): readonly Event[] => {
    const from = Math.max(0, t0);
    if (!(from < t1) || !Number.isFinite(t1)) return [];
    const found: Event[] = [];
    for (let n = numberAt(from); n * length < t1; n += 1) {
      const night = nights.at(n);
      for (let i = firstFrom(night.events, from); i < night.events.length; i += 1) {
        const event = night.events[i];
        if (event === undefined || event.at >= t1) break;
        found.push(event);
      }
    }
    if (touches.length === 0) return found;
    const made = touchEvents(touches, nightAt).filter(({ at }) => at >= from && at < t1);
    return made.length === 0 ? found : [...found, ...made].sort(inOrder);
  };

  const cameraIn = ({ tonight }: Night, t: Seconds, local: Seconds) => {
    const { focus, aperture } = opticsAt(sharesAt(tonight.form, local));
    return cameraAt(tonight.walk(local), t, breathAt(preset, t), focus, aperture);
  };

  const frame = (at: Seconds, touches: readonly Touch[] = []): Frame => {
    const t = begun(at);
    const night = nightAt(t);
    const { tonight } = night;
    const local = t - night.start;
    const span = spanAt(tonight.form, local);
    const weights = noWeights();
    for (const share of sharesAt(tonight.form, local)) weights[share.span.id] += share.weight;
    const { colours, sky } = skyAt(tonight, base, local);
    const active = sounding(t, touches)
      .filter(({ kind }) => kind !== 'movement')
      .map((event) => ({ event, age: t - event.at }));
    return {
      t,
      night: tonight.night,
      local,
      length,
      movement: span.id,
      progress: progressOf(span, local),
      weights,
      camera: cameraIn(night, t, local),
      curves: curvesAt(tonight, t, local),
      palette: paletteAt(colours, {
        before: tonight.lastBlossom,
        tonight: tonight.blossom,
        grown: smoothstep(0.2, 0.8, progressOf(tonight.span('moss'), local)),
        handed: smoothstep(0.45, 0.9, progressOf(tonight.span('waking'), local)),
      }),
      sky,
      active: capped(active),
      figures: figuresAt(tonight, night.beings, night.dancers, local),
      memory: memoryAt(tonight, local),
      chosen: chosenAt(tonight, night.stars, night.start, local),
      mapTurn: mapTurnAt(tonight, local),
      leaves: leavesAt(tonight, local),
    };
  };

  const movements = (night: number): readonly MovementSpan[] =>
    spansOf(seed, preset, night).map((span) => ({
      ...span,
      from: night * length + span.from,
      to: night * length + span.to,
    }));

  return {
    seed,
    preset,
    world,
    length,
    frame,
    events,
    sounding,
    curves(at) {
      const t = begun(at);
      const { tonight, start } = nightAt(t);
      return curvesAt(tonight, t, t - start);
    },
    camera(at) {
      const t = begun(at);
      const night = nightAt(t);
      return cameraIn(night, t, t - night.start);
    },
    harmony(at) {
      const t = begun(at);
      const { tonight, start } = nightAt(t);
      return harmonyAt(tonight.cues, tonight.mode, preset.music.root, t - start);
    },
    movements,
  };
}

/** No event outlives its night by more than this. */
const longestTail: Seconds = 60;
