import type { Seconds, Unit } from '../units.ts';
import { sampleRate } from './frames.ts';
import { mix32, unitOf } from './hash.ts';
import { bodyCount, sungVowels } from './sung.ts';
import { breathCount, breathSpan, phraseCount, phraseFrames } from './whispered.ts';

/** Leaves that are heard at a time, of the tree's thousands, and the boughs they hang on, from which they are heard. */
export const leafCount = 320;
export const boughCount = 16;
/** So many of the leaves go on to sing, in parts; the others fall silent into them. More singers than this are an engine. */
export const singerCount = 56;
const partCount = 5;
/** Leaves that are near at a time, each in turn another one. */
export const nearCount = 5;

/** One sound of one leaf, in frames of the piece. It is silent before `from` and from `to` on. */
export interface Utterance {
  readonly from: number;
  readonly to: number;
  /** Which table; where in it to begin. */
  readonly table: number;
  readonly skip: number;
  readonly level: Unit;
}

/** A phrase of a leaf that is near. */
export interface Whisper extends Utterance {
  readonly bough: number;
  /** Speed it is read at: another pace is another throat. */
  readonly pace: number;
}

/** Two leaves with the same seed and number are the same leaf: everything it ever says is a function of the position. */
export interface Leaf {
  readonly key: number;
  readonly bough: number;
  /** Where on the way from breath to speech, from speech to song, and from chord to chord it changes: early or late. */
  readonly speaks: Unit;
  readonly sings: Unit;
  readonly turns: Unit;
  /** Which voice of the chord, from the low ones up. */
  readonly part: number;
  readonly detune: number;
  /** Rate and depth of the sway. */
  readonly vibrato: number;
  readonly depth: number;
  /** Which size of throat. */
  readonly body: number;
}

export function leafOf(seed: number, index: number, bough: number): Leaf {
  const key = mix32(mix32(seed ^ 0x1eaf) ^ index);
  const at = (n: number): Unit => unitOf(key, n);
  return {
    key,
    bough,
    speaks: at(2),
    sings: at(3),
    turns: at(4),
    part: Math.floor(partCount * at(5)),
    detune: 2 ** (((at(7) + at(8) + at(9) - 1.5) * 20) / 1200),
    vibrato: 5 + 0.6 * at(10),
    depth: 0.013 + 0.01 * at(22),
    body: Math.floor(bodyCount * at(21)),
  };
}

/** The number of a moment in a row of equal spans, each leaf's row beginning elsewhere. */
function countAt(frame: number, span: Seconds, phase: Unit): number {
  return Math.floor(frame / sampleRate / span + phase);
}

const startOf = (n: number, span: Seconds, phase: Unit): number => (n - phase) * span * sampleRate;

/** A key for the nth of something; exact for any number of years. */
function keyOf(key: number, n: number, topic: number): number {
  return mix32(mix32((n % 0x1_0000_0000) ^ topic) ^ mix32(Math.floor(n / 0x1_0000_0000) ^ key));
}

/** The breath that is under way at a frame, or the next to come. */
export function breathAt(leaf: Leaf, frame: number): Utterance {
  const span = 2.3 + 2.2 * unitOf(leaf.key, 11);
  const phase = unitOf(leaf.key, 12);
  for (let n = countAt(frame, span, phase); ; n++) {
    const key = keyOf(leaf.key, n, 0xb2);
    const length = span * (0.45 + 0.3 * unitOf(key, 1));
    const from = Math.round(startOf(n, span, phase) + (span - length) * 0.9 * unitOf(key, 2) * sampleRate);
    const to = from + Math.round(length * sampleRate);
    if (to <= frame) continue;
    return {
      from,
      to,
      table: Math.floor(unitOf(key, 3) * breathCount),
      skip: Math.floor(unitOf(key, 4) * breathSpan * sampleRate),
      level: 0.25 + 0.75 * unitOf(key, 5) ** 3,
    };
  }
}

/** The phrase that a leaf far in the crown whispers at a frame, or the next to come. */
export function phraseAt(leaf: Leaf, frame: number): Utterance {
  const span = 4 + 3.5 * unitOf(leaf.key, 15);
  const phase = unitOf(leaf.key, 16);
  for (let n = countAt(frame, span, phase); ; n++) {
    const key = keyOf(leaf.key, n, 0x5e);
    const table = Math.floor(unitOf(key, 1) * phraseCount);
    const from = Math.round(startOf(n, span, phase));
    const to = from + phraseFrames(table);
    if (to > frame) return { from, to, table, skip: 0, level: 0.25 + 0.75 * unitOf(key, 2) ** 3 };
  }
}

/** The phrase that comes from the nth of the near places, or the next to come: each is another leaf's. */
export function nearAt(seed: number, n: number, frame: number): Whisper {
  const place = mix32(mix32(seed ^ 0x9ea2) ^ n);
  const span = 4.3 + 1.7 * unitOf(place, 1);
  const phase = unitOf(place, 2);
  for (let count = countAt(frame, span, phase); ; count++) {
    const key = keyOf(place, count, 0x5f);
    const table = Math.floor(unitOf(key, 1) * phraseCount);
    const pace = 0.93 + 0.15 * unitOf(key, 2);
    const frames = Math.floor((phraseFrames(table) - 1) / pace);
    const rest = Math.max(0, span * sampleRate - frames);
    const from = Math.round(startOf(count, span, phase) + rest * unitOf(key, 3));
    const to = from + frames;
    if (to <= frame) continue;
    const bough = Math.floor(unitOf(key, 4) * boughCount);
    return { from, to, table, skip: 0, bough, pace, level: 0.3 + 0.7 * unitOf(key, 5) };
  }
}

/** The tone that a leaf holds at a frame, or the next to come; `table` is the vowel. A part takes its breath together, nearly. */
export function toneAt(seed: number, leaf: Leaf, frame: number): Utterance {
  const part = mix32(mix32(seed ^ 0xb0) ^ leaf.part);
  const span = 5.6 + 2.6 * unitOf(part, 17);
  const phase = unitOf(part, 18) + 0.05 * unitOf(leaf.key, 19);
  for (let n = countAt(frame, span, phase); ; n++) {
    const length = span * (0.84 + 0.08 * unitOf(keyOf(leaf.key, n, 0x70), 1));
    const from = Math.round(startOf(n, span, phase));
    const to = from + Math.round(length * sampleRate);
    if (to <= frame) continue;
    const table = Math.floor(unitOf(keyOf(part, n, 0x71), 2) * sungVowels.length);
    return { from, to, table, skip: 0, level: 0.3 + 0.7 * unitOf(keyOf(leaf.key, n, 0x73), 4) };
  }
}
