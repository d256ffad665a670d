import { reach, TruePeak, worstOvershoot } from './peak.ts';

const RELEASE = 0.18;
/** The lowest gain is held this much longer than needed, so that what lies between samples beside a peak is covered too. */
const HOLD = 16;

/**
 * The gain of a lookahead limiter: the least gain that any peak within the window needs, released exponentially, then
 * averaged over the window, so that it arrives at that least gain smoothly and just in time.
 */
export class LookaheadGain {
  private readonly ceiling: number;
  private readonly window: number;
  private readonly back: number;
  private readonly peaks = [new TruePeak(), new TruePeak()] as const;
  private readonly averaged: Float64Array;
  /** Candidates for the least gain, ascending, with the frame in which each entered. */
  private least: { gain: number; frame: number }[] = [];
  private sum: number;
  private at = 0;
  private frame = 0;
  private released = 1;
  private quiet = 0;
  private loud = false;

  constructor(ceiling: number, delay: number, rate: number) {
    this.ceiling = ceiling;
    this.window = delay - reach;
    this.back = 1 - Math.exp(-1 / (RELEASE * rate));
    this.averaged = new Float64Array(this.window).fill(1);
    this.sum = this.window;
  }

  /** Looks at a block before its samples come, to learn whether the costly detector is needed in it. */
  block(left: Float32Array | undefined, right: Float32Array | undefined): void {
    let most = 0;
    for (const channel of [left, right]) {
      if (channel !== undefined) for (const x of channel) most = Math.max(most, Math.abs(x));
    }
    // One block longer than the block itself: the detector still holds samples of the last one.
    this.quiet = most * worstOvershoot < this.ceiling ? this.quiet + 1 : 0;
    this.loud = this.quiet < 2;
  }

  next(left: number, right: number): number {
    const [first, second] = this.peaks;
    let gain = 1;
    if (this.loud) {
      const peak = Math.max(first.next(left), second.next(right));
      if (peak > this.ceiling) gain = this.ceiling / peak;
    } else {
      first.pass(left);
      second.pass(right);
    }
    this.frame += 1;
    const least = this.hold(gain);
    this.released = Math.min(least, this.released + (1 - this.released) * this.back);
    if (this.released > 0.999999) this.released = Math.min(least, 1);
    this.sum += this.released - (this.averaged[this.at] ?? 1);
    this.averaged[this.at] = this.released;
    this.at = this.at + 1 === this.window ? 0 : this.at + 1;
    return this.sum / this.window;
  }

  /** The least of the gains of the last `window + HOLD` samples (a monotonic queue). */
  private hold(gain: number): number {
    const { least } = this;
    if (gain < 1) {
      while ((least.at(-1)?.gain ?? 0) >= gain) least.pop();
      least.push({ gain, frame: this.frame });
    }
    while (least.length > 0 && (least[0]?.frame ?? 0) <= this.frame - this.window - HOLD) least.shift();
    return least[0]?.gain ?? 1;
  }
}
