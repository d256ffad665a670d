import type { Piece } from '../../score/types.ts';
import type { Milliseconds, Seconds, Unit } from '../../units.ts';
import { type Measured, type Moments, quantile } from './easel.ts';

/** How long frames of one movement take, from their description to the last pixel. */
export interface Pace {
  readonly movement: string;
  readonly median: Milliseconds;
  readonly p95: Milliseconds;
  /** How much longer the longest frame around the movement's beginning takes than the middle one. */
  readonly hitch: Milliseconds;
}

const fps = 30;

function frameAt(measured: Measured, piece: Piece, t: Seconds): Milliseconds {
  const before = performance.now();
  measured.stage.draw(piece.frame(t));
  measured.finish();
  return performance.now() - before;
}

/**
 * Plays into every movement, from half a second before it begins, two seconds long, as a night would come to it: with
 * nothing drawn but what was warmed and what came before. Then a second's worth of frames from each of its moments.
 */
export async function paces(
  measured: Measured,
  piece: Piece,
  moments: readonly Moments[],
  progress: (done: Unit) => Promise<void>,
): Promise<readonly Pace[]> {
  const rows: Pace[] = [];
  for (const { id, from, at } of moments) {
    const first = from > 0 ? -fps / 2 : 0;
    const begun = Array.from({ length: 2 * fps }, (_, n) => frameAt(measured, piece, from + (first + n) / fps));
    const times = at.flatMap((t) => Array.from({ length: 12 }, (_, n) => frameAt(measured, piece, t + n / fps)));
    rows.push({
      movement: id,
      median: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      // Against its own seconds: it begins as heavy as the one before it.
      hitch: Math.max(...begun) - quantile(begun, 0.5),
    });
    await progress(rows.length / moments.length);
  }
  return rows;
}
