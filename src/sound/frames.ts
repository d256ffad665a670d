import type { Seconds } from '../units.ts';

export const sampleRate = 48000;
/** Samples that Web Audio renders at a time. */
export const block = 128;
/** The limiter looks this many frames ahead, so all sound leaves it that much later. */
export const limiterDelay = 256;
/** Curves are read at multiples of this many frames (50 ms) of the piece and joined by straight lines. */
export const gridFrames = 2400;
/** Common multiple of `block` and `gridFrames`: a render that starts at one has its blocks and grid where any other has them. */
export const alignFrames = 9600;

/** The nearest sample of the piece. */
export function frameOf(t: Seconds): number {
  return Math.round(t * sampleRate);
}

/** Where a worklet's own count of frames meets the piece's: context frame `from` is frame `frame` of the piece. */
export interface FrameAnchor {
  readonly frame: number;
  readonly from: number;
}
