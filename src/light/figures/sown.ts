import type { Unit, Vec3 } from '../../units.ts';
import { hashUnit } from '../bake/hash.ts';
import { plus, unit } from './rest.ts';
import type { Patch } from './skin.ts';

/** A mote's place upon a body at rest. */
export interface Sown {
  readonly at: Vec3;
  readonly chain: number;
  readonly normal: Vec3;
  readonly there: Unit;
  readonly cloth: boolean;
}

/** Sows motes evenly upon skin and cloth, `many` of them: any first few lie as evenly as all. */
export function sown(
  parts: readonly { readonly patch: Patch; readonly cloth: boolean }[],
  many: number,
): readonly Sown[] {
  const fields: { readonly patch: Patch; readonly cloth: boolean; readonly i: number }[] = [];
  const ends: number[] = [];
  let all = 0;
  for (const { patch, cloth } of parts) {
    const { columns, rows, pores } = patch;
    for (let i = 0; i < (rows - 1) * (columns + 1); i++) {
      const [a, b, c] = [pores[i], pores[i + 1], pores[i + columns + 1]];
      if (i % (columns + 1) === columns || a === undefined || b === undefined || c === undefined) continue;
      const size = Math.hypot(...plus(a.at, b.at, -1)) * Math.hypot(...plus(a.at, c.at, -1));
      // Hands and heads have more than their share.
      all += size ** 0.8 * (cloth ? 1 : 1.5) * (0.05 + Math.max(a.there, c.there));
      fields.push({ patch, cloth, i });
      ends.push(all);
    }
  }
  return Array.from({ length: many }, (_, n): Sown => {
    const pick = all * hashUnit(n, 1, 4711);
    let [low, high] = [0, fields.length - 1];
    while (low < high) {
      const half = (low + high) >> 1;
      if ((ends[half] ?? 0) < pick) low = half + 1;
      else high = half;
    }
    const { patch, cloth, i } = fields[low] ?? { patch: { columns: 0, rows: 0, pores: [] }, cloth: false, i: 0 };
    const [u, v] = [hashUnit(n, 2, 4711), hashUnit(n, 3, 4711)];
    const corners = [i, i + 1, i + patch.columns + 1, i + patch.columns + 2];
    const shares = [(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v];
    let [at, normal, there, chain]: [Vec3, Vec3, number, number] = [[0, 0, 0], [0, 0, 0], 0, 0];
    corners.forEach((corner, k) => {
      const pore = patch.pores[corner];
      if (pore === undefined) return;
      const share = shares[k] ?? 0;
      at = plus(at, pore.at, share);
      normal = plus(normal, pore.normal, share);
      there += pore.there * share;
      chain = pore.chain;
    });
    return { at, chain, normal: unit(normal), there, cloth };
  });
}
