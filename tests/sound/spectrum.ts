/** Power of a signal in the band from..to Hz, by a windowed (Hann) Fourier transform over pieces of 4096 samples. */
const SIZE = 4096;

function transform(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; (j & bit) !== 0; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j] ?? 0, re[i] ?? 0];
      [im[i], im[j]] = [im[j] ?? 0, im[i] ?? 0];
    }
  }
  for (let span = 2; span <= size; span *= 2) {
    for (let start = 0; start < size; start += span) {
      for (let k = 0; k < span / 2; k++) {
        const angle = (-2 * Math.PI * k) / span;
        const a = start + k;
        const b = a + span / 2;
        const turnRe = Math.cos(angle) * (re[b] ?? 0) - Math.sin(angle) * (im[b] ?? 0);
        const turnIm = Math.cos(angle) * (im[b] ?? 0) + Math.sin(angle) * (re[b] ?? 0);
        re[b] = (re[a] ?? 0) - turnRe;
        im[b] = (im[a] ?? 0) - turnIm;
        re[a] = (re[a] ?? 0) + turnRe;
        im[a] = (im[a] ?? 0) + turnIm;
      }
    }
  }
}

/** Octave bands from 31 Hz up: decibels, comparable between signals of the same length. */
export function octaveBands(signal: Float32Array, rate = 48000): number[] {
  const power = new Float64Array(SIZE / 2);
  for (let start = 0; start + SIZE <= signal.length; start += SIZE / 2) {
    const re = Float64Array.from(
      { length: SIZE },
      (_, i) => (signal[start + i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SIZE)),
    );
    const im = new Float64Array(SIZE);
    transform(re, im);
    for (let k = 0; k < SIZE / 2; k++) power[k] = (power[k] ?? 0) + (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
  }
  return Array.from({ length: 9 }, (_, octave) => {
    const low = 44 * 2 ** octave;
    const from = Math.round((low * SIZE) / rate);
    const to = Math.min(SIZE / 2, Math.round((low * 2 * SIZE) / rate));
    let sum = 0;
    for (let k = from; k < to; k++) sum += power[k] ?? 0;
    return 10 * Math.log10(sum + 1e-20);
  });
}

export function rmsOf(signal: Float32Array): number {
  let sum = 0;
  for (const x of signal) sum += x * x;
  return Math.sqrt(sum / Math.max(1, signal.length));
}

export function decibels(amplitude: number): number {
  return 20 * Math.log10(amplitude + 1e-12);
}

/** RMS of the difference beside the RMS of the first, decibels. */
export function residual(a: Float32Array, b: Float32Array): number {
  return decibels(rmsOf(a.map((x, i) => x - (b[i] ?? 0))) / (rmsOf(a) + 1e-12));
}
