import type { TextureSource } from 'pixi.js';
import type { Metres } from '../../units.ts';
import type { World } from '../../world/types.ts';
import { type FloatFormat, floatTexture } from '../bake/texels.ts';

const far: Metres = 8;
const margin: Metres = 14;

export interface ShoreBake {
  /** Signed metres to the stream's edge and to the lake's, negative on the water, none beyond 8. */
  readonly texture: TextureSource;
  /** West, north, and one over the width and the depth of its rectangle. */
  readonly box: readonly [number, number, number, number];
}

const clamped = (metres: Metres): Metres => Math.min(far, Math.max(-far, metres));

/** How far it is to the water's edge everywhere around stream and lake; distances bear coarse texels where heights do not. */
export function bakeShore({ stream, lake }: World, texels: number, format: FloatFormat): ShoreBake {
  const reach = lake.radius * 1.35;
  let [west, east] = [lake.centre[0] - reach, lake.centre[0] + reach];
  let [north, south] = [lake.centre[2] - reach, lake.centre[2] + reach];
  const points = stream.halfWidth.length;
  for (let i = 0; i < points; i++) {
    const [x, z] = [stream.centre[i * 3] ?? 0, stream.centre[i * 3 + 2] ?? 0];
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [north, south] = [Math.min(north, z), Math.max(south, z)];
  }
  west -= margin;
  north -= margin;
  const [wide, deep] = [east + margin - west, south + margin - north];
  const edge = new Float32Array(texels * texels).fill(far);
  const column = (x: number) => ((x - west) / wide) * texels - 0.5;
  const row = (z: number) => ((z - north) / deep) * texels - 0.5;
  for (let i = 0; i + 1 < points; i++) {
    const [ax, az] = [stream.centre[i * 3] ?? 0, stream.centre[i * 3 + 2] ?? 0];
    const [bx, bz] = [stream.centre[i * 3 + 3] ?? 0, stream.centre[i * 3 + 5] ?? 0];
    const [wa, wb] = [stream.halfWidth[i] ?? 0, stream.halfWidth[i + 1] ?? 0];
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
      const x = west + ((c + 0.5) / texels) * wide;
      out.set([clamped(edge[at] ?? far), clamped(lake.distance(x, z))], at * 4);
    }
  }
  const texture = floatTexture(out, { label: 'shore', format, width: texels, height: texels });
  return { texture, box: [west, north, 1 / wide, 1 / deep] };
}
