import worklet from './note.worklet.ts?worker&url';

/** Sounds one glassy note in a context of its own; resolves when the context runs. */
export async function soundNote(): Promise<AudioContext> {
  const context = new AudioContext({ latencyHint: 'playback', sampleRate: 48000 });
  await context.audioWorklet.addModule(worklet);
  const note = new AudioWorkletNode(context, 'glass', { numberOfInputs: 0, outputChannelCount: [2] });
  note.connect(context.destination);
  await context.resume();
  return context;
}
