import {
  boughCount,
  breathAt,
  type Leaf,
  leafCount,
  leafOf,
  nearAt,
  nearCount,
  phraseAt,
  singerCount,
  toneAt,
  type Whisper,
} from '../crowd.ts';
import { sampleRate } from '../frames.ts';
import { unitOf } from '../hash.ts';
import { cycleIndex, cycleSize } from '../sung.ts';
import { add, addCycle, addPaced } from './add.ts';
import { anchorIn, PieceFrames } from './anchor.ts';
import { Strand } from './strand.ts';

const CHORD = 8;
/** Loudness beside each other. */
const BREATH = 0.02;
const SPEECH = 0.1;
const NEAR = 0.24;
const SONG = 0.09;
const HALF_TURN = Math.PI / 2;

interface Crowd {
  readonly seed: number;
  /** The bough of each leaf. */
  readonly boughs: ArrayLike<number>;
  /** Sounds made beforehand: stretches of breath, whispered phrases, sung cycles. */
  readonly breaths: readonly Float32Array[];
  readonly phrases: readonly Float32Array[];
  readonly cycles: Float32Array;
}

function isCrowd(value: unknown): value is Crowd {
  return typeof value === 'object' && value !== null && 'seed' in value && 'phrases' in value;
}

const ease = (x: number): number => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x));

