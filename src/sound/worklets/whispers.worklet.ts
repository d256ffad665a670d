import {
  boughCount,
  breathAt,
  type Leaf,
  leafCount,
  leafOf,
  singerCount,
  syllableAt,
  toneAt,
  type Utterance,
} from '../crowd.ts';
import { sampleRate } from '../frames.ts';
import { unitOf } from '../hash.ts';
import { bakeCycles, cycleIndex, cycleSize } from '../sung.ts';
import { breath, breathCount, syllable, syllableCount } from '../whispered.ts';
import { anchorIn, PieceFrames } from './anchor.ts';

const CHORD = 8;
/** Loudness of the three beside each other. */
const BREATH = 0.075;
const SPEECH = 0.2;
const SONG = 0.1;

interface Tables {
  readonly breaths: readonly Float32Array[];
  readonly syllables: readonly Float32Array[];
  readonly cycles: Float32Array;
}

/** The same for every seed, so made once for all. */
let made: Tables | undefined;
function tables(): Tables {
  made ??= {
    breaths: Array.from({ length: breathCount }, (_, n) => breath(n)),
    syllables: Array.from({ length: syllableCount }, (_, n) => syllable(n)),
    cycles: bakeCycles(),
  };
  return made;
}

interface Crowd {
  readonly seed: number;
  /** The bough of each leaf. */
  readonly boughs: ArrayLike<number>;
}

function isCrowd(value: unknown): value is Crowd {
  return typeof value === 'object' && value !== null && 'seed' in value && 'boughs' in value;
}

/** Where a leaf is in its three ways to sound: each the utterance that it last asked for, a pure function of the position. */
interface Speaker extends Leaf {
  breath: Utterance | undefined;
  syllable: Utterance | undefined;
  tone: Utterance | undefined;
}

const ease = (x: number): number => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x));

/**
 * A thousand leaves that breathe, whisper and sing. Everything a leaf says is a hash of (seed, leaf, count) at a frame of the
 * piece; how loudly it breathes, speaks or sings is a function of the curves now, each leaf changing over at a point of its own.
 * The leaf is the outer loop, the sample the inner one, and leaves add up into their boughs, which alone are panned.
 */
class Whispers extends AudioWorkletProcessor {
  static get parameterDescriptors(): readonly AudioWorkletParameter[] {
    const of = (name: string): AudioWorkletParameter => ({ name, defaultValue: 0, automationRate: 'k-rate' });
    const row = (name: string, count: number) => Array.from({ length: count }, (_, n) => of(`${name}${n}`));
    return [
      of('amount'),
      of('voiced'),
      of('glide'),
      ...row('chord', CHORD),
      ...row('next', CHORD),
      ...row('left', boughCount),
      ...row('right', boughCount),
    ];
  }

  private readonly frames: PieceFrames;
  private readonly seed: number;
  private readonly leaves: readonly Speaker[];
  private readonly tables = tables();
  private readonly sums = Array.from({ length: boughCount }, () => new Float32Array(128));
  private before = Number.NaN;

  constructor(options: { readonly processorOptions?: unknown }) {
    super();
    const crowd: Crowd = isCrowd(options.processorOptions) ? options.processorOptions : { seed: 0, boughs: [] };
    this.seed = crowd.seed;
    this.leaves = Array.from({ length: leafCount }, (_, n) => ({
      ...leafOf(crowd.seed, n, crowd.boughs[n] ?? n % boughCount),
      breath: undefined,
      syllable: undefined,
      tone: undefined,
    }));
    this.frames = new PieceFrames(this.port, anchorIn(options.processorOptions));
  }

