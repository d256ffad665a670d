import type { Metres, Seconds, Vec3 } from '../units.ts';
import type { Path } from '../world/types.ts';
import { smoothstep } from './ease.ts';
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

/** The walker changes from one movement's rate to the next over this long, or less in a very short night. */
const longestChange: Seconds = 20;
/** What this shifts at a night's ends is given back over this long. */
const settling: Seconds = 40;

/** A stretch of local time through which usual time passes at one rate. */
interface Leg {
  readonly from: Seconds;
  readonly rate: number;
  /** Usual time at its beginning, and the integral of usual time up to there. */
  readonly usual: Seconds;
  readonly sum: number;
}

function legsOf(form: Form): readonly Leg[] {
  const legs: Leg[] = [];
  let usual = -usualLength(form.before.index);
  let sum = 0;
  for (const span of [form.before, ...form.spans, form.after]) {
    const long = span.to - span.from;
    const rate = usualLength(span.index) / long;
    legs.push({ from: span.from, rate, usual, sum });
    sum += usual * long + (rate * long * long) / 2;
    usual += usualLength(span.index);
  }
  return legs;
}

function integral(legs: readonly Leg[], local: Seconds): number {
  let leg = legs[0];
  for (const next of legs) if (next.from <= local) leg = next;
  if (leg === undefined) return 0;
  const x = local - leg.from;
  return leg.sum + leg.usual * x + (leg.rate * x * x) / 2;
}

/**
 * Tonight's local time as the time of a usual night of 18:00, whatever tonight's shares are: proportional within each
 * movement, and averaged over a moving span, so that the walker never jerks at a border nor goes faster than in the
 * fastest movement. Nights begin and end exactly at usual nights' ends.
 */
function usualTime(form: Form): (local: Seconds) => Seconds {
  const legs = legsOf(form);
  const all = [form.before, ...form.spans, form.after];
  const over = Math.min(longestChange, ...all.map((span) => (span.to - span.from) / 2));
  const length = form.after.from;
  const end = usualBegins.at(-1) ?? 0;
  const mean = (local: Seconds): Seconds =>
    (integral(legs, local + over / 2) - integral(legs, local - over / 2)) / over;
  const early = mean(0);
  const late = mean(length) - end;
  const reach = Math.min(settling, length / 4);
  return (local) => {
    const shift = early * (1 - smoothstep(0, reach, local)) + late * smoothstep(length - reach, length, local);
    return Math.min(end, Math.max(0, mean(local) - shift));
  };
}

export function walkOf(form: Form, path: Path): Walk {
  const usual = usualTime(form);
  return (local) => {
    const time = usual(local);
    let movement = 0;
    while (movement < 8 && (usualBegins[movement + 1] ?? 0) <= time) movement += 1;
    return path.at(movement, (time - (usualBegins[movement] ?? 0)) / usualLength(movement));
  };
}