/**
 * Leaves that breathe, whisper and sing, and a few near ones. Everything a leaf says is a hash of (seed, leaf, count) at a frame of
 * the piece; how loudly it breathes, speaks or sings is a function of the curves now, each leaf changing over at a point of its own.
 * The leaf is the outer loop, the sample the inner one, and leaves add up into their boughs, which alone are panned. The first
 * output is the crowd, the second those that are near.
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
  private readonly leaves: readonly Leaf[];
  private readonly speaks: Float32Array;
  private readonly sings: Float32Array;
  private readonly bough: Uint8Array;
  private readonly breaths = new Strand(leafCount);
  private readonly words = new Strand(leafCount);
  private readonly tones = new Strand(singerCount);
  /** Each singer's pitch of the chord and of the next one. */
  private readonly pitches = [new Float64Array(singerCount), new Float64Array(singerCount)] as const;
  private readonly tables: Pick<Crowd, 'breaths' | 'phrases' | 'cycles'>;
  private readonly near: (Whisper | undefined)[] = [];
  private readonly close = new Float32Array(128);
  private readonly sums = Array.from({ length: boughCount }, () => new Float32Array(128));
  private before = Number.NaN;
  private chords = '';

  constructor(options: { readonly processorOptions?: unknown }) {
    super();
    const crowd: Crowd = isCrowd(options.processorOptions)
      ? options.processorOptions
      : { seed: 0, boughs: [], breaths: [], phrases: [], cycles: new Float32Array() };
    this.tables = crowd;
    this.seed = crowd.seed;
    this.leaves = Array.from({ length: leafCount }, (_, n) => leafOf(crowd.seed, n, crowd.boughs[n] ?? n % boughCount));
    this.speaks = Float32Array.from(this.leaves, (leaf) => leaf.speaks);
    this.sings = Float32Array.from(this.leaves, (leaf) => leaf.sings);
    this.bough = Uint8Array.from(this.leaves, (leaf) => leaf.bough);
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
    if (now !== this.before + left.length) for (const strand of [this.breaths, this.words, this.tones]) strand.forget();
    if (now !== this.before + left.length) this.near.length = 0;
    this.before = now;
    const value = (name: string): number => parameters[name]?.[0] ?? 0;
    const amount = value('amount');
    if (amount <= 0) return true;
    const voiced = value('voiced');
    const glide = value('glide');
    if (voiced > 0.3) this.tune(pitchesIn(value, 'chord'), pitchesIn(value, 'next'));
    for (const sum of this.sums) sum.fill(0);
    const speaking = Math.min(leafCount, Math.ceil(amount * leafCount));
    for (let k = 0; k < speaking; k++) {
      const sum = this.sums[this.bough[k] ?? 0];
      if (sum === undefined) continue;
      const present = Math.min(1, (amount * leafCount - k) / 40);
      const speech = ease((voiced + 0.13 - 0.4 * (this.speaks[k] ?? 0)) / 0.14);
      const song = ease((voiced - 0.36 - 0.38 * (this.sings[k] ?? 0)) / 0.26);
      const quiet = 1 - song * (k < singerCount ? 0.94 : 1);
      if (speech < 1) this.breathe(k, sum, now, present * BREATH * (1 - speech));
      if (speech > 0 && quiet > 0) this.speak(k, sum, now, present * SPEECH * speech * quiet);
      if (song > 0 && k < singerCount) this.sing(k, sum, now, present * SONG * song, glide);
    }
    for (let n = 0; n < nearCount; n++) {
      const present = Math.max(0, Math.min(1, (amount - 0.012 * n) / 0.03));
      const quiet = 1 - ease((voiced - 0.42 - 0.06 * n) / 0.25);
      if (present * quiet > 0) this.whisper(n, outputs[1] ?? [], now, present * quiet * NEAR, value);
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

  /** Gives every singer its tones, where the chords have changed. */
  private tune(chord: readonly number[], next: readonly number[]): void {
    const name = `${chord.join()}/${next.join()}`;
    if (name === this.chords) return;
    this.chords = name;
    for (const [n, leaf] of this.leaves.slice(0, singerCount).entries()) {
      this.pitches[0][n] = pitchOf(leaf, chord);
      this.pitches[1][n] = pitchOf(leaf, next);
    }
  }

  private breathe(k: number, sum: Float32Array, now: number, gain: number): void {
    const { breaths } = this;
    const leaf = this.leaves[k];
    if ((breaths.to[k] ?? 0) <= now && leaf !== undefined) breaths.take(k, breathAt(leaf, now));
    const begun = breaths.from[k] ?? 0;
    const close = breaths.to[k] ?? 0;
    const end = now + sum.length;
    if (begun >= end) return;
    const table = this.tables.breaths[breaths.table[k] ?? 0];
    if (table === undefined) return;
    const level = gain * (breaths.level[k] ?? 0);
    const from = Math.max(now, begun);
    const to = Math.min(end, close);
    // In quickly, out slowly; drawn in straight lines within a block.
    const a = level * swellAt((from - begun) / (close - begun));
    const slope = (level * swellAt((to - begun) / (close - begun)) - a) / (to - from);
    // The stretch is read round and round.
    let at = (from - begun + (breaths.skip[k] ?? 0)) % table.length;
    let g = a;
    for (let i = from - now; i < to - now; ) {
      const count = Math.min(to - now - i, table.length - at);
      add(sum, i, i + count, table, at, g, slope);
      g += slope * count;
      i += count;
      at = 0;
    }
  }

  private speak(k: number, sum: Float32Array, now: number, gain: number): void {
    const { words } = this;
    const leaf = this.leaves[k];
    if ((words.to[k] ?? 0) <= now && leaf !== undefined) words.take(k, phraseAt(leaf, now));
    const begun = words.from[k] ?? 0;
    const table = this.tables.phrases[words.table[k] ?? 0];
    const from = Math.max(now, begun);
    const to = Math.min(now + sum.length, words.to[k] ?? 0);
    if (to <= from || table === undefined) return;
    add(sum, from - now, to - now, table, from - begun, gain * (words.level[k] ?? 0), 0);
  }

  /** One of the near places, heard from its bough. */
  private whisper(
    n: number,
    [left, right]: readonly Float32Array[],
    now: number,
    gain: number,
    value: (name: string) => number,
  ): void {
    let one = this.near[n];
    if (one === undefined || one.to <= now) {
      one = nearAt(this.seed, n, now);
      this.near[n] = one;
    }
    const { close } = this;
    const table = this.tables.phrases[one.table];
    const from = Math.max(now, one.from);
    const to = Math.min(now + close.length, one.to);
    if (to <= from || table === undefined || left === undefined || right === undefined) return;
    close.fill(0);
    addPaced(close, from - now, to - now, table, (from - one.from) * one.pace, one.pace, gain * one.level);
    add(left, from - now, to - now, close, from - now, value(`left${one.bough}`), 0);
    add(right, from - now, to - now, close, from - now, value(`right${one.bough}`), 0);
  }

  private sing(k: number, sum: Float32Array, now: number, gain: number, glide: number): void {
    const { tones } = this;
    const leaf = this.leaves[k];
    if (leaf === undefined) return;
    if ((tones.to[k] ?? 0) <= now) tones.take(k, toneAt(this.seed, leaf, now));
    const begun = tones.from[k] ?? 0;
    const close = tones.to[k] ?? 0;
    const end = now + sum.length;
    if (begun >= end) return;
    const from = Math.max(now, begun);
    const to = Math.min(end, close);
    const level = gain * (tones.level[k] ?? 0);
    const a = level * heldAt((from - begun) / sampleRate, (close - from) / sampleRate);
    const b = level * heldAt((to - begun) / sampleRate, (close - to) / sampleRate);
    const sway = swayAt(leaf, (from - begun) / sampleRate);
    const stay = swayAt(leaf, (to - begun) / sampleRate);
    // Each turns to the next chord in its own time.
    const turned = ease((glide - 0.7 * leaf.turns) / 0.3) * HALF_TURN;
    for (let which = 0; which < 2; which++) {
      const share = which === 0 ? Math.cos(turned) : Math.sin(turned);
      const hz = this.pitches[which === 0 ? 0 : 1][k] ?? 0;
      if (share < 1e-4 || hz <= 0) continue;
      const base = cycleIndex(tones.table[k] ?? 0, leaf.body, hz) * (cycleSize + 1);
      const start = hz * sway;
      const step = ((hz * stay - start) / (to - from)) * cycleSize;
      const at = (start - Math.floor(start)) * cycleSize;
      const slope = ((b - a) * share) / (to - from);
      addCycle(sum, from - now, to - now, this.tables.cycles, base, cycleSize, at, step, a * share, slope);
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

/** A leaf's tone of a chord, in the range of voices, a few cents off. */
function pitchOf(leaf: Leaf, chord: readonly number[]): number {
  let hz = chord[Math.min(chord.length - 1, leaf.part)] ?? 0;
  if (hz <= 0) return 0;
  while (hz < 120) hz *= 2;
  while (hz > 480) hz /= 2;
  return hz * leaf.detune;
}

/**
 * Seconds of pitch sung at an age: the tone is found from a little below, and sways. Times a pitch it is the cycles gone by:
 * the integral of the frequency, in closed form.
 */
function swayAt(leaf: Leaf, age: number): number {
  const phase = 2 * Math.PI * unitOf(leaf.key, 20);
  const rate = 2 * Math.PI * leaf.vibrato;
  const vibrato = (leaf.depth / rate) * (Math.cos(phase) - Math.cos(rate * age + phase));
  const scoop = age > 1.5 ? 0.0026 : 0.0026 * (1 - Math.exp(-age / 0.13));
  return age - scoop + vibrato;
}

/** A breath's swell over its length. */
function swellAt(x: number): number {
  const fall = Math.min(1, Math.max(0, 1 - x) / 0.6);
  return ease(x / 0.32) * fall * fall;
}

/** A sung tone's, from its age and what is left of it: it grows to the middle of its breath, and goes. */
function heldAt(age: number, left: number): number {
  const x = age / (age + left);
  return ease(age / 0.8) * ease(left / 1) * (0.45 + 0.55 * Math.sin(Math.PI * x) ** 2);
}

registerProcessor('mosslight-whispers', Whispers);