  process(
    _inputs: readonly (readonly Float32Array[])[],
    outputs: readonly (readonly Float32Array[])[],
    parameters: Readonly<Record<string, Float32Array>>,
  ): boolean {
    const left = outputs[0]?.[0];
    const right = outputs[0]?.[1];
    if (left === undefined || right === undefined) return true;
    const now = this.frames.at(currentFrame);
    if (now !== this.before + left.length) this.forget();
    this.before = now;
    const value = (name: string): number => parameters[name]?.[0] ?? 0;
    const amount = value('amount');
    if (amount <= 0) return true;
    const voiced = value('voiced');
    const glide = value('glide');
    const chord = pitchesIn(value, 'chord');
    const next = pitchesIn(value, 'next');
    for (const sum of this.sums) sum.fill(0);
    const speaking = Math.min(leafCount, Math.ceil(amount * leafCount));
    for (let k = 0; k < speaking; k++) {
      const leaf = this.leaves[k];
      const sum = this.sums[leaf?.bough ?? 0];
      if (leaf === undefined || sum === undefined) continue;
      const present = leaf.near * Math.min(1, (amount * leafCount - k) / 40);
      const speech = ease((voiced + 0.13 - 0.4 * leaf.speaks) / 0.14);
      const song = ease((voiced - 0.36 - 0.38 * leaf.sings) / 0.26);
      const quiet = 1 - song * (k < singerCount ? 0.94 : 1);
      if (speech < 1) this.breathe(leaf, sum, now, present * BREATH * (1 - speech));
      if (speech > 0 && quiet > 0) this.speak(leaf, sum, now, present * SPEECH * speech * quiet);
      if (song > 0 && k < singerCount) this.sing(leaf, sum, now, present * SONG * song, glide, chord, next);
    }
    for (const [n, sum] of this.sums.entries()) {
      const l = value(`left${n}`);
      const r = value(`right${n}`);
      for (let i = 0; i < left.length; i++) {
        const x = sum[i] ?? 0;
        left[i] = (left[i] ?? 0) + x * l;
        right[i] = (right[i] ?? 0) + x * r;
      }
    }
    return true;
  }

  private forget(): void {
    for (const leaf of this.leaves) {
      leaf.breath = undefined;
      leaf.syllable = undefined;
      leaf.tone = undefined;
    }
  }

  private breathe(leaf: Speaker, sum: Float32Array, now: number, gain: number): void {
    let one = leaf.breath;
    if (one === undefined || one.to <= now) one = leaf.breath = breathAt(leaf, now);
    const table = this.tables.breaths[one.table];
    const end = now + sum.length;
    if (table === undefined || one.from >= end) return;
    const from = Math.max(now, one.from);
    const to = Math.min(end, one.to);
    const length = one.to - one.from;
    // In quickly, out slowly; drawn in straight lines within a block.
    const a = gain * swellAt((from - one.from) / length);
    const step = (gain * swellAt((to - one.from) / length) - a) / (to - from);
    add(sum, from - now, to - now, table, from - one.from + one.skip, a, step);
  }

  private speak(leaf: Speaker, sum: Float32Array, now: number, gain: number): void {
    const end = now + sum.length;
    let one = leaf.syllable;
    if (one === undefined || one.to <= now) one = leaf.syllable = syllableAt(this.seed, leaf, now);
    const table = this.tables.syllables[one.table];
    if (table === undefined || one.from >= end) return;
    const from = Math.max(now, one.from);
    const to = Math.min(end, one.to, one.from + table.length);
    if (to <= from) return;
    const fade = 0.03 * sampleRate;
    const a = gain * Math.min(1, (one.to - from) / fade);
    const step = (gain * Math.min(1, (one.to - to) / fade) - a) / (to - from);
    add(sum, from - now, to - now, table, from - one.from, a, step);
  }

