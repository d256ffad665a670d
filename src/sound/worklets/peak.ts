const PHASES = 4;
/** Samples on either side; the reading is that much late. */
export const reach = 8;

/** Windowed sinc (Kaiser, beta 6) at a quarter, a half and three quarters between two samples. */
function interpolators(): readonly Float64Array[] {
  const bessel = (x: number): number => {
    let sum = 1;
    let term = 1;
    for (let k = 1; k < 20; k++) {
      term *= (x / (2 * k)) ** 2;
      sum += term;
    }
    return sum;
  };
  return [1, 2, 3].map((phase) => {
    const taps = Float64Array.from({ length: 2 * reach }, (_, i) => {
      const x = i - (reach - 1) - phase / PHASES;
      const window = bessel(6 * Math.sqrt(Math.max(0, 1 - (x / reach) ** 2))) / bessel(6);
      return (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
    });
    const sum = taps.reduce((total, tap) => total + tap, 0);
    return taps.map((tap) => tap / sum);
  });
}

const FILTERS = interpolators();

/** No interpolated value can exceed the largest sample by more than this. */
export const worstOvershoot = Math.max(...FILTERS.map((taps) => taps.reduce((sum, tap) => sum + Math.abs(tap), 0)));

/** True peak after ITU-R BS.1770 (4 times oversampled), one channel. */
export class TruePeak {
  private readonly ring = new Float64Array(2 * reach);
  private at = 0;

  /** Takes the next sample; gives the largest magnitude from `reach` samples ago up to the sample after it. */
  next(x: number): number {
    const { ring } = this;
    const size = 2 * reach;
    ring[this.at] = x;
    this.at = (this.at + 1) % size;
    // The ring's oldest sample is at `at`; tap i belongs to the sample i places after it.
    let peak = Math.abs(ring[(this.at + reach - 1) % size] ?? 0);
    for (const taps of FILTERS) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += (taps[i] ?? 0) * (ring[(this.at + i) % size] ?? 0);
      peak = Math.max(peak, Math.abs(sum));
    }
    return peak;
  }

  /** Takes a sample that is known to be too small to matter. */
  pass(x: number): void {
    this.ring[this.at] = x;
    this.at = (this.at + 1) % (2 * reach);
  }
}
