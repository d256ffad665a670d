import type { Preset } from '../preset/schema.ts';
import type { Seconds } from '../units.ts';
import type { World } from '../world/types.ts';
import { type Being, beingsOf } from './beings.ts';
import { type Dancer, dancersOf } from './dancers.ts';
import { type Draft, eventOf } from './draft.ts';
import { movements } from './movements/index.ts';
import { type Tonight, tonightOf } from './tonight.ts';
import type { Event, EventKind, MovementSpan } from './types.ts';
import { placed } from './vector.ts';

/** One night, composed: its events in order of (at, id), and an index of which are alive in each of its seconds. */
export interface Night {
  readonly tonight: Tonight;
  readonly start: Seconds;
  readonly events: readonly Event[];
  /** The chosen stars' events, in the order of choosing. */
  readonly stars: readonly Event[];
  readonly beings: readonly Being[];
  readonly dancers: readonly Dancer[];
  /** Events that may be alive at a time, counted from this night's start and possibly beyond its end; in order. */
  near(local: Seconds): readonly Event[];
}

export const inOrder = (a: Event, b: Event): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const movementEvent = (tonight: Tonight, span: MovementSpan): Draft => ({
  kind: 'movement',
  at: span.from,
  duration: span.to - span.from,
  place: placed(tonight.walk((span.from + span.to) / 2).feet),
  strength: 1,
  index: span.index,
  warmth: 0,
});

/** Names each event by its night, its kind and its number within that kind. */
function compose(tonight: Tonight, start: Seconds): Event[] {
  const count = new Map<EventKind, number>();
  const events: Event[] = [];
  for (const span of tonight.form.spans) {
    const drafts = [movementEvent(tonight, span), ...movements[span.id].events(tonight, span)];
    drafts.sort((a, b) => a.at - b.at);
    for (const draft of drafts) {
      if (draft.at < 0 || draft.at >= tonight.length) continue;
      const ordinal = count.get(draft.kind) ?? 0;
      count.set(draft.kind, ordinal + 1);
      const id = `${tonight.night}-${draft.kind}-${ordinal}`;
      events.push(eventOf(draft, id, span.id, tonight.night, start));
    }
  }
  return events.sort(inOrder);
}

function indexed(events: readonly Event[], start: Seconds): (local: Seconds) => readonly Event[] {
  const seconds: Event[][] = [];
  for (const event of events) {
    const from = Math.floor(event.at - start);
    const to = Math.floor(event.at - start + event.duration + 1e-6);
    for (let s = from; s <= to; s += 1) {
      seconds[s] ??= [];
      seconds[s]?.push(event);
    }
  }
  return (local) => seconds[Math.floor(local)] ?? [];
}

export function nightOf(seed: number, preset: Preset, world: World, night: number): Night {
  const tonight = tonightOf(seed, preset, world, night);
  const start = night * tonight.length;
  const events = compose(tonight, start);
  return {
    tonight,
    start,
    events,
    stars: events.filter(({ kind }) => kind === 'star'),
    beings: beingsOf(tonight),
    dancers: dancersOf(tonight),
    near: indexed(events, start),
  };
}
