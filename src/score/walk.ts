import type { Metres, Seconds, Vec3 } from '../units.ts';
import type { Path } from '../world/types.ts';
import { clamp01 } from './ease.ts';
import { type Form, usualBegins } from './movements.ts';

/** Where the walker is and looks. */
export interface Stand {
  readonly feet: Vec3;
  readonly gaze: Vec3;
  readonly eyeHeight: Metres;
  readonly fovY: number;
}

/** The walker at a local time of one night. */
export type Walk = (local: Seconds) => Stand;

const usualLength = (movement: number): Seconds => (usualBegins[movement + 1] ?? 0) - (usualBegins[movement] ?? 0);

/** Usual seconds that pass in a second of tonight, on average over a movement. */
interface Leg {
  readonly long: Seconds;
  readonly rate: number;
}

/**
 * The rate where two movements meet: the weighted harmonic mean of Fritsch and Butland (1984), which keeps a cubic
 * through the borders monotone. The walker never jerks and never steps back.
 */
const rateBetween = (a: Leg, b: Leg): number =>
  (3 * (a.long + b.long)) / ((2 * b.long + a.long) / a.rate + (b.long + 2 * a.long) / b.rate);

/** Tonight's local time as the time of a usual night of 18:00, smoothly, whatever tonight's shares are. */
export function usualTime(form: Form): (local: Seconds) => Seconds {
  const { spans } = form;
  const legs = [form.before, ...spans, form.after].map((span): Leg => {
    const long = span.to - span.from;
    return { long, rate: usualLength(span.index) / long };
  });
  const still: Leg = { long: 1, rate: 1 };
  const rates = legs.slice(1).map((leg, i) => rateBetween(legs[i] ?? still, leg));
  return (local) => {
    const found = spans.findIndex((span) => local < span.to);
    const i = found < 0 ? spans.length - 1 : found;
    const span = spans[i];
    if (span === undefined) return 0;
    const h = span.to - span.from;
    const x = clamp01((local - span.from) / h);
    const m0 = (rates[i] ?? 1) * h;
    const m1 = (rates[i + 1] ?? 1) * h;
    const rise = usualLength(i) * x * x * (3 - 2 * x) + x * (1 - x) ** 2 * m0 - x * x * (1 - x) * m1;
    return (usualBegins[i] ?? 0) + Math.min(usualLength(i), Math.max(0, rise));
  };
}

export function walkOf(form: Form, path: Path): Walk {
  const usual = usualTime(form);
  return (local) => {
    const time = usual(local);
    const next = usualBegins.findIndex((begin) => time < begin);
    const movement = (next < 0 ? usualBegins.length - 1 : next) - 1;
    return path.at(movement, (time - (usualBegins[movement] ?? 0)) / usualLength(movement));
  };
}
