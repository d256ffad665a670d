import type { Seconds } from '../units.ts';
import { Band } from './band.ts';
import { sampleRate } from './frames.ts';
import { mix32, unitOf } from './hash.ts';
import { type Pose, posesOf } from './phrase.ts';
import { bandwidths, vowels } from './vowels.ts';

/** Whispered phrases there are, and stretches of plain breath. */
export const phraseCount = 10;
export const breathCount = 4;
/** Length of each stretch of breath. */
export const breathSpan: Seconds = 0.9;

/** Coefficients are renewed this often while a mouth moves. */
const STRIDE = 64;
/** What a gain keeps of itself from sample to sample, so that a renewed one is not a click. */
const INERTIA = 0.98;

/** A whisper has no low voice: its first formant is faint, its second carries it (Tartter 1989). */
const WEIGHTS = [0.3, 1, 0.75, 0.55] as const;
/** Its formants lie higher than in speech. */
const RAISED = [1.32, 1.16, 1.08, 1.04] as const;
/** Air that no formant shapes. */
const AIR = 0.12;

/** White noise in a row from a key, -1..1 (Marsaglia 2003, "Xorshift RNGs"): a hash for every sample would cost more than the mouth. */
function noiseFrom(key: number): () => number {
  let x = mix32(key) | 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return x / 0x8000_0000;
  };
}

/** Noise through a mouth that moves from pose to pose. */
function whisper(key: number, poses: readonly Pose[], size: number, breadth: number, frames: number): Float32Array {
  const out = new Float32Array(frames);
  const formants = bandwidths.map(() => new Band());
  const gains = WEIGHTS.map((weight, n) => (n % 2 === 0 ? 1 : -1) * weight * 1.75);
  const [teeth, wide] = [new Band(), new Band()];
  wide.tune(4500, 6000);
  const noise = noiseFrom(key);
  let [hiss, open, hissing, opening, p] = [0, 0, 0, 0, 0];
  for (let i = 0; i < frames; i++) {
    if (i % STRIDE === 0) {
      const at = i / sampleRate;
      while (p < poses.length - 2 && (poses[p + 1]?.at ?? 0) <= at) p++;
      const a = poses[p];
      const b = poses[p + 1];
      if (a === undefined || b === undefined) return out;
      const way = Math.max(0, Math.min(1, (at - a.at) / (b.at - a.at)));
      const x = way * way * (3 - 2 * way);
      for (const [n, band] of formants.entries()) {
        const from = vowels[a.vowel].hz[n] ?? 500;
        const to = vowels[b.vowel].hz[n] ?? 500;
        band.tune((from + (to - from) * x) * size * (RAISED[n] ?? 1), (bandwidths[n] ?? 100) * breadth);
      }
      teeth.tune(a.hz + (b.hz - a.hz) * x, a.width + (b.width - a.width) * x);
      hissing = (a.hiss + (b.hiss - a.hiss) * x) * 0.96;
      opening = a.open + (b.open - a.open) * x;
    }
    hiss = hissing + (hiss - hissing) * INERTIA;
    open = opening + (open - opening) * INERTIA;
    const air = noise();
    let sum = wide.next(air) * AIR * 1.75;
    for (let n = 0; n < 4; n++) sum += (formants[n]?.next(air) ?? 0) * (gains[n] ?? 0);
    out[i] = sum * open + teeth.next(noise()) * hiss;
  }
  return out;
}

const phrases = Array.from({ length: phraseCount }, (_, n) => posesOf(n));

/** Length of a phrase in frames. */
export function phraseFrames(index: number): number {
  return Math.ceil((phrases[index]?.at(-1)?.at ?? 0) * sampleRate);
}

/** Where in a phrase, in seconds, the first syllable begins to sound, the breath having been drawn. */
export function wordsFrom(index: number): Seconds {
  const poses = phrases[index] ?? [];
  const drawn = poses.findIndex(({ open, hiss }, n) => n > 1 && open + hiss === 0);
  const sounds = poses.findIndex(({ open, hiss }, n) => n > drawn && open + hiss > 0);
  return poses[sounds - 1]?.at ?? 0;
}

/** One whispered phrase. It begins and ends at zero. */
export function phrase(index: number): Float32Array {
  const key = mix32(0x51ac ^ mix32(index));
  return whisper(key, phrases[index] ?? [], 1 + 0.16 * unitOf(key, 1), 1.5, phraseFrames(index));
}

/** A stretch of plain breath, steady: who plays it gives it its swell. */
export function breath(index: number): Float32Array {
  const key = mix32(0xb4ea ^ mix32(index));
  const frames = Math.round(breathSpan * sampleRate);
  const seam = Math.round(0.05 * sampleRate);
  const pose = { open: 0.62, hiss: 0.1, hz: 1500 + 500 * index, width: 2600 };
  const poses = Array.from(
    { length: 4 },
    (_, n): Pose => ({ ...pose, at: (n * breathSpan) / 2, vowel: n % 2 === 0 ? 'uh' : index % 2 === 0 ? 'u' : 'a' }),
  );
  const long = whisper(key, poses, 0.85 + 0.12 * index, 2.6, frames + seam);
  // It is read round and round: its end passes into its beginning.
  const out = long.slice(0, frames);
  for (let i = 0; i < seam; i++) {
    const x = (i / seam) * (Math.PI / 2);
    out[i] = (long[i] ?? 0) * Math.sin(x) + (long[frames + i] ?? 0) * Math.cos(x);
  }
  return out;
}
