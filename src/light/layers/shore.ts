import type { Preset } from '../../preset/schema.ts';
import type { Metres } from '../../units.ts';
import { layOut } from '../../world/layout.ts';
import { shoreDistance } from '../../world/terrain.ts';
import type { World } from '../../world/types.ts';
import { packed, type Texels } from '../bake/half.ts';

const far: Metres = 8;
const margin: Metres = 14;

/** West, north, and one over the width and the depth of a rectangle. */
export type Box = readonly [number, number, number, number];

/** The rectangle around stream and lake. */
export function shoreBox({ stream, lake }: World): Box {
  const reach = lake.radius * 1.35;
  let [west, east] = [lake.centre[0] - reach, lake.centre[0] + reach];
  let [north, south] = [lake.centre[2] - reach, lake.centre[2] + reach];
  for (let i = 0; i < stream.halfWidth.length; i++) {
    const [x, z] = [stream.centre[i * 3] ?? 0, stream.centre[i * 3 + 2] ?? 0];
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [north, south] = [Math.min(north, z), Math.max(south, z)];
  }
  west -= margin;
  north -= margin;
  return [west, north, 1 / (east + margin - west), 1 / (south + margin - north)];
}

export interface ShoreAsked {
  readonly seed: number;
  readonly place: Preset['place'];
  /** The stream's; see world/types.ts. */
  readonly centre: Float32Array;
  readonly halfWidth: Float32Array;
  readonly box: Box;
  readonly texels: number;
  readonly halves: boolean;
}

const clamped = (metres: Metres): Metres => Math.min(far, Math.max(-far, metres));

/**
 * Signed metres to the stream's edge and to the lake's, negative on the water, none beyond 8, over a rectangle: distances
 * bear coarse texels where heights do not.
 */
export function bakeShore({ seed, place, centre, halfWidth, box, texels, halves }: ShoreAsked): Texels {
  const layout = layOut(seed, place);
  const [west, north] = box;
  const [wide, deep] = [1 / box[2], 1 / box[3]];
  const points = halfWidth.length;
  const edge = new Float32Array(texels * texels).fill(far);
  const column = (x: number) => ((x - west) / wide) * texels - 0.5;
  const row = (z: number) => ((z - north) / deep) * texels - 0.5;
  for (let i = 0; i + 1 < points; i++) {
    const [ax, az] = [centre[i * 3] ?? 0, centre[i * 3 + 2] ?? 0];
    const [bx, bz] = [centre[i * 3 + 3] ?? 0, centre[i * 3 + 5] ?? 0];
    const [wa, wb] = [halfWidth[i] ?? 0, halfWidth[i + 1] ?? 0];
    const along = (bx - ax) ** 2 + (bz - az) ** 2 || 1;
    const beyond = far + Math.max(wa, wb);
    const top = Math.max(0, Math.floor(row(Math.min(az, bz) - beyond)));
    const bottom = Math.min(texels - 1, Math.ceil(row(Math.max(az, bz) + beyond)));
    const left = Math.max(0, Math.floor(column(Math.min(ax, bx) - beyond)));
    const right = Math.min(texels - 1, Math.ceil(column(Math.max(ax, bx) + beyond)));
    for (let r = top; r <= bottom; r++) {
      const z = north + ((r + 0.5) / texels) * deep;
      for (let c = left; c <= right; c++) {
        const x = west + ((c + 0.5) / texels) * wide;
        const f = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (z - az) * (bz - az)) / along));
        const d = Math.hypot(x - ax - f * (bx - ax), z - az - f * (bz - az)) - wa - f * (wb - wa);
        const at = r * texels + c;
        if (d < (edge[at] ?? far)) edge[at] = d;
      }
    }
  }
  const out = new Float32Array(texels * texels * 4);
  for (let r = 0; r < texels; r++) {
    const z = north + ((r + 0.5) / texels) * deep;
    for (let c = 0; c < texels; c++) {
      const at = r * texels + c;
      out[at * 4] = clamped(edge[at] ?? far);
      out[at * 4 + 1] = clamped(shoreDistance(layout, west + ((c + 0.5) / texels) * wide, z));
    }
  }
  return packed(out, halves);
}
