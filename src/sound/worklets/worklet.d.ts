/** What an AudioWorkletGlobalScope offers and TypeScript's DOM library leaves out. */
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}

interface AudioWorkletParameter {
  readonly name: string;
  readonly defaultValue: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly automationRate: 'a-rate' | 'k-rate';
}

interface AudioWorkletProcessorClass {
  readonly parameterDescriptors?: readonly AudioWorkletParameter[];
  new (options: {
    readonly processorOptions?: unknown;
  }): AudioWorkletProcessor & {
    process(
      inputs: readonly (readonly Float32Array[])[],
      outputs: readonly (readonly Float32Array[])[],
      parameters: Readonly<Record<string, Float32Array>>,
    ): boolean;
  };
}

declare function registerProcessor(name: string, processor: AudioWorkletProcessorClass): void;

/** Frame of the first sample of the present block. */
declare const currentFrame: number;
