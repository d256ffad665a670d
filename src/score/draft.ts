import type { Hertz, Seconds, Unit, Vec3 } from '../units.ts';
import type { Tonight } from './tonight.ts';
import type { Track } from './track.ts';
import type { Curves, Event, EventKind, MovementId, MovementSpan } from './types.ts';

/** An event as a movement declares it: local time, no name yet. What is left out is nothing or the usual. */
export interface Draft {
  readonly kind: EventKind;
  readonly at: Seconds;
  readonly duration: Seconds;
  readonly place: Vec3;
  readonly strength?: Unit;
  readonly pitches?: readonly Hertz[];
  readonly index?: number;
  readonly item?: number;
  readonly warmth?: Unit;
  readonly motif?: readonly Hertz[];
  readonly cluster?: readonly Hertz[];
  readonly blossomOf?: number;
}

/** What a movement declares of the curves; `focus` in metres and `aperture` are the eye's. */
export type Tracks = Readonly<Partial<Record<keyof Curves | 'focus' | 'aperture', Track>>>;

/** A movement: its curves over its own progress, and what happens in it. */
export interface Movement {
  readonly id: MovementId;
  readonly tracks: Tracks;
  events(tonight: Tonight, span: MovementSpan): Draft[];
}

const tidy = (x: number, grain: number): number => Math.round(x * grain) / grain;

/** Gives a draft its name and its place in absolute time. */
export function eventOf(draft: Draft, id: string, movement: MovementId, night: number, start: Seconds): Event {
  const { at, duration, strength = 0.6, pitches = [], index = 0, item = 0, warmth = 0.3, ...rest } = draft;
  return {
    id,
    kind: draft.kind,
    movement,
    night,
    at: start + tidy(at, 1e6),
    duration: tidy(duration, 1e4),
    place: rest.place,
    strength: tidy(strength, 1e4),
    pitches,
    index,
    item,
    warmth: tidy(warmth, 1e4),
    ...(rest.motif && { motif: rest.motif }),
    ...(rest.cluster && { cluster: rest.cluster }),
    ...(rest.blossomOf !== undefined && { blossomOf: rest.blossomOf }),
  };
}
