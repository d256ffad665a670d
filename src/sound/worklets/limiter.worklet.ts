import { block, limiterDelay, sampleRate } from '../frames.ts';
import { LookaheadGain } from './lookahead.ts';

/** -1 dBTP, and a little more for what moves between the detector's own points. */
const CEILING = 10 ** (-1.15 / 20);

/** Takes away what does not move, below 8 Hz; in float64, since a native filter this low is rough (-80 dB). */
const STANDING = 1 - (2 * Math.PI * 8) / sampleRate;

class Mover {
  private before = 0;
  private after = 0;

  next(x: number): number {
    const y = x - this.before + STANDING * this.after;
    this.before = x;
    this.after = Math.abs(y) < 1e-18 ? 0 : y;
    return this.after;
  }
}

/** A true limiter: the gain is down before the peak arrives. All sound leaves it `limiterDelay` frames later. */
class Limiter extends AudioWorkletProcessor {
  private readonly gain = new LookaheadGain(CEILING, limiterDelay, sampleRate);
  private readonly delayed = [new Float32Array(limiterDelay), new Float32Array(limiterDelay)];
  private readonly movers = [new Mover(), new Mover()] as const;
  private readonly moved = [new Float32Array(block), new Float32Array(block)] as const;
  private at = 0;

  process(inputs: readonly (readonly Float32Array[])[], outputs: readonly (readonly Float32Array[])[]): boolean {
    const left = outputs[0]?.[0];
    const right = outputs[0]?.[1];
    const [past = left, pastRight = right] = this.delayed;
    if (left === undefined || right === undefined || past === undefined || pastRight === undefined) return true;
    const input = inputs[0] ?? [];
    const [inLeft, inRight] = this.moved;
    for (let i = 0; i < left.length; i++) {
      inLeft[i] = this.movers[0].next(input[0]?.[i] ?? 0);
      inRight[i] = this.movers[1].next((input[1] ?? input[0])?.[i] ?? 0);
    }
    this.gain.block(inLeft, inRight);
    for (let i = 0; i < left.length; i++) {
      const a = inLeft[i] ?? 0;
      const b = inRight[i] ?? 0;
      const gain = this.gain.next(a, b);
      left[i] = (past[this.at] ?? 0) * gain;
      right[i] = (pastRight[this.at] ?? 0) * gain;
      past[this.at] = a;
      pastRight[this.at] = b;
      this.at = this.at + 1 === limiterDelay ? 0 : this.at + 1;
    }
    return true;
  }
}

registerProcessor('mosslight-limiter', Limiter);
