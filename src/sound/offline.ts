import type { Piece, Touch } from '../score/types.ts';
import type { Seconds } from '../units.ts';
import { createConductor } from './conductor.ts';
import { alignFrames, frameOf, limiterDelay, sampleRate } from './frames.ts';
import { type StemId, stemIds } from './stems.ts';
import { createStudio, loadWorklets } from './studio.ts';

export interface RenderOptions {
  readonly from: Seconds;
  readonly to: Seconds;
  readonly touches?: readonly Touch[];
  /** All of them where left out. */
  readonly stems?: readonly StemId[];
  readonly sampleRate?: 48000;
  /** Without the reverb. */
  readonly dry?: boolean;
  readonly onProgress?: (done: Seconds, total: Seconds) => void;
  readonly signal?: AbortSignal;
}

/** Length of one offline context's yield. */
const CHUNK: Seconds = 30;
/** Heard and thrown away before each: the longest reverb has fallen by 90 dB and more in it. */
const PREROLL: Seconds = 10;
/** The score is read this far at a time. */
const WINDOW: Seconds = 0.5;

/** Offline contexts follow one another: two at once would only take each other's memory and time. */
let last: Promise<void> = Promise.resolve();

async function renderChunk(
  piece: Piece,
  options: RenderOptions,
  fromFrame: number,
  toFrame: number,
): Promise<readonly [left: Float32Array, right: Float32Array]> {
  const start = Math.max(0, Math.floor((fromFrame - frameOf(PREROLL)) / alignFrames) * alignFrames);
  const length = toFrame - start + limiterDelay;
  const raw = new OfflineAudioContext({ numberOfChannels: 2, length, sampleRate });
  await loadWorklets(raw);
  const stems = options.stems ?? stemIds;
  const studio = createStudio(raw, piece, {
    stems,
    anchor: { frame: start, from: 0 },
    ...(options.dry === undefined ? {} : { dry: options.dry }),
  });
  studio.output.connect(raw.destination);
  const conductor = createConductor(studio, piece, stems);
  const touches = options.touches ?? [];
  conductor.begin({ position: start / sampleRate, context: 0, velocity: 1 }, touches);
  conductor.advance(2 * WINDOW, touches);
  const total = options.to - options.from;
  const aborted = new Promise<never>((_, reject) => {
    options.signal?.addEventListener('abort', () => reject(options.signal?.reason), { once: true });
  });
  const pause = (at: Seconds): void => {
    if (at >= length / sampleRate) return;
    void raw.suspend(at).then(() => {
      // Never resumed, an aborted render is simply let go.
      if (options.signal?.aborted) return;
      conductor.advance(at + 2 * WINDOW, touches);
      const done = (start - frameOf(options.from)) / sampleRate + at;
      options.onProgress?.(Math.max(0, Math.min(total, done)), total);
      pause(at + WINDOW);
      void raw.resume();
    });
  };
  pause(WINDOW);
  try {
    const buffer = await Promise.race([raw.startRendering(), aborted]);
    const skip = fromFrame - start + limiterDelay;
    return [buffer.getChannelData(0).subarray(skip), buffer.getChannelData(1).subarray(skip)];
  } finally {
    conductor.dispose();
    studio.dispose();
  }
}

function checked(options: RenderOptions): readonly [from: number, to: number] {
  const { from, to } = options;
  if (!Number.isFinite(from) || !Number.isFinite(to) || from < 0 || to <= from) {
    throw new RangeError(`render: expected 0 <= from < to, got ${from} and ${to}`);
  }
  return [frameOf(from), frameOf(to)];
}

/**
 * Renders sound piece by piece, for lengths that do not fit into memory. The pieces join without a seam.
 * @param onChunk gets stereo at 48 kHz and the position of its first sample; it is awaited
 * @throws RangeError where the span is none; the signal's reason where it was aborted
 */
export async function renderChunks(
  piece: Piece,
  options: RenderOptions,
  onChunk: (left: Float32Array, right: Float32Array, at: Seconds) => Promise<void> | void,
): Promise<void> {
  const [from, to] = checked(options);
  const before = last;
  let release = (): void => {};
  last = new Promise((resolve) => {
    release = resolve;
  });
  try {
    await before;
    for (let frame = from; frame < to; frame += frameOf(CHUNK)) {
      options.signal?.throwIfAborted();
      const [left, right] = await renderChunk(piece, options, frame, Math.min(to, frame + frameOf(CHUNK)));
      await onChunk(left, right, frame / sampleRate);
    }
    options.onProgress?.(options.to - options.from, options.to - options.from);
  } finally {
    release();
  }
}

/** The sound of a span as a whole, stereo at 48 kHz; see `renderChunks`. */
export async function renderSound(
  piece: Piece,
  options: RenderOptions,
): Promise<readonly [left: Float32Array, right: Float32Array]> {
  const [from, to] = checked(options);
  const left = new Float32Array(to - from);
  const right = new Float32Array(to - from);
  await renderChunks(piece, options, (a, b, at) => {
    left.set(a, frameOf(at) - from);
    right.set(b, frameOf(at) - from);
  });
  return [left, right];
}
