/** One struck glass: three partials in 1 : 2.76 : 5.4, each dying sooner than the one below. */
const partials = [
  { ratio: 1, gain: 0.5, decay: 2.4 },
  { ratio: 2.76, gain: 0.22, decay: 1.1 },
  { ratio: 5.4, gain: 0.1, decay: 0.45 },
] as const;

const fundamental = 293.66;

class GlassProcessor extends AudioWorkletProcessor {
  private readonly start = currentTime;

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const channels = outputs[0] ?? [];
    const first = channels[0];
    if (first === undefined) return true;
    const age = currentTime - this.start;
    for (let i = 0; i < first.length; i++) {
      const t = age + i / sampleRate;
      const attack = 1 - Math.exp(-t / 0.004);
      let sample = 0;
      for (const { ratio, gain, decay } of partials) {
        sample += gain * Math.exp(-t / decay) * Math.sin(2 * Math.PI * fundamental * ratio * t);
      }
      first[i] = 0.3 * attack * sample;
    }
    for (const channel of channels.slice(1)) channel.set(first);
    return age < 12;
  }
}

registerProcessor('glass', GlassProcessor);
