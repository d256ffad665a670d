import { frameOf, sampleRate } from '../sound/frames.ts';
import { renderChunks } from '../sound/offline.ts';
import type { Seconds } from '../units.ts';
import type { Courier, SoundJob } from './job.ts';
import { openPiece } from './piece.ts';
import { wavHeader, wavSamples } from './wav.ts';

/** Renders sound as a WAV file, chunk by chunk: a night does not fit into memory twice. */
export async function exportSound(job: SoundJob, courier: Courier): Promise<string> {
  const { from, to, stem } = job;
  const piece = openPiece(job);
  const frames = frameOf(to) - frameOf(from);
  const header = wavHeader({ channels: 2, sampleRate, frames });
  await courier.write(header, 0);
  let position = header.length;
  const span = { from, to, onProgress: (done: Seconds, total: Seconds) => void courier.progress(done / total) };
  await renderChunks(piece, stem === null ? span : { ...span, stems: [stem] }, async (left, right) => {
    const bytes = wavSamples([left, right]);
    await courier.write(bytes, position);
    position += bytes.length;
  });
  return '';
}
