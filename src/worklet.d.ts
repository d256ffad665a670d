/** The AudioWorkletGlobalScope's names (Web Audio API 1.1, section 1.32), which TypeScript's DOM library leaves out. */
declare const sampleRate: number;
declare const currentFrame: number;
declare const currentTime: number;

declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
  abstract process(
    inputs: Float32Array[][],
    outputs: Float32Array[][],
    parameters: Record<string, Float32Array>,
  ): boolean;
}

interface AudioParamDescriptor {
  readonly name: string;
  readonly defaultValue?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly automationRate?: 'a-rate' | 'k-rate';
}

declare function registerProcessor(
  name: string,
  processor: (new (
    options: AudioWorkletNodeOptions,
  ) => AudioWorkletProcessor) & {
    parameterDescriptors?: readonly AudioParamDescriptor[];
  },
): void;
