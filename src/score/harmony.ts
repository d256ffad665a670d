import type { Hertz, Seconds } from '../units.ts';
import { chance } from './chance.ts';
import { smoothstep } from './ease.ts';
import type { Form } from './movements.ts';
import { type Mode, minorSecond, type Ratio, ratioOf } from './scale.ts';
import type { Harmony, MovementId } from './types.ts';
import { lead, type Voicing } from './voicing.ts';

/** A chord and the local time at which it has fully arrived. */
interface Cue {
  readonly at: Seconds;
  readonly chord: Voicing;
}

/** How the night begins and ends: an open fifth, in octaves. */
const openFifth: Voicing = [1 / 2, 3 / 4, 1, 3 / 2, 2];
/** The same, with a fifth upon the fifth. */
const wideFifth: Voicing = [1 / 2, 3 / 4, 1, 3 / 2, 9 / 4];
/** Five voices have become two, a minor second apart. */
const ache: Voicing = [1, 1, 1, minorSecond, minorSecond];
const warming: Voicing = [1 / 2, 3 / 4, 1, 1, 9 / 8];
const hollow: Voicing = [1 / 2, 1 / 2, 3 / 4, 1, 3 / 2];
/** Harmonics 1 to 5 of the drone. */
const overtones: Voicing = [1 / 2, 1, 3 / 2, 2, 5 / 2];

/** Voices take at most this long from one chord to the next. */
const longestGlide: Seconds = 9;

const triad = (mode: Mode, degree: number): readonly Ratio[] =>
  [degree, degree + 2, degree + 4].map((d) => {
    const ratio = ratioOf(mode, d);
    return ratio >= 2 ? ratio / 2 : ratio;
  });

/** Degrees of a mode that carry a triad with a pure fifth: the others would howl in just intonation. */
const pureDegrees = (mode: Mode): number[] =>
  mode.map((_, d) => d).filter((d) => Math.abs(ratioOf(mode, d + 4) / ratioOf(mode, d) - 3 / 2) < 1e-9);

/** `count` degrees, none twice in a row, that come home at last. */
function progression(seed: number, night: number, topic: number, mode: Mode, count: number): number[] {
  const dice = chance(seed, night, topic);
  const away = pureDegrees(mode);
  const degrees: number[] = [];
  for (let n = 0; n < count - 1; n += 1) {
    const choices = away.filter((d) => d !== degrees[n - 1] && !(n === count - 2 && d === 0));
    degrees.push(choices[dice.below(choices.length, n)] ?? 0);
  }
  return [...degrees, 0];
}

function voiced(from: Voicing, degrees: readonly number[], seed: number, night: number, topic: number, mode: Mode) {
  const dice = chance(seed, night, topic + 1);
  let chord = from;
  return degrees.map((degree, n) => {
    const home = n === degrees.length - 1;
    const tones = triad(mode, degree);
    const root = ratioOf(mode, degree);
    const bass = home || dice.unit(n, 1) < 0.4 ? 1 / 2 : root > 1.5 ? root / 4 : root / 2;
    chord = lead(chord, home ? [...tones, 9 / 8] : tones, bass);
    return chord;
  });
}

/** Chords at even distances over a part of a movement. */
const spread = (chords: readonly Voicing[], from: Seconds, to: Seconds): Cue[] =>
  chords.map((chord, n) => ({ at: from + ((to - from) * (n + 0.5)) / chords.length, chord }));

/** The chords of a night: a sequence with its voices led, whose first and last chord every night shares. */
export function cuesOf(seed: number, night: number, form: Form, mode: Mode): readonly Cue[] {
  const part = (id: MovementId, share: number): Seconds => {
    const span = form.spans.find((candidate) => candidate.id === id) ?? form.after;
    return span.from + (span.to - span.from) * share;
  };
  const tree = voiced(warming, progression(seed, night, 40, mode, 7), seed, night, 40, mode);
  const home = tree.at(-1) ?? openFifth;
  const stream = [...tree.slice(2, 5).reverse(), home];
  const beings = voiced(home, progression(seed, night, 42, mode, 5), seed, night, 42, mode);
  const festival = voiced(overtones, progression(seed, night, 44, mode, 10), seed, night, 44, mode);
  return [
    { at: part('moss', 0), chord: openFifth },
    { at: part('moss', 0.4), chord: wideFifth },
    { at: part('moss', 0.75), chord: openFifth },
    { at: part('need', 0.25), chord: ache },
    { at: part('need', 0.92), chord: warming },
    ...spread(tree, part('tree', 0.08), part('tree', 0.98)),
    { at: part('seed', 0.1), chord: hollow },
    { at: part('seed', 0.62), chord: openFifth },
    { at: part('seed', 0.94), chord: home },
    ...spread(stream, part('stream', 0.05), part('stream', 1)),
    ...spread(beings, part('beings', 0), part('beings', 1)),
    { at: part('lake', 0.12), chord: overtones },
    { at: part('lake', 0.9), chord: overtones },
    ...spread(festival, part('festival', 0.02), part('festival', 1)),
    { at: part('waking', 0.35), chord: wideFifth },
    { at: part('waking', 0.8), chord: openFifth },
    { at: form.after.from, chord: openFifth },
  ];
}

export interface Chords {
  now: Voicing;
  next: Voicing;
  glide: number;
}

/** The chord at a local time: it stands, then glides so as to arrive exactly at the next cue. */
export function chordsAt(cues: readonly Cue[], local: Seconds): Chords {
  let i = 0;
  while (i + 1 < cues.length && (cues[i + 1]?.at ?? 0) <= local) i += 1;
  const here = cues[i];
  const there = cues[i + 1] ?? here;
  if (here === undefined || there === undefined) return { now: openFifth, next: openFifth, glide: 0 };
  const gap = there.at - here.at;
  const glide = gap > 0 ? smoothstep(there.at - Math.min(longestGlide, gap * 0.6), there.at, local) : 0;
  return { now: here.chord, next: there.chord, glide };
}

export function harmonyAt(cues: readonly Cue[], mode: Mode, root: Hertz, local: Seconds): Harmony {
  const { now, next, glide } = chordsAt(cues, local);
  return {
    root: root / 2,
    chord: now.map((ratio) => root * ratio),
    next: next.map((ratio) => root * ratio),
    glide,
    scale: mode.map((ratio) => root * ratio),
  };
}

export type { Cue };
