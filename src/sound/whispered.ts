import type { Hertz, Seconds } from '../units.ts';
import { sampleRate } from './frames.ts';
import { mix32, noiseAt, unitOf } from './hash.ts';
import { bandwidths, type VowelId, vowels } from './vowels.ts';

/** Whispered syllables there are, and stretches of plain breath. */
export const syllableCount = 44;
export const breathCount = 4;
/** Length of each stretch of breath. */
export const breathSpan: Seconds = 0.9;

/** Coefficients are renewed this often while a mouth moves. */
const STRIDE = 64;

/** A band of noise: constant gain at its peak (Bristow-Johnson's cookbook), direct form I. */
class Band {
  private b = 0;
  private a1 = 0;
  private a2 = 0;
  private x1 = 0;
  private x2 = 0;
  private y1 = 0;
  private y2 = 0;

  tune(hz: Hertz, width: Hertz): void {
    const angle = (2 * Math.PI * hz) / sampleRate;
    const alpha = (Math.sin(angle) * width) / (2 * hz);
    this.b = alpha / (1 + alpha);
    this.a1 = (-2 * Math.cos(angle)) / (1 + alpha);
    this.a2 = (1 - alpha) / (1 + alpha);
  }

  next(x: number): number {
    const y = this.b * (x - this.x2) - this.a1 * this.y1 - this.a2 * this.y2;
    this.x2 = this.x1;
    this.x1 = x;
    this.y2 = this.y1;
    this.y1 = y;
    return y;
  }
}

/** What a mouth does at one moment of a whisper. */
interface Shape {
  readonly from: VowelId;
  readonly to: VowelId;
  readonly x: number;
  /** Gain of the breath through the vowel. */
  readonly open: number;
  /** Gain, middle and width of the noise that teeth, lips or tongue make. */
  readonly hiss: number;
  readonly hissHz: Hertz;
  readonly hissWidth: Hertz;
}

/** A whisper has no low voice: its first formant is faint, its second carries it (Tartter 1989). */
const WEIGHTS = [0.5, 1, 0.6, 0.42] as const;
/** Its formants lie higher than in speech, and are a little wider. */
const RAISED = [1.24, 1.1, 1.05, 1.03] as const;

function whisper(
  key: number,
  frames: number,
  { size, breadth }: { readonly size: number; readonly breadth: number },
  shapeAt: (at: Seconds) => Shape,
): Float32Array {
  const out = new Float32Array(frames);
  const formants = bandwidths.map(() => new Band());
  const teeth = new Band();
  const gains = [0, 0, 0, 0];
  let hiss = 0;
  for (let i = 0; i < frames; i++) {
    if (i % STRIDE === 0) {
      const shape = shapeAt(i / sampleRate);
      for (const [n, band] of formants.entries()) {
        const a = vowels[shape.from].hz[n] ?? 500;
        const b = vowels[shape.to].hz[n] ?? 500;
        const width = (bandwidths[n] ?? 100) * breadth;
        const hz = (a + (b - a) * shape.x) * size * (RAISED[n] ?? 1);
        band.tune(hz, width);
        gains[n] = shape.open * (WEIGHTS[n] ?? 0) * (n % 2 === 0 ? 1 : -1) * 7;
      }
      teeth.tune(shape.hissHz, shape.hissWidth);
      hiss = shape.hiss * 2.4;
    }
    const air = noiseAt(i, 0, key);
    let sum = hiss === 0 ? 0 : teeth.next(noiseAt(i, 1, key)) * hiss;
    for (let n = 0; n < 4; n++) sum += (formants[n]?.next(air) ?? 0) * (gains[n] ?? 0);
    out[i] = sum * 0.25;
  }
  return out;
}

const ramp = (from: number, to: number, x: number): number => Math.max(0, Math.min(1, (x - from) / (to - from)));

interface Consonant {
  readonly hz: Hertz;
  readonly width: Hertz;
  readonly level: number;
  readonly span: Seconds;
  /** A stop: silence, then a short burst. */
  readonly stop?: true;
}

