import type { Seconds, Unit } from '../units.ts';
import { sampleRate } from './frames.ts';
import { mix32, unitOf } from './hash.ts';
import { bodyCount, sungVowels } from './sung.ts';
import { breathCount, breathSpan, syllableCount } from './whispered.ts';

/** Leaves of the tree that whisper, and the boughs they hang on: those of one bough tend to speak and breathe together. */
export const leafCount = 1000;
export const boughCount = 16;
/** So many of the leaves go on to sing; the others fall silent into them. */
export const singerCount = 256;

/** One sound of one leaf, in frames of the piece. It is silent before `from` and from `to` on. */
export interface Utterance {
  readonly from: number;
  readonly to: number;
  /** Which table; where in it to begin. */
  readonly table: number;
  readonly skip: number;
  /** 1 at the ear .. 0.02 far in the crown: very few are near at a time, for a thousand that are equally near are rain. */
  readonly level: Unit;
}

/** Two leaves with the same seed and number are the same leaf: everything it ever says is a function of the position. */
export interface Leaf {
  readonly key: number;
  readonly bough: number;
  /** Where on the way from breath to speech, from speech to song, and from chord to chord it changes: early or late. */
  readonly speaks: Unit;
  readonly sings: Unit;
  readonly turns: Unit;
  /** Which voice of the chord, 0 low .. 1 high, and how many octaves off. */
  readonly voice: Unit;
  readonly octave: number;
  readonly detune: number;
  readonly vibrato: number;
  /** Which size of throat. */
  readonly body: number;
}

export function leafOf(seed: number, index: number, bough: number): Leaf {
  const key = mix32(mix32(seed ^ 0x1eaf) ^ index);
  const at = (n: number): Unit => unitOf(key, n);
  const lift = at(6);
  return {
    key,
    bough,
    speaks: at(2),
    sings: at(3),
    turns: at(4),
    voice: at(5),
    octave: lift < 0.07 ? 2 : 1,
    detune: 2 ** (((at(7) + at(8) + at(9) - 1.5) * 20) / 1200),
    vibrato: 4.7 + 1.1 * at(10),
    body: Math.floor(bodyCount * at(21)),
  };
}

const nearness = (x: Unit): Unit => 0.016 + 0.984 * x ** 420;

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
      level: nearness(unitOf(key, 5)),
    };
  }
}

/**
 * The syllable that a leaf speaks at a frame, or the next to come. A phrase is three to nine syllables, three to six in a second;
 * most leaves take the words of their bough, a little later, and some have their own.
 */
export function syllableAt(seed: number, leaf: Leaf, frame: number): Utterance {
  const together = unitOf(leaf.key, 13) < 0.4;
  const speaker = together ? mix32(mix32(seed ^ 0xb0) ^ leaf.bough) : leaf.key;
  const late = together ? 0.22 * unitOf(leaf.key, 14) * sampleRate : 0;
  const span = 2.6 + 2.6 * unitOf(speaker, 15);
  const phase = unitOf(speaker, 16);
  const own = frame - late;
  for (let n = countAt(own, span, phase); ; n++) {
    const key = keyOf(speaker, n, 0x5e);
    const rate = 3.3 + 2.2 * unitOf(key, 1);
    const count = Math.max(2, Math.floor(rate * span * (0.35 + 0.4 * unitOf(key, 2))));
    const start = startOf(n, span, phase);
    const beat = sampleRate / rate;
    const level = nearness(unitOf(keyOf(leaf.key, n, 0x91), 0));
    for (let i = Math.max(0, Math.floor((own - start) / beat) - 1); i < count; i++) {
      const swing = i === 0 ? 0 : 0.12 * (unitOf(key, 40 + i) - 0.5);
      const from = Math.round(start + (i + swing) * beat + late);
      const to = from + Math.floor(beat * 0.86);
      // A leaf leaves out a word now and then.
      if (to <= frame || unitOf(keyOf(leaf.key, n, 0x90), i) < 0.18) continue;
      return { from, to, table: Math.floor(unitOf(key, 80 + i) * syllableCount), skip: 0, level };
    }
  }
}

/** The tone that a leaf holds at a frame, or the next to come; `table` is the vowel. Those of a bough breathe together, nearly. */
export function toneAt(seed: number, leaf: Leaf, frame: number): Utterance {
  const bough = mix32(mix32(seed ^ 0xb0) ^ leaf.bough);
  const span = 4.6 + 3.4 * unitOf(bough, 17);
  const phase = unitOf(bough, 18) + 0.16 * unitOf(leaf.key, 19);
  for (let n = countAt(frame, span, phase); ; n++) {
    const length = span * (0.8 + 0.14 * unitOf(keyOf(leaf.key, n, 0x70), 1));
    const from = Math.round(startOf(n, span, phase));
    const to = from + Math.round(length * sampleRate);
    if (to <= frame) continue;
    const word = unitOf(keyOf(bough, n, 0x71), 2);
    const odd = unitOf(keyOf(leaf.key, n, 0x72), 3);
    return {
      from,
      to,
      table: Math.floor((odd < 0.25 ? odd * 4 : word) * sungVowels.length),
      skip: 0,
      level: 0.12 + 0.88 * unitOf(keyOf(leaf.key, n, 0x73), 4) ** 4,
    };
  }
}
