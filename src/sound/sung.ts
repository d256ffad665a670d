import type { Hertz } from '../units.ts';
import { sampleRate } from './frames.ts';
import { bandwidths, type VowelId, vowels } from './vowels.ts';

/** Samples in one cycle; a table holds one more, its first again. */
export const cycleSize = 1024;
/** What a crowd sings on. */
export const sungVowels: readonly VowelId[] = ['o', 'a', 'u', 'uh', 'o', 'm'];

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
export function harmonicsOf(vowel: VowelId, hz: Hertz, size: number, soft: number): number[] {
  const count = Math.max(1, Math.min(40, Math.floor(6500 / hz)));
  return Array.from({ length: count }, (_, n) => (n + 1) ** -soft * openness(vowel, size, hz * (n + 1)));
}

/** Which table a pitch is sung from. */
export function cycleIndex(vowel: number, hz: Hertz): number {
  const bin = Math.round(Math.log2(Math.max(LOWEST, hz) / LOWEST) * AN_OCTAVE);
  return vowel * BINS + Math.min(BINS - 1, bin);
}

/** One cycle of every vowel at every pitch, of equal power: `cycleSize` + 1 samples each, in the order of `cycleIndex`. */
export function bakeCycles(): Float32Array {
  const size = cycleSize + 1;
  const tables = new Float32Array(sungVowels.length * BINS * size);
  for (const [v, vowel] of sungVowels.entries()) {
    for (let bin = 0; bin < BINS; bin++) {
      const hz = LOWEST * 2 ** (bin / AN_OCTAVE);
      // Small bodies sing high: the tract shortens with the pitch.
      const tract = Math.max(1, Math.min(1.3, (hz / 150) ** 0.2));
      const amplitudes = harmonicsOf(vowel, hz, tract, 0.7).slice(0, Math.floor(sampleRate / 2 / hz) - 1);
      const power = Math.sqrt(amplitudes.reduce((sum, a) => sum + a * a, 0) / 2);
      const from = (v * BINS + bin) * size;
      for (const [n, amplitude] of amplitudes.entries()) {
        const k = n + 1;
        const level = (0.2 * amplitude) / power;
        for (let i = 0; i < size; i++) {
          tables[from + i] =
            (tables[from + i] ?? 0) + level * Math.sin((2 * Math.PI * ((k * i) % cycleSize)) / cycleSize);
        }
      }
    }
  }
  return tables;
}
