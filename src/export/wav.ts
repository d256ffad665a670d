/** WAVE: RIFF with a PCM `fmt ` chunk (Microsoft and IBM, 1991), little-endian, 24 bits a sample. */
export interface WavShape {
  readonly channels: number;
  /** Hertz. */
  readonly sampleRate: number;
  /** Samples in each channel. */
  readonly frames: number;
}

export const wavHeaderBytes = 44;
const bytesPerSample = 3;
const fullScale = 2 ** 23;

/** Bytes after the header. */
const wavBytes = ({ channels, frames }: WavShape): number => channels * frames * bytesPerSample;

/** RIFF counts its bytes in 32 bits. */
export const longestWav = ({ channels }: Pick<WavShape, 'channels'>): number =>
  Math.floor((2 ** 32 - 1 - wavHeaderBytes) / (channels * bytesPerSample));

/**
 * The header of a 24 bit file whose length is known before it is written.
 * @throws RangeError where the file would pass 4 GiB.
 */
export function wavHeader(shape: WavShape): Uint8Array<ArrayBuffer> {
  const { channels, sampleRate, frames } = shape;
  if (frames > longestWav(shape)) throw new RangeError('a WAV file ends at 4 GiB');
  const bytes = wavBytes(shape);
  const header = new Uint8Array(wavHeaderBytes);
  const view = new DataView(header.buffer);
  const text = (at: number, word: string) => header.set(new TextEncoder().encode(word), at);
  text(0, 'RIFF');
  view.setUint32(4, wavHeaderBytes - 8 + bytes + (bytes % 2), true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels * bytesPerSample, true);
  view.setUint16(32, channels * bytesPerSample, true);
  view.setUint16(34, bytesPerSample * 8, true);
  text(36, 'data');
  view.setUint32(40, bytes, true);
  return header;
}

/**
 * Interleaves channels of -1..1 into 24 bit samples, rounded to the nearest and held at full scale. No dither: its noise
 * would lie at -138 dB, far below what the synthesis itself leaves.
 */
export function wavSamples(channels: readonly Float32Array[]): Uint8Array<ArrayBuffer> {
  const frames = Math.min(...channels.map((channel) => channel.length));
  const bytes = new Uint8Array(frames * channels.length * bytesPerSample);
  const stride = channels.length * bytesPerSample;
  for (const [index, channel] of channels.entries()) {
    let at = index * bytesPerSample;
    for (let frame = 0; frame < frames; frame++, at += stride) {
      const value = Math.round((channel[frame] ?? 0) * fullScale);
      const held = Math.max(-fullScale, Math.min(fullScale - 1, value));
      bytes[at] = held;
      bytes[at + 1] = held >> 8;
      bytes[at + 2] = held >> 16;
    }
  }
  return bytes;
}
