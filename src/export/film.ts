import {
  AudioSample,
  AudioSampleSource,
  CanvasSource,
  canEncodeAudio,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  Quality,
  StreamTarget,
  type StreamTargetChunk,
  WebMOutputFormat,
} from 'mediabunny';
import { sampleRate } from '../sound/frames.ts';
import { renderChunks } from '../sound/offline.ts';
import type { Seconds } from '../units.ts';
import { createEasel } from './easel.ts';
import { createGate } from './gate.ts';
import type { Courier, FilmJob } from './job.ts';
import { openPiece } from './piece.ts';

/** The sound may run this far ahead of the picture: packets wait in memory until their neighbours in time have come. */
const soundAhead: Seconds = 10;

interface Codecs {
  readonly video: 'vp9' | 'avc';
  readonly audio: 'opus' | 'aac';
  readonly names: string;
}

async function chooseCodecs({ container, width, height }: FilmJob): Promise<Codecs> {
  if (container === 'webm') return { video: 'vp9', audio: 'opus', names: 'VP9 and Opus' };
  if (!(await canEncodeVideo('avc', { width, height }))) {
    throw new Error('this browser writes no H.264 of that size: give --out a name that ends in .webm');
  }
  const aac = await canEncodeAudio('aac', { numberOfChannels: 2, sampleRate });
  return aac
    ? { video: 'avc', audio: 'aac', names: 'H.264 and AAC' }
    : { video: 'avc', audio: 'opus', names: 'H.264 and Opus (this browser writes no AAC)' };
}

/** Left, then right, as one planar block. */
function planar(left: Float32Array, right: Float32Array): Float32Array<ArrayBuffer> {
  const block = new Float32Array(left.length + right.length);
  block.set(left);
  block.set(right, left.length);
  return block;
}

/** Renders a film: frame i shows from + i / fps, and the sound's first sample is heard at from. */
export async function exportFilm(job: FilmJob, courier: Courier): Promise<string> {
  const { from, to, fps, width, height, tier } = job;
  const piece = openPiece(job);
  const codecs = await chooseCodecs(job);
  const easel = await createEasel(piece, { width, height, tier });
  const output = new Output({
    format: job.container === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: false }),
    target: new StreamTarget(
      new WritableStream<StreamTargetChunk>({ write: ({ data, position }) => courier.write(data, position) }),
      { chunked: true, chunkSize: 2 ** 22 },
    ),
  });
  const video = new CanvasSource(easel.canvas, { codec: codecs.video, quality: new Quality('very-high') });
  const audio = new AudioSampleSource({ codec: codecs.audio, quality: new Quality('high') });
  output.addVideoTrack(video, { frameRate: fps });
  output.addAudioTrack(audio);
  await output.start();

  const frames = Math.round((to - from) * fps);
  const gate = createGate();
  gate.reach(soundAhead);
  const drawAll = async () => {
    for (let i = 0; i < frames; i++) {
      easel.draw(piece.frame(from + i / fps));
      await video.add(i / fps, 1 / fps);
      gate.reach(i / fps + soundAhead);
      await courier.progress((i + 1) / frames);
    }
    gate.reach(Number.POSITIVE_INFINITY);
    video.close();
  };
  const soundAll = async () => {
    let heard = 0;
    await renderChunks(piece, { from, to }, async (left, right) => {
      for (let at = 0; at < left.length; at += sampleRate) {
        const timestamp = heard / sampleRate;
        await gate.passed(timestamp);
        const a = left.subarray(at, at + sampleRate);
        const b = right.subarray(at, at + sampleRate);
        const shape = { format: 'f32-planar', numberOfChannels: 2, sampleRate, timestamp } as const;
        const sample = new AudioSample({ ...shape, data: planar(a, b) });
        await audio.add(sample);
        sample.close();
        heard += a.length;
      }
    });
    audio.close();
  };
  await Promise.all([drawAll(), soundAll()]);
  await output.finalize();
  easel.dispose();
  return codecs.names;
}
