import { anchorIn, PieceFrames } from './anchor.ts';
import { Network } from './fdn.ts';

/** The one shared reverb. `size` follows the place; `clear` above 0.5 empties it, for seeking. */
class Reverb extends AudioWorkletProcessor {
  static get parameterDescriptors(): readonly AudioWorkletParameter[] {
    return [
      { name: 'size', defaultValue: 0.5, minValue: 0, maxValue: 1, automationRate: 'k-rate' },
      { name: 'clear', defaultValue: 0, minValue: 0, maxValue: 1, automationRate: 'k-rate' },
    ];
  }

  private readonly network = new Network();
  private readonly frames: PieceFrames;

  constructor(options: { readonly processorOptions?: unknown }) {
    super();
    this.frames = new PieceFrames(this.port, anchorIn(options.processorOptions));
  }

  process(
    inputs: readonly (readonly Float32Array[])[],
    outputs: readonly (readonly Float32Array[])[],
    parameters: Readonly<Record<string, Float32Array>>,
  ): boolean {
    const left = outputs[0]?.[0];
    const right = outputs[0]?.[1];
    const frame = this.frames.at(currentFrame);
    if (left === undefined || right === undefined) return true;
    if ((parameters.clear?.[0] ?? 0) > 0.5) {
      this.network.clear();
      return true;
    }
    const input = inputs[0] ?? [];
    this.network.process(input[0], input[1] ?? input[0], left, right, parameters.size?.[0] ?? 0.5, frame);
    return true;
  }
}

registerProcessor('mosslight-reverb', Reverb);
