/** Adds a stretch of a table under a straight line. All positions are whole. */
export function add(
  sum: Float32Array,
  from: number,
  to: number,
  table: Float32Array,
  at: number,
  gain: number,
  slope: number,
): void {
  let g = gain;
  // Whole numbers to the compiler too: an index that might be a fraction costs more than the sum.
  const end = to | 0;
  for (let i = from | 0, p = at | 0; i < end; i++, p++) {
    sum[i] = (sum[i] ?? 0) + (table[p] ?? 0) * g;
    g += slope;
  }
}

/** Adds a cycle of `size` samples (and its first again) at `base`, turned at a speed of `step` samples, under a straight line. */
export function addCycle(
  sum: Float32Array,
  from: number,
  to: number,
  cycles: Float32Array,
  base: number,
  size: number,
  at: number,
  step: number,
  gain: number,
  slope: number,
): void {
  let p = at;
  let g = gain;
  const end = to | 0;
  for (let i = from | 0; i < end; i++) {
    const whole = p | 0;
    const a = cycles[base + whole] ?? 0;
    const b = cycles[base + whole + 1] ?? 0;
    sum[i] = (sum[i] ?? 0) + (a + (b - a) * (p - whole)) * g;
    g += slope;
    p += step;
    if (p >= size) p -= size;
  }
}

/** Adds a stretch of a table from `at` on, read at a speed of `step`. */
export function addPaced(
  sum: Float32Array,
  from: number,
  to: number,
  table: Float32Array,
  at: number,
  step: number,
  gain: number,
): void {
  let p = at;
  const end = to | 0;
  for (let i = from | 0; i < end; i++) {
    const whole = p | 0;
    const a = table[whole] ?? 0;
    const b = table[whole + 1] ?? 0;
    sum[i] = (sum[i] ?? 0) + (a + (b - a) * (p - whole)) * gain;
    p += step;
  }
}
