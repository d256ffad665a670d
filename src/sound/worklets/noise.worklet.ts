import { mix32 } from '../hash.ts';
import { anchorIn, PieceFrames } from './anchor.ts';

function seedIn(options: unknown): number {
  return typeof options === 'object' && options !== null && 'seed' in options ? Number(options.seed) : 0;
}

/** Independent white noise on every channel, each sample a hash of its absolute position (see `noiseAt` in hash.ts). */
class Noise extends AudioWorkletProcessor {
  private readonly frames: PieceFrames;
  private readonly seed: number;

  constructor(options: { readonly processorOptions?: unknown }) {
    super();
    this.seed = seedIn(options.processorOptions);
    this.frames = new PieceFrames(this.port, anchorIn(options.processorOptions));
  }

  process(_inputs: readonly (readonly Float32Array[])[], outputs: readonly (readonly Float32Array[])[]): boolean {
    const channels = outputs[0] ?? [];
    const start = this.frames.at(currentFrame);
    for (let c = 0; c < channels.length; c++) {
      const out = channels[c];
      if (out === undefined) continue;
      const key = mix32(this.seed ^ mix32(c + 1));
      let high = Math.floor(start / 0x1_0000_0000);
      let low = start - high * 0x1_0000_0000;
      let keyed = mix32(high ^ key);
      for (let i = 0; i < out.length; i++) {
        out[i] = mix32(mix32(low) ^ keyed) / 0x8000_0000 - 1;
        low += 1;
        if (low === 0x1_0000_0000) {
          low = 0;
          high += 1;
          keyed = mix32(high ^ key);
        }
      }
    }
    return true;
  }
}

registerProcessor('mosslight-noise', Noise);
