import type { Preset } from '../preset/schema.ts';
import type { Seconds, Unit } from '../units.ts';
import { chance } from './chance.ts';
import { smoothstep } from './ease.ts';
import { type MovementSpan, movementIds } from './types.ts';

/** Beginnings of the movements in a night of 18:00, and its end: the walker's path is laid out over these. */
export const usualBegins: readonly Seconds[] = [0, 150, 225, 390, 540, 675, 780, 900, 1035, 1080];

const whole = 1080;
/** Seconds of each movement in such a night. */
const shares: readonly Seconds[] = movementIds.map((_, i) => (usualBegins[i + 1] ?? whole) - (usualBegins[i] ?? 0));

/** Neighbours cross over this long, or less where a very short night leaves no room. */
const crossing: Seconds = 10;

/**
 * The nine movements of a night, local seconds. Each share varies by up to `variation` from night to night; what one gains
 * others lose, so that the night's length is exact.
 */
export function spansOf(seed: number, preset: Preset, night: number): readonly MovementSpan[] {
  const { length, variation } = preset.form;
  const dice = chance(seed, night, 1);
  const raw = shares.map((_, i) => dice.sway(i));
  const mean = shares.reduce((sum, share, i) => sum + (share * (raw[i] ?? 0)) / whole, 0);
  const centred = raw.map((x) => x - mean);
  const widest = Math.max(1, ...centred.map(Math.abs));
  let done = 0;
  const ends = shares.map((share, i) => {
    done += (share / whole) * (1 + (variation * (centred[i] ?? 0)) / widest);
    return Math.round(done * length * 1000) / 1000;
  });
  return movementIds.map((id, index) => ({
    id,
    index,
    night,
    from: index === 0 ? 0 : (ends[index - 1] ?? 0),
    to: index === movementIds.length - 1 ? length : (ends[index] ?? length),
  }));
}

/** How wide the crossing between two neighbours is: never so wide that a third movement would be heard in it. */
const widthBetween = (a: MovementSpan, b: MovementSpan): Seconds =>
  Math.min(crossing, 0.8 * Math.min(a.to - a.from, b.to - b.from));

/** A night's spans with the neighbours that it crosses into. */
export interface Form {
  readonly spans: readonly MovementSpan[];
  /** Waking of the night before and moss of the night after, in this night's local time. */
  readonly before: MovementSpan;
  readonly after: MovementSpan;
}

const shifted = (span: MovementSpan, by: Seconds): MovementSpan => ({
  ...span,
  from: span.from + by,
  to: span.to + by,
});

export function formOf(seed: number, preset: Preset, night: number): Form {
  const { length } = preset.form;
  const spans = spansOf(seed, preset, night);
  const [moss] = spansOf(seed, preset, night + 1);
  const waking = spansOf(seed, preset, night - 1).at(-1);
  if (moss === undefined || waking === undefined) throw new RangeError('A night has nine movements');
  return { spans, before: shifted(waking, -length), after: shifted(moss, length) };
}

export interface Share {
  readonly span: MovementSpan;
  readonly weight: Unit;
  /** Clamped: a movement that is not there yet, or no more, holds its first or last state while it crosses. */
  readonly progress: Unit;
}

export const progressOf = (span: MovementSpan, local: Seconds): Unit =>
  Math.min(1, Math.max(0, (local - span.from) / (span.to - span.from)));

export function spanAt(form: Form, local: Seconds): MovementSpan {
  const last = form.spans.at(-1) ?? form.after;
  return form.spans.find((span) => local < span.to) ?? last;
}

/** The movements present at a local time, one or two of them; their weights sum to 1. */
export function sharesAt(form: Form, local: Seconds): readonly Share[] {
  const here = spanAt(form, local);
  const previous = form.spans[here.index - 1] ?? form.before;
  const next = form.spans[here.index + 1] ?? form.after;
  const share = (span: MovementSpan, weight: Unit): Share => ({ span, weight, progress: progressOf(span, local) });
  const lead = widthBetween(previous, here) / 2;
  const tail = widthBetween(here, next) / 2;
  if (local < here.from + lead) {
    const weight = smoothstep(here.from - lead, here.from + lead, local);
    return [share(previous, 1 - weight), share(here, weight)];
  }
  if (local > here.to - tail) {
    const weight = smoothstep(here.to - tail, here.to + tail, local);
    return [share(here, 1 - weight), share(next, weight)];
  }
  return [share(here, 1)];
}
