import type { Easel } from '../../src/export/easel.ts';
import type { Event, Piece } from '../../src/score/types.ts';
import { sampleRate } from '../../src/sound/frames.ts';
import { renderSound } from '../../src/sound/offline.ts';
import type { StemId } from '../../src/sound/stems.ts';
import type { Seconds } from '../../src/units.ts';
import { edited } from './edited.ts';
import { difference, shot } from './pictures.ts';

/** An onset is found as the first difference between the piece as it is and the piece without the event. */
const without = (piece: Piece, event: Event): Piece => edited(piece, (one) => one.id !== event.id);

/** Before the event, so that an onset that comes too early is seen too. */
const lead: Seconds = 0.25;

/**
 * The instant at which the event is first heard in an export of its stem: where what it adds passes a hundredth of its
 * loudest in `span` seconds.
 */
export async function onsetOfSound(piece: Piece, event: Event, stem: StemId, span: Seconds): Promise<Seconds> {
  const from = event.at - lead;
  const options = { from, to: event.at + span, stems: [stem] };
  const [left = new Float32Array()] = await renderSound(piece, options);
  const [missing = new Float32Array()] = await renderSound(without(piece, event), options);
  const added = left.map((value, n) => Math.abs(value - (missing[n] ?? 0)));
  const loudest = added.reduce((most, value) => Math.max(most, value), 0);
  if (loudest < 1e-4) throw new Error(`${event.id} is not heard`);
  return from + added.findIndex((value) => value > loudest / 100) / sampleRate;
}

/** The frame of a film that begins at `from` in which the event is first seen; undefined where it never is. */
export function onsetOfLight(
  easel: Easel,
  piece: Piece,
  event: Event,
  film: { readonly from: Seconds; readonly fps: number; readonly frames: number },
): number | undefined {
  const bare = without(piece, event);
  for (let frame = 0; frame < film.frames; frame++) {
    const t = film.from + frame / film.fps;
    if (difference(shot(easel, piece, t), shot(easel, bare, t)).bytes > 0) return frame;
  }
  return undefined;
}
