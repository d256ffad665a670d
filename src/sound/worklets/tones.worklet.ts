import { sampleRate } from '../frames.ts';
import { anchorIn, PieceFrames } from './anchor.ts';

/** At most this many tones in one node; their params are `hz0`, `gain0`, `hz1` ... */
const SLOTS = 16;

interface Timbre {
  /** Amplitude of each harmonic. */
  readonly harmonics: readonly number[];
  /** -1..1 for each slot. */
  readonly pans: readonly number[];
  /** Depth 0..1 of each harmonic's own slow swell. */
  readonly shimmer: number;
}

function timbreIn(options: unknown): Timbre {
  const plain: Timbre = { harmonics: [1], pans: [], shimmer: 0 };
  return typeof options === 'object' && options !== null ? { ...plain, ...options } : plain;
}

/**
 * Sustained tones whose phase is a function of position alone: fraction(hz * t), in float64. So a tone is the same
 * wherever playing begins. Change a slot's pitch only while its gain is 0, or at the instant when another slot takes it over.
 */
class Tones extends AudioWorkletProcessor {
  static get parameterDescriptors(): readonly AudioWorkletParameter[] {
    return Array.from({ length: SLOTS }, (_, slot): AudioWorkletParameter[] => [
      { name: `hz${slot}`, defaultValue: 0, minValue: 0, maxValue: 20000, automationRate: 'a-rate' },
      { name: `gain${slot}`, defaultValue: 0, automationRate: 'a-rate' },
    ]).flat();
  }

  private readonly frames: PieceFrames;
  private readonly timbre: Timbre;

  constructor(options: { readonly processorOptions?: unknown }) {
    super();
    this.timbre = timbreIn(options.processorOptions);
    this.frames = new PieceFrames(this.port, anchorIn(options.processorOptions));
  }

  process(
    _inputs: readonly (readonly Float32Array[])[],
    outputs: readonly (readonly Float32Array[])[],
    parameters: Readonly<Record<string, Float32Array>>,
  ): boolean {
    const left = outputs[0]?.[0];
    const right = outputs[0]?.[1];
    if (left === undefined || right === undefined) return true;
    const t = this.frames.at(currentFrame) / sampleRate;
    for (let slot = 0; slot < SLOTS; slot++) {
      const pitches = parameters[`hz${slot}`];
      const gain = parameters[`gain${slot}`];
      if (gain === undefined || pitches === undefined) continue;
      // A straight line that begins and ends at nothing is nothing.
      if (gain[0] === 0 && gain.at(-1) === 0) continue;
      // A pitch is a step in time, and may fall within the block.
      for (let from = 0; from < left.length; ) {
        const hz = pitches[from] ?? pitches[0] ?? 0;
        let to = pitches.length === 1 ? left.length : from + 1;
        while (to < left.length && pitches[to] === hz) to += 1;
        if (hz > 0) this.add(left, right, gain, hz, t + from / sampleRate, slot, from, to);
        from = to;
      }
    }
    return true;
  }

  /** Adds one tone, its harmonics each by a rotating unit vector that starts anew from the exact phase at every block. */
  private add(
    left: Float32Array,
    right: Float32Array,
    gain: Float32Array,
    hz: number,
    t: number,
    slot: number,
    from: number,
    to: number,
  ): void {
    const moving = gain.length > 1;
    const angle = ((this.timbre.pans[slot] ?? 0) + 1) * (Math.PI / 4);
    const panLeft = Math.cos(angle);
    const panRight = Math.sin(angle);
    for (let k = 0; k < this.timbre.harmonics.length; k++) {
      const pitch = hz * (k + 1);
      if (pitch > 12000) break;
      const swellSpan = 7.3 + 2.9 * ((slot * 5 + k * 3) % 7);
      const swell = 1 - this.timbre.shimmer * (0.5 + 0.5 * Math.cos(2 * Math.PI * ((t / swellSpan) % 1)));
      const level = (this.timbre.harmonics[k] ?? 0) * swell;
      if (level === 0) continue;
      const phase = 2 * Math.PI * ((pitch * t) % 1);
      let re = Math.cos(phase);
      let im = Math.sin(phase);
      const turnRe = Math.cos((2 * Math.PI * pitch) / sampleRate);
      const turnIm = Math.sin((2 * Math.PI * pitch) / sampleRate);
      for (let i = from; i < to; i++) {
        const value = im * level * (gain[moving ? i : 0] ?? 0);
        left[i] = (left[i] ?? 0) + value * panLeft;
        right[i] = (right[i] ?? 0) + value * panRight;
        const next = re * turnRe - im * turnIm;
        im = re * turnIm + im * turnRe;
        re = next;
      }
    }
  }
}

registerProcessor('mosslight-tones', Tones);
