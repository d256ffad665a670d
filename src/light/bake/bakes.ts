import { type BakedBark, type BarkAsked, bakeBark } from '../layers/barkBake.ts';
import { bakeSprays, type SpraysAsked } from '../layers/leafSpray.ts';
import { bakeShore, type ShoreAsked } from '../layers/shore.ts';
import { bakeRipples, type RipplesAsked } from '../layers/waterRipples.ts';
import { bakeCushions, type CushionsAsked } from './cushions.ts';
import type { Texels } from './half.ts';
import { type BakedLand, bakeLand, type LandAsked } from './land.ts';
import { bakeNoise, type NoiseAsked } from './noise.ts';
import { bakeTufts, type TuftsAsked } from './tufts.ts';

/** What each bake is asked with: plain values, which can be sent to a worker. */
export interface Asked {
  readonly bark: BarkAsked;
  readonly cushions: CushionsAsked;
  readonly land: LandAsked;
  readonly noise: NoiseAsked;
  readonly ripples: RipplesAsked;
  readonly shore: ShoreAsked;
  readonly sprays: SpraysAsked;
  readonly tufts: TuftsAsked;
}

export interface Baked {
  readonly bark: BakedBark;
  readonly cushions: Texels;
  readonly land: BakedLand;
  readonly noise: Texels;
  readonly ripples: Texels;
  readonly shore: Texels;
  readonly sprays: Texels;
  readonly tufts: Texels;
}

export type BakeName = keyof Asked & keyof Baked;

export interface Order<N extends BakeName> {
  readonly name: N;
  readonly asked: Asked[N];
  /** Where the result is sent. */
  readonly answer: MessagePort;
}

const bakes: { readonly [N in BakeName]: (asked: Asked[N]) => Baked[N] } = {
  bark: bakeBark,
  cushions: bakeCushions,
  land: bakeLand,
  noise: bakeNoise,
  ripples: bakeRipples,
  shore: bakeShore,
  sprays: bakeSprays,
  tufts: bakeTufts,
};

/** Pure: the same wherever it runs. */
export const bakeOne = <N extends BakeName>(name: N, asked: Asked[N]): Baked[N] => bakes[name](asked);

/** What of a result is handed over rather than copied. */
export const buffersOf = (baked: Baked[BakeName]): ArrayBuffer[] =>
  (ArrayBuffer.isView(baked) ? [baked] : Object.values(baked)).flatMap((part: unknown) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );
