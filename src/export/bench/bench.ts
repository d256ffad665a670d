import type { BenchJob, Courier } from '../job.ts';
import { openPiece } from '../piece.ts';
import { measured, momentsOf } from './easel.ts';
import { loads } from './load.ts';
import { paces } from './pace.ts';
import { comparisons } from './particles.ts';

/** Frames whose JavaScript is timed, at each moment. */
const frames = 16;

/** Measures one part and gives its rows as JSON. */
export async function exportBench(job: BenchJob, courier: Courier): Promise<string> {
  const piece = openPiece(job);
  const bench = await measured(piece, job.tier, job.width, job.height);
  const moments = momentsOf(piece);
  const progress = (done: number) => courier.progress(done);
  try {
    switch (job.part) {
      case 'particles':
        return JSON.stringify(await comparisons(bench, piece, moments, progress));
      case 'load':
        return JSON.stringify(await loads(bench, piece, moments, frames, progress));
      case 'pace':
        return JSON.stringify(await paces(bench, piece, moments, progress));
    }
  } finally {
    bench.stage.dispose();
  }
}
