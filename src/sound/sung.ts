import type { Hertz } from '../units.ts';
import { bandwidths, type VowelId, vowels } from './vowels.ts';

/** Samples in one cycle; a table holds one more, its first again. */
export const cycleSize = 1024;
/** What a crowd sings on. */
export const sungVowels: readonly VowelId[] = ['a', 'o', 'u', 'a'];
/** Bodies, short to long, beside the one that a pitch suggests: a crowd of one size of throat is an organ. */
const bodies = [0.89, 0.96, 1.03, 1.11] as const;
export const bodyCount = bodies.length;

const LOWEST: Hertz = 90;
/** Tables an octave: between two of them the formants are off by a tenth of a tone. */
const AN_OCTAVE = 5;
const BINS = 18;

/** Amplitude of a vowel's resonances at a pitch: peaks over a floor that falls. */
function openness(vowel: VowelId, size: number, hz: Hertz): number {
  const { hz: formants, db } = vowels[vowel];
  let sum = 0.1 * Math.min(1, (400 * size) / hz);
  for (const [n, formant] of formants.entries()) {
    const width = (bandwidths[n] ?? 100) * 1.3 * size;
    const away = (hz - formant * size) / (width / 2);
    sum += 10 ** ((db[n] ?? -60) / 20) / Math.sqrt(1 + away * away);
  }
  return sum;
}

/** Amplitudes of the harmonics of a vowel sung at a pitch; `soft` is the slope of the source, 0.5 clear .. 1.2 hushed. */
function harmonicsOf(vowel: VowelId, hz: Hertz, size: number, soft: number): number[] {
  const count = Math.max(1, Math.min(40, Math.floor(6500 / hz)));
  return Array.from({ length: count }, (_, n) => (n + 1) ** -soft * openness(vowel, size, hz * (n + 1)));
}

/** Which table a pitch is sung from. */
export function cycleIndex(vowel: number, body: number, hz: Hertz): number {
  const bin = Math.round(Math.log2(Math.max(LOWEST, hz) / LOWEST) * AN_OCTAVE);
  return (vowel * bodyCount + body) * BINS + Math.min(BINS - 1, bin);
}

/** One cycle of every vowel of every body at every pitch, of equal power: `cycleSize` + 1 samples each, in the order of `cycleIndex`. */
export function bakeCycles(): Float32Array {
  const size = cycleSize + 1;
  const tables = new Float32Array(sungVowels.length * bodyCount * BINS * size);
  for (let n = 0; n < sungVowels.length * bodyCount; n++) {
    const vowel = sungVowels[Math.floor(n / bodyCount)] ?? 'a';
    const body = bodies[n % bodyCount] ?? 1;
    for (let bin = 0; bin < BINS; bin++) {
      const hz = LOWEST * 2 ** (bin / AN_OCTAVE);
      // Small bodies sing high: the tract shortens with the pitch.
      const tract = body * Math.max(1, Math.min(1.3, (hz / 150) ** 0.2));
      const amplitudes = harmonicsOf(vowel, hz, tract, 0);
      const power = Math.sqrt(amplitudes.reduce((sum, a) => sum + a * a, 0) / 2);
      addHarmonics(tables, (n * BINS + bin) * size, amplitudes, 0.2 / power);
    }
  }
  return tables;
}

/** Sines as a turning vector: exact enough over one cycle, and many times quicker than asking for each. */
function addHarmonics(table: Float32Array, from: number, amplitudes: readonly number[], gain: number): void {
  for (const [n, amplitude] of amplitudes.entries()) {
    const angle = (2 * Math.PI * (n + 1)) / cycleSize;
    const turnRe = Math.cos(angle);
    const turnIm = Math.sin(angle);
    let re = gain * amplitude;
    let im = 0;
    for (let i = from; i <= from + cycleSize; i++) {
      table[i] = (table[i] ?? 0) + im;
      const next = re * turnRe - im * turnIm;
      im = re * turnIm + im * turnRe;
      re = next;
    }
  }
}