const consonants: readonly Consonant[] = [
  { hz: 1400, width: 1500, level: 0.35, span: 0.09 },
  { hz: 6200, width: 2600, level: 0.34, span: 0.1 },
  { hz: 2900, width: 1500, level: 0.5, span: 0.105 },
  { hz: 4200, width: 5200, level: 0.24, span: 0.08 },
  { hz: 1900, width: 1400, level: 0.85, span: 0.075, stop: true },
  { hz: 3600, width: 2400, level: 0.6, span: 0.07, stop: true },
  { hz: 800, width: 900, level: 0.7, span: 0.065, stop: true },
  { hz: 1000, width: 1100, level: 0.2, span: 0.05 },
];

const spoken: readonly VowelId[] = ['a', 'o', 'u', 'e', 'i', 'uh'];

/** Frames of one syllable. */
function syllableFrames(index: number): number {
  return Math.round(sampleRate * (0.19 + 0.12 * unitOf(0x51ab, index)));
}

/** One whispered syllable: a consonant, then a vowel, sometimes closed by a soft sibilant. It begins and ends at zero. */
export function syllable(index: number): Float32Array {
  const key = mix32(0x51ab ^ mix32(index));
  const frames = syllableFrames(index);
  const span = frames / sampleRate;
  const first = consonants[index % consonants.length] ?? consonants[0];
  const from = spoken[Math.floor(unitOf(key, 1) * spoken.length)] ?? 'uh';
  const to = unitOf(key, 2) < 0.5 ? from : (spoken[Math.floor(unitOf(key, 3) * spoken.length)] ?? from);
  const closes = unitOf(key, 4) < 0.25;
  const size = 0.98 + 0.26 * unitOf(key, 5);
  if (first === undefined) return new Float32Array(frames);
  const onset = first.span * (0.8 + 0.4 * unitOf(key, 6));
  const coda = span - 0.085;
  return whisper(key, frames, { size, breadth: 1.25 }, (at) => {
    const vowel = ramp(onset * 0.7, onset + 0.03, at) * (1 - ramp(onset + 0.07, span - 0.008, at)) ** 0.75;
    const burst = ramp(onset * 0.62, onset * 0.68, at) * (1 - ramp(onset * 0.7, onset * 1.15, at)) ** 2;
    const rub = ramp(0, onset * 0.6, at) * (1 - ramp(onset * 0.75, onset + 0.04, at));
    const begin = first.stop ? burst : rub;
    const end = closes ? ramp(coda - 0.03, coda + 0.02, at) * (1 - ramp(span - 0.05, span - 0.006, at)) * 0.2 : 0;
    return {
      from: at < onset ? 'uh' : from,
      to,
      x: at < onset ? 0.4 : ramp(onset + 0.02, span, at),
      open: vowel,
      hiss: begin * first.level + end,
      hissHz: end > 0 ? 5600 : first.hz,
      hissWidth: end > 0 ? 2600 : first.width,
    };
  });
}

/** A stretch of plain breath, steady: who plays it gives it its swell. */
export function breath(index: number): Float32Array {
  const key = mix32(0xb4ea ^ mix32(index));
  const size = 0.85 + 0.12 * index;
  const frames = Math.round(breathSpan * sampleRate);
  const seam = Math.round(0.05 * sampleRate);
  const long = whisper(key, frames + seam, { size, breadth: 2.6 }, (at) => ({
    from: 'uh',
    to: index % 2 === 0 ? 'u' : 'a',
    x: 0.5 + 0.5 * Math.sin(2 * Math.PI * (at / breathSpan + unitOf(key, 1))),
    open: 0.62,
    hiss: 0.1,
    hissHz: 1500 + 500 * index,
    hissWidth: 2600,
  }));
  // It is read round and round: its end passes into its beginning.
  const out = long.slice(0, frames);
  for (let i = 0; i < seam; i++) {
    const x = (i / seam) * (Math.PI / 2);
    out[i] = (long[i] ?? 0) * Math.sin(x) + (long[frames + i] ?? 0) * Math.cos(x);
  }
  return out;
}
