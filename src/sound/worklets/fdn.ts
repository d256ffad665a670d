import { sampleRate } from '../frames.ts';

const LINES = 16;
const SPAN = 8192;
const MASK = SPAN - 1;
/** Prime lengths from 28 to 100 ms: together 0.96 s, so that modes lie densely enough even for the longest decay (Schroeder's rule). */
const LENGTHS = [
  1361, 1543, 1741, 1949, 2153, 2371, 2591, 2797, 3011, 3251, 3463, 3701, 3929, 4217, 4513, 4801,
] as const;
/** Allpass diffusers before the lines, left and right. */
const DIFFUSERS = [
  [149, 223, 421, 613],
  [163, 241, 397, 641],
] as const;
const DIFFUSION = 0.62;
const SHORTEST = 0.7;
const LONGEST = 6.5;

/** Lows would only blur the distance, and are the first thing a small loudspeaker gives up on. */
const LOWEST = 1 - Math.exp((-2 * Math.PI * 130) / sampleRate);

const flushed = (x: number): number => (x < 1e-18 && x > -1e-18 ? 0 : x);

/** Seconds until the sound has fallen by 60 dB. */
export function decayOf(size: number): number {
  return SHORTEST * (LONGEST / SHORTEST) ** Math.min(1, Math.max(0, size));
}

class Diffuser {
  private readonly memory: Float32Array;
  private at = 0;

  constructor(length: number) {
    this.memory = new Float32Array(length);
  }

  pass(x: number): number {
    const old = this.memory[this.at] ?? 0;
    const fed = flushed(x + old * DIFFUSION);
    this.memory[this.at] = fed;
    this.at = this.at + 1 === this.memory.length ? 0 : this.at + 1;
    return old - fed * DIFFUSION;
  }

  clear(): void {
    this.memory.fill(0);
  }
}

/**
 * A feedback delay network (Jot 1991): sixteen lines, mixed by a Hadamard matrix, each losing by its length what the wanted
 * decay asks for, and its treble sooner. Four lines are read at slowly moving places, which keeps modes from ringing; the
 * motion is a function of position. Nothing in it is random.
 */
export class Network {
  private readonly memory = new Float32Array(LINES * SPAN);
  private readonly damped = new Float64Array(LINES);
  private readonly read = new Float64Array(LINES);
  private readonly loss = new Float64Array(LINES);
  private readonly diffusers = DIFFUSERS.map((lengths) => lengths.map((length) => new Diffuser(length)));
  private readonly low: [left: number, right: number] = [0, 0];
  private write = 0;

  clear(): void {
    this.low.fill(0);
    this.memory.fill(0);
    this.damped.fill(0);
    for (const side of this.diffusers) for (const diffuser of side) diffuser.clear();
  }

  /** One block. `frame` is the piece's frame at its beginning, `size` 0..1 the place. */
  process(
    inLeft: Float32Array | undefined,
    inRight: Float32Array | undefined,
    left: Float32Array,
    right: Float32Array,
    size: number,
    frame: number,
  ): void {
    const decay = decayOf(size);
    for (let n = 0; n < LINES; n++) this.loss[n] = 10 ** ((-3 * (LENGTHS[n] ?? 1)) / (decay * sampleRate));
    const damping = Math.exp((-2 * Math.PI * (6800 - 2600 * size)) / sampleRate);
    // A longer decay gathers more energy; this keeps the level nearly the same in every place.
    const level = 0.5 * Math.sqrt(1.6 / (0.4 + decay));
    const t = frame / sampleRate;
    const drift = [0.11, 0.17, 0.23, 0.31].map((rate, n) => 5 + 4 * Math.sin(2 * Math.PI * (((t * rate) % 1) + n / 4)));
    const [sideLeft = [], sideRight = []] = this.diffusers;
    for (let i = 0; i < left.length; i++) {
      let a = inLeft?.[i] ?? 0;
      let b = inRight?.[i] ?? 0;
      this.low[0] += flushed(a - this.low[0]) * LOWEST;
      this.low[1] += flushed(b - this.low[1]) * LOWEST;
      a -= this.low[0];
      b -= this.low[1];
      for (const diffuser of sideLeft) a = diffuser.pass(a);
      for (const diffuser of sideRight) b = diffuser.pass(b);
      this.turn(a, b, damping, drift);
      let outLeft = 0;
      let outRight = 0;
      for (let n = 0; n < LINES; n += 4) {
        outLeft += (this.read[n] ?? 0) - (this.read[n + 2] ?? 0);
        outRight += (this.read[n + 1] ?? 0) - (this.read[n + 3] ?? 0);
      }
      left[i] = outLeft * level;
      right[i] = outRight * level;
    }
  }

  private turn(a: number, b: number, damping: number, drift: readonly number[]): void {
    const { memory, read, damped, loss } = this;
    for (let n = 0; n < LINES; n++) {
      const length = LENGTHS[n] ?? 1;
      const base = n * SPAN;
      let value: number;
      if (n % 4 === 0) {
        const place = length - (drift[n / 4] ?? 0);
        const whole = Math.floor(place);
        const part = place - whole;
        const near = memory[base + ((this.write - whole) & MASK)] ?? 0;
        const far = memory[base + ((this.write - whole - 1) & MASK)] ?? 0;
        value = near + (far - near) * part;
      } else {
        value = memory[base + ((this.write - length) & MASK)] ?? 0;
      }
      const soft = flushed(value + ((damped[n] ?? 0) - value) * damping);
      damped[n] = soft;
      read[n] = soft * (loss[n] ?? 0);
    }
    const mixed = hadamard(read);
    for (let n = 0; n < LINES; n++) {
      const fed = n % 2 === 0 ? a : b;
      memory[n * SPAN + (this.write & MASK)] = flushed((mixed[n] ?? 0) * 0.25 + (n % 8 < 4 ? fed : -fed) * 0.35);
    }
    this.write = (this.write + 1) & MASK;
  }
}

const scratch = new Float64Array(LINES);

/** Fast Walsh-Hadamard transform, not yet divided by sqrt(16). */
function hadamard(values: Float64Array): Float64Array {
  scratch.set(values);
  for (let half = 1; half < LINES; half *= 2) {
    for (let start = 0; start < LINES; start += half * 2) {
      for (let n = start; n < start + half; n++) {
        const x = scratch[n] ?? 0;
        const y = scratch[n + half] ?? 0;
        scratch[n] = x + y;
        scratch[n + half] = x - y;
      }
    }
  }
  return scratch;
}