  private sing(
    leaf: Speaker,
    sum: Float32Array,
    now: number,
    gain: number,
    glide: number,
    chord: readonly number[],
    next: readonly number[],
  ): void {
    const end = now + sum.length;
    let one = leaf.tone;
    if (one === undefined || one.to <= now) one = leaf.tone = toneAt(this.seed, leaf, now);
    if (one.from >= end) return;
    const from = Math.max(now, one.from);
    const to = Math.min(end, one.to);
    // Each turns to the next chord in its own time.
    const turned = ease((glide - 0.7 * leaf.turns) / 0.3) * (Math.PI / 2);
    const a = gain * heldAt((from - one.from) / sampleRate, (one.to - from) / sampleRate);
    const b = gain * heldAt((to - one.from) / sampleRate, (one.to - to) / sampleRate);
    for (const [share, hz] of [
      [Math.cos(turned), pitchOf(leaf, chord)],
      [Math.sin(turned), pitchOf(leaf, next)],
    ] as const) {
      if (share < 1e-4 || hz <= 0) continue;
      const start = cyclesAt(leaf, hz, (from - one.from) / sampleRate);
      const stop = cyclesAt(leaf, hz, (to - one.from) / sampleRate);
      const base = cycleIndex(one.table, hz) * (cycleSize + 1);
      const step = ((stop - start) / (to - from)) * cycleSize;
      turn(
        sum,
        from - now,
        to - now,
        this.tables.cycles,
        base,
        (start - Math.floor(start)) * cycleSize,
        step,
        a * share,
        ((b - a) * share) / (to - from),
      );
    }
  }
}

function pitchesIn(value: (name: string) => number, row: string): number[] {
  const pitches: number[] = [];
  for (let n = 0; n < CHORD; n++) {
    const hz = value(`${row}${n}`);
    if (hz > 0) pitches.push(hz);
  }
  return pitches;
}

/** A leaf's tone of a chord, in the range of voices. */
function pitchOf(leaf: Leaf, chord: readonly number[]): number {
  let hz = (chord[Math.min(chord.length - 1, Math.floor(leaf.voice * chord.length))] ?? 0) * leaf.octave;
  if (hz <= 0) return 0;
  while (hz < 105) hz *= 2;
  while (hz > 680) hz /= 2;
  return hz;
}

/** Cycles sung at an age: the pitch is found from a little below, and sways. The integral of that, in closed form. */
function cyclesAt(leaf: Leaf, hz: number, age: number): number {
  const phase = 2 * Math.PI * unitOf(leaf.key, 20);
  const rate = 2 * Math.PI * leaf.vibrato;
  const sway = (0.0055 / rate) * (Math.cos(phase) - Math.cos(rate * age + phase));
  const scoop = 0.02 * 0.13 * (1 - Math.exp(-age / 0.13));
  return hz * leaf.detune * (age - scoop + sway);
}

/** A breath's swell over its length. */
function swellAt(x: number): number {
  const rise = Math.min(1, Math.max(0, x) / 0.32);
  const fall = Math.min(1, Math.max(0, 1 - x) / 0.6);
  return ease(rise) * fall * fall;
}

/** A sung tone's, from its age and what is left of it. */
function heldAt(age: number, left: number): number {
  return ease(age / 0.7) * ease(left / 1.1);
}

/** Adds a stretch of a table under a straight line. */
function add(
  sum: Float32Array,
  from: number,
  to: number,
  table: Float32Array,
  at: number,
  gain: number,
  step: number,
): void {
  let g = gain;
  for (let i = from, p = at; i < to; i++, p++) {
    sum[i] = (sum[i] as number) + (table[p] as number) * g;
    g += step;
  }
}

/** Adds a cycle that is turned at a speed, under a straight line. */
function turn(
  sum: Float32Array,
  from: number,
  to: number,
  cycles: Float32Array,
  base: number,
  at: number,
  step: number,
  gain: number,
  slope: number,
): void {
  let p = at;
  let g = gain;
  for (let i = from; i < to; i++) {
    const whole = p | 0;
    const a = cycles[base + whole] as number;
    const b = cycles[base + whole + 1] as number;
    sum[i] = (sum[i] as number) + (a + (b - a) * (p - whole)) * g;
    g += slope;
    p += step;
    if (p >= cycleSize) p -= cycleSize;
  }
}

registerProcessor('mosslight-whispers', Whispers);
