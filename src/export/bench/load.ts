import type { Piece } from '../../score/types.ts';
import type { Unit } from '../../units.ts';
import { type Measured, type Moments, quantile } from './easel.ts';
import { noTraffic, type Traffic, watchCalls } from './watched.ts';

/** Layers whose triangles are blades, motes, stars, sparks and leaves of light: one triangle each. */
export const particleLayers: ReadonlySet<string> = new Set([
  'moss',
  'stars',
  'motes',
  'beings',
  'festive',
  'trace',
  'map',
  'breath',
  'answers',
  'pulse',
  'treeLight',
  'hands',
  'inner',
  'memoryBeam',
  'waterGlints',
  'waterDips',
  'lakeDeep',
]);

/** What a frame of one movement asks for, at the most demanding of its moments. */
export interface Load {
  readonly movement: string;
  readonly draws: number;
  readonly passes: number;
  readonly uploads: number;
  readonly particles: number;
  readonly triangles: number;
  /** Milliseconds of JavaScript a frame. */
  readonly js: { readonly median: number; readonly p95: number };
  /** Draws, uploads and mean microseconds of JavaScript by layer, most draws first. */
  readonly layers: readonly {
    readonly id: string;
    readonly draws: number;
    readonly uploads: number;
    readonly js: number;
  }[];
}

/** One frame's traffic by who caused it; drawn twice before, so that nothing is there for the first time. */
function trafficAt(measured: Measured, piece: Piece, t: number): ReadonlyMap<string, Traffic> {
  const { stage } = measured;
  for (const before of [2, 1]) stage.draw(piece.frame(t - before / 60));
  const by = new Map<string, Traffic>();
  let turn = 'scene';
  measured.onTurn = (id) => {
    turn = id;
  };
  const stop = watchCalls((add) => {
    const to = by.get(turn) ?? noTraffic();
    by.set(turn, to);
    add(to);
  }, stage.canvas.width * stage.canvas.height);
  stage.draw(piece.frame(t));
  stop();
  measured.onTurn = () => {};
  measured.finish();
  return by;
}

const total = (by: ReadonlyMap<string, Traffic>, of: keyof Traffic, only?: ReadonlySet<string>): number =>
  [...by].reduce((sum, [id, traffic]) => sum + (only === undefined || only.has(id) ? traffic[of] : 0), 0);

/** JavaScript of `frames` frames from t on, in milliseconds each, and how much of it was whose. */
function scriptAt(measured: Measured, piece: Piece, t: number, frames: number, by: Map<string, number>): number[] {
  const { stage } = measured;
  const times: number[] = [];
  let turn = 'score';
  let since = 0;
  const turned = (id: string) => {
    const now = performance.now();
    by.set(turn, (by.get(turn) ?? 0) + now - since);
    since = now;
    turn = id;
  };
  for (let n = 0; n < frames; n++) {
    const before = performance.now();
    stage.draw(piece.frame(t + n / 60));
    times.push(performance.now() - before);
    measured.finish();
  }
  measured.onTurn = turned;
  for (let n = 0; n < frames; n++) {
    turn = 'score';
    since = performance.now();
    stage.draw(piece.frame(t + (frames + n) / 60));
    turned('score');
    measured.finish();
  }
  measured.onTurn = () => {};
  return times;
}

const mostFirst = (a: { readonly draws: number }, b: { readonly draws: number }) => b.draws - a.draws;

/**
 * Counts what each movement's frames ask for. What is counted does not depend on the size of the picture, so it may be
 * small; JavaScript is timed with few blades, so that it never waits for them.
 */
export async function loads(
  measured: Measured,
  piece: Piece,
  moments: readonly Moments[],
  frames: number,
  progress: (done: Unit) => Promise<void>,
): Promise<readonly Load[]> {
  const rows: Load[] = [];
  for (const { id, at } of moments) {
    measured.stage.govern(1, 1);
    const seen = at.map((t) => trafficAt(measured, piece, t));
    measured.stage.govern(1, 0.01);
    for (const t of at.slice(0, 1)) scriptAt(measured, piece, t, 10, new Map());
    const script = new Map<string, number>();
    const js = at.flatMap((t) => scriptAt(measured, piece, t, frames, script));
    const most = (of: keyof Traffic, only?: ReadonlySet<string>) => Math.max(...seen.map((by) => total(by, of, only)));
    const ids = new Set([...seen.flatMap((by) => [...by.keys()]), ...script.keys()]);
    const layers = [...ids].map((layer) => {
      const peak = (of: keyof Traffic) => Math.max(...seen.map((by) => by.get(layer)?.[of] ?? 0));
      const mean = (1000 * (script.get(layer) ?? 0)) / (frames * at.length);
      return { id: layer, draws: peak('draws'), uploads: peak('uploads'), js: mean };
    });
    rows.push({
      movement: id,
      draws: most('draws'),
      passes: most('passes'),
      uploads: most('uploads'),
      particles: most('triangles', particleLayers),
      triangles: most('triangles'),
      js: { median: quantile(js, 0.5), p95: quantile(js, 0.95) },
      layers: layers.toSorted(mostFirst),
    });
    await progress(rows.length / moments.length);
  }
  measured.stage.govern(1, 1);
  return rows;
}
