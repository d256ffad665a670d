import type { Hertz, Seconds } from '../../units.ts';
import type { Envelope, Point } from '../envelope.ts';
import { phonate } from '../glottis.ts';
import { hashText, unitOf } from '../hash.ts';
import { hear } from '../space.ts';
import { breathe, type Mouth, openThroat } from '../throat.ts';
import type { Voice } from '../voice.ts';
import type { VowelId } from '../vowels.ts';

const LOUD = 0.46;

interface Call {
  readonly at: Seconds;
  /** From the outbreath before it to the end of its tone. */
  readonly span: Seconds;
  readonly level: number;
  readonly from: Hertz;
  readonly to: Hertz;
}

/**
 * A bout of laughter as Bickley and Hunnicutt (1992) measured it: calls of breath and tone, five in a second, which fall in
 * pitch, shorten and grow fainter as the breath runs out.
 */
function boutOf(key: number, base: Hertz, from: Seconds, to: Seconds): Call[] {
  const pace = 0.185 + 0.05 * unitOf(key, 1);
  const lift = 1.12 + 0.3 * unitOf(key, 2);
  const crest = Math.floor(3 * unitOf(key, 3));
  const calls: Call[] = [];
  for (let n = 0, at = from; n < 12; n++) {
    const span = pace * (n === 0 ? 1.2 : 1 - 0.022 * n) * (0.94 + 0.12 * unitOf(key, 20 + n));
    if (at + span > to) break;
    const fall = (n < crest ? 1 - 0.05 * (crest - n) : 1 - 0.055 * (n - crest)) * (0.97 + 0.06 * unitOf(key, 40 + n));
    const pitch = base * Math.max(0.72, lift * fall);
    calls.push({
      at,
      span: span * Math.max(0.5, 0.8 - 0.025 * n),
      level: 0.87 ** Math.abs(n - crest) * (0.85 + 0.3 * unitOf(key, 60 + n)),
      from: pitch * 1.06,
      to: pitch * 0.8,
    });
    at += span;
  }
  return calls;
}

const OPEN: readonly VowelId[] = ['a', 'uh', 'a', 'e', 'uh', 'o'];

/** Warm, breathy laughter; the festival's first is an outbreath turned: the breath goes in, and breaks into laughing. */
export const laugh: Voice = {
  stem: 'laughter',
  kinds: ['laugh'],
  play(event, when, offset, out) {
    const key = hashText(event.id);
    // One laughs well above the pitch that one speaks at.
    const spoken = event.pitches[0] ?? 130 * 2 ** (1.1 * unitOf(key, 0));
    const base = spoken * 1.45;
    const size = Math.max(0.95, Math.min(1.3, (spoken / 130) ** 0.26));
    // Laughter carries: it is heard across a lake that a word would not cross.
    const { direct } = hear(out.piece.camera(event.at), event.place, 0);
    const carries = Math.min(5, direct ** -0.5);
    const peak = LOUD * (0.3 + 0.7 * event.strength) * carries;
    const end = event.duration - 0.04;
    const turned = event.index === 0 && event.duration > 1.5;
    const inward = turned ? 0.62 : Math.min(0.12, end * 0.1);
    const calls = boutOf(key, base, inward, end - Math.min(0.3, end * 0.2));
    const tone: Point[] = [{ at: 0, value: 0 }];
    const air: Point[] = [{ at: 0, value: 0 }];
    const pitch: Point[] = [{ at: 0, value: calls[0]?.from ?? base }];
    const level = peak * 0.62;
    const breath = peak * 1.6;
    if (turned) {
      air.push({ at: 0.3, value: breath * 0.14 }, { at: inward - 0.1, value: breath * 0.5 });
      air.push({ at: inward - 0.02, value: breath * 0.06 });
    } else {
      air.push({ at: inward * 0.6, value: breath * 0.35 }, { at: inward, value: breath * 0.3 });
    }
    for (const call of calls) {
      // "h", then a tone as short as the breath before it; the breath never quite leaves it (the measured third formant is breath).
      const onset = call.at + call.span * 0.42;
      const top = call.at + call.span * 0.56;
      const close = call.at + call.span * 0.92;
      const loud = level * call.level;
      pitch.push({ at: onset, value: call.from * 0.94 }, { at: top, value: call.from });
      pitch.push({ at: close, value: call.to });
      tone.push({ at: onset - 0.006, value: 0 }, { at: top, value: loud });
      tone.push({ at: close - 0.035, value: loud * 0.55 }, { at: close, value: 0 });
      air.push({ at: call.at + 0.004, value: breath * 0.12 * call.level });
      air.push({ at: onset, value: breath * call.level });
      air.push({ at: top + 0.02, value: breath * 0.35 * call.level });
      air.push({ at: close, value: breath * 0.3 * call.level });
    }
    // What is left of the breath goes out.
    const last = calls.at(-1);
    const spent = last === undefined ? inward : last.at + last.span;
    if (last !== undefined) air.push({ at: Math.min(end - 0.02, spent + 0.09), value: breath * 0.16 * last.level });
    air.push({ at: end, value: 0 });
    const vowel = OPEN[Math.floor(unitOf(key, 4) * OPEN.length)] ?? 'a';
    const mouth: Mouth = [
      { at: 0, vowel: turned ? 'u' : 'uh' },
      { at: inward, vowel },
      { at: inward + (spent - inward) * 0.6, vowel },
      { at: spent, vowel: 'uh' },
    ];
    const throat = openThroat(out, { mouth, size, breadth: 1.5, chest: 0.18 }, when, offset);
    breathe(out, Math.floor(8 * unitOf(key, 5)), inOrder(air), when, offset, throat);
    if (calls.length > 0) {
      phonate(out, { pitch: inOrder(pitch), level: inOrder(tone), tilt: 0.15 }, when, offset, throat);
    }
  },
};

/** Points that would fall before the one they follow are drawn just after it. */
function inOrder(points: readonly Point[]): Envelope {
  const ordered: Point[] = [];
  for (const point of points) {
    const before = ordered.at(-1);
    ordered.push(before === undefined || point.at > before.at ? point : { ...point, at: before.at + 0.001 });
  }
  return ordered;
}
