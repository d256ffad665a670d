import type { Layer } from '../../light/layer.ts';
import type { Matter } from '../../light/matter.ts';
import type { Piece } from '../../score/types.ts';
import type { Milliseconds, Seconds, Unit } from '../../units.ts';
import { bareTwin } from './bare.ts';
import { type Measured, type Moments, quantile } from './easel.ts';
import { particleLayers } from './load.ts';

/** A layer's particles as we draw them, and as a bare program does. */
export interface Compared {
  readonly layer: string;
  readonly particles: number;
  readonly ours: Milliseconds;
  readonly bare: Milliseconds;
  readonly ratio: number;
}

/** One sample is so many draws that it lasts about this long. */
const sample: Milliseconds = 25;
const mostDraws = 40;
const pairs = 11;

/** More triangles than that tell nothing new: the same prefix of them is drawn on either side. */
const enough = 60_000;

const verticesOf = (one: Matter): number => one.size || one.geometry.getSize();
const drawnOf = (one: Matter): number => Math.min(3 * enough, verticesOf(one));

const swarms = (layer: Layer): readonly Matter[] =>
  layer.matter.filter((one) => one.visible && !one.geometry.indexBuffer && verticesOf(one) > 3);

const countOf = (layer: Layer): number => swarms(layer).reduce((sum, one) => sum + verticesOf(one) / 3, 0);

/** The moment at which most of a layer is seen; undefined where none of it ever is. */
function fullest(measured: Measured, piece: Piece, layer: Layer, moments: readonly Seconds[]): Seconds | undefined {
  let best: { readonly t: Seconds; readonly count: number } | undefined;
  for (const t of moments) {
    const seen = layer.update(piece.frame(t), measured.scene);
    const count = seen ? countOf(layer) : 0;
    if (count > (best?.count ?? 0)) best = { t, count };
  }
  return best?.t;
}

function compare(measured: Measured, layer: Layer): Compared {
  const { gl, scene } = measured;
  const all = swarms(layer).map((one) => {
    const ours = (times: number) => {
      for (let n = 0; n < times; n++) {
        const { geometry, shader, state } = one;
        scene.renderer.encoder.draw({ geometry, shader, state, size: drawnOf(one) });
      }
    };
    ours(1);
    return { ours, bare: bareTwin(gl, one, drawnOf(one)) };
  });
  const timed = (work: () => void): Milliseconds => {
    const before = performance.now();
    work();
    measured.finish();
    return performance.now() - before;
  };
  // Textures and state are those of the matter drawn last: ours goes first, once, outside of what is timed.
  const run = (bare: boolean, times: number): Milliseconds =>
    all.reduce((sum, { ours, bare: twin }) => {
      ours(1);
      measured.finish();
      return sum + timed(() => (bare ? twin.draw(times) : ours(times)));
    }, 0);
  const once = run(false, 1) / Math.max(1, all.length);
  const times = Math.max(1, Math.min(mostDraws, Math.round(sample / Math.max(0.1, once))));
  run(true, times);
  const a: Milliseconds[] = [];
  const b: Milliseconds[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    // Turn and turn about, each first every other time: what the machine does besides meets both.
    for (const bare of pair % 2 === 0 ? [false, true] : [true, false]) (bare ? b : a).push(run(bare, times) / times);
  }
  for (const { bare } of all) bare.dispose();
  const [ours, bare] = [quantile(a, 0.5), quantile(b, 0.5)];
  return { layer: layer.id, particles: countOf(layer), ours, bare, ratio: ours / bare };
}

/** Every particle layer against a bare WebGL2 program with the same shader and primitive, alternated. */
export async function comparisons(
  measured: Measured,
  piece: Piece,
  moments: readonly Moments[],
  progress: (done: Unit) => Promise<void>,
): Promise<readonly Compared[]> {
  const rows: Compared[] = [];
  const layers = measured.layers.filter(({ id }) => particleLayers.has(id));
  for (const [index, layer] of layers.entries()) {
    const t = fullest(
      measured,
      piece,
      layer,
      moments.flatMap(({ at }) => at),
    );
    if (t !== undefined) {
      measured.stage.draw(piece.frame(t));
      measured.finish();
      rows.push(compare(measured, layer));
    }
    await progress((index + 1) / layers.length);
  }
  return rows;
}
