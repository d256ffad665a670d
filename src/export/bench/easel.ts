import type { Layer, Scene } from '../../light/layer.ts';
import { createStage, type Stage } from '../../light/stage.ts';
import type { Tier } from '../../light/tiers.ts';
import type { MovementId, Piece } from '../../score/types.ts';
import type { Seconds } from '../../units.ts';

/** A stage that tells who is at work, and can be waited for. */
export interface Measured {
  readonly stage: Stage;
  readonly gl: WebGL2RenderingContext;
  readonly scene: Scene;
  readonly layers: readonly Layer[];
  /** Who is about to work: a layer's id, `passes`, or `scene` for what all share. */
  onTurn: (id: string) => void;
  /** Returns when the GPU has drawn all it was given. */
  finish(): void;
}

/** Sets up a stage for measuring, and draws everything once. */
export async function measured(piece: Piece, tier: Tier, width: number, height: number): Promise<Measured> {
  const canvas = document.createElement('canvas');
  let built: { readonly scene: Scene; readonly layers: readonly Layer[] } | undefined;
  const turned: { onTurn: (id: string) => void } = { onTurn: () => {} };
  const stage = await createStage(piece, {
    canvas,
    tier,
    width,
    height,
    probe: {
      built: (scene, layers) => {
        built = { scene, layers };
      },
      turn: (id) => turned.onTurn(id),
    },
  });
  const gl = canvas.getContext('webgl2');
  if (gl === null || built === undefined) throw new Error('this browser has no WebGL2');
  await stage.warm();
  const pixel = new Uint8Array(4);
  return Object.assign(turned, built, {
    stage,
    gl,
    finish: () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel),
  });
}

export interface Moments {
  readonly id: MovementId;
  readonly from: Seconds;
  readonly at: readonly Seconds[];
}

/** Three moments of each movement of the first night. */
export const momentsOf = (piece: Piece): readonly Moments[] =>
  piece
    .movements(0)
    .map(({ id, from, to }) => ({ id, from, at: [0.2, 0.5, 0.8].map((share) => from + share * (to - from)) }));

/** The value below which `part` of them lie. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
