import { twilight } from '../../src/preset/defaults.ts';
import type { Camera, Curves, Event, EventKind, Harmony, Piece } from '../../src/score/types.ts';
import type { Hertz, Seconds } from '../../src/units.ts';
import { openWorld } from '../../src/world/world.ts';

const curves: Curves = {
  breath: 0.5,
  wind: 0.5,
  gust: 0.2,
  cloud: 0,
  haze: 0,
  colour: 1,
  colourFront: 0,
  warmth: 0,
  stars: 0,
  dawn: 0,
  inner: 0,
  treeGlow: 0,
  sap: 0,
  whispers: 0.5,
  voiced: 0.5,
  heart: 0.5,
  heartLevel: 0.5,
  orb: 0.5,
  tendrils: 0.5,
  beam: 0,
  stream: 0.5,
  lake: 0.5,
  partials: 0.5,
  otherSky: 0,
  plant: 0,
  blossom: 0,
  bow: 0,
  festival: 0.5,
  wave: 0.5,
  laughter: 0.5,
  bed: 0.5,
  ache: 0,
  room: 0.5,
  map: 0,
  answers: 0,
};

const camera: Camera = {
  eye: [0, 1.6, 0],
  forward: [0, 0, -1],
  up: [0, 1, 0],
  fovY: 50,
  focus: 10,
  aperture: 0,
};

const D: Hertz = 146.832;
const harmony: Harmony = {
  root: D,
  chord: [D, (D * 3) / 2, D * 2],
  next: [D, (D * 3) / 2, D * 2],
  glide: 0,
  scale: [D, (D * 9) / 8, (D * 5) / 4, (D * 4) / 3, (D * 3) / 2, (D * 5) / 3, (D * 15) / 8],
};

/** An event as a night might hold it. */
export function eventOf(kind: EventKind, at: Seconds, more: Partial<Event> = {}): Event {
  return {
    id: `0/${kind}/${at}`,
    kind,
    movement: 'moss',
    night: 0,
    at,
    duration: 5,
    place: [0.6, 0.4, -2.4],
    strength: 0.8,
    pitches: [D * 2],
    index: 0,
    item: 0,
    warmth: 0.5,
    ...more,
  };
}

/** A piece in which all is constant but its events: to hear one thing alone. */
export function stillPiece(
  events: readonly Event[] = [],
  more: { readonly curves?: Partial<Curves> | ((t: Seconds) => Partial<Curves>); readonly seed?: number } = {},
): Piece {
  const ordered = events.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const none = (): never => {
    throw new Error('a still piece has sound only');
  };
  const own = more.curves ?? {};
  return {
    seed: more.seed ?? 7,
    preset: twilight,
    world: openWorld(more.seed ?? 7, twilight),
    length: 1080,
    frame: none,
    events: (t0, t1) => ordered.filter((event) => event.at >= t0 && event.at < t1),
    sounding: (t) => ordered.filter((event) => event.at <= t && t < event.at + event.duration),
    curves: (t) => ({ ...curves, ...(typeof own === 'function' ? own(t) : own) }),
    camera: () => camera,
    harmony: () => harmony,
    movements: () => [],
  };
}
