import type { Metres } from '../../units.ts';
import type { FigureAtlas } from '../../world/types.ts';

/** A round, tapered piece of a body between two joints, with round ends. */
export interface Limb {
  readonly a: number;
  readonly b: number;
  /** Where on the way from a to b it begins and ends; may lie beyond them. */
  readonly from: number;
  readonly to: number;
  readonly ra: Metres;
  readonly rb: Metres;
  /** How much fuller (or slimmer) it is in its middle, as a share. */
  readonly full: number;
  /** How much shallower than wide it is; only for what lies along the spine. */
  readonly flat: number;
}

/** Shaders hold tables of so many. */
const limbLimit = 24;

const neck = 2;
const head = 3;
const shoulders: readonly number[] = [4, 8];

/** What a bone is, by its joints: skin is not a straight tube. */
function shape(a: number, b: number): Pick<Limb, 'full' | 'flat'> {
  if (a === 0 && b === 1) return { full: -0.13, flat: 0.3 };
  if (a === 1 && b === neck) return { full: 0.06, flat: 0.32 };
  if (a === 13 || a === 17) return { full: 0.2, flat: 0 };
  if (a === 12 || a === 16) return { full: 0.06, flat: 0 };
  if (a === 5 || a === 9) return { full: 0.12, flat: 0 };
  return { full: 0, flat: 0 };
}

/** The flesh of the world's figures: their bones, with a head that is a head. */
export function limbsOf(figures: FigureAtlas): readonly Limb[] {
  const limbs: Limb[] = figures.bones
    .filter(({ b }) => !shoulders.includes(b))
    .map(({ a, b, ra, rb }) => {
      if (b === head) return { a, b, from: -0.1, to: 0.8, ra: 0.056, rb: 0.05, full: 0, flat: 0 };
      return { a, b, from: 0, to: 1, ra: shoulders.includes(a) ? ra * 0.9 : ra, rb, ...shape(a, b) };
    });
  limbs.push({ a: neck, b: head, from: 0.86, to: 1.24, ra: 0.08, rb: 0.094, full: 0.03, flat: 0.001 });
  // A back that widens from the waist, and a slope from the neck, instead of a ball on each shoulder.
  for (const b of shoulders) {
    limbs.push({ a: 0, b, from: 0.36, to: 0.86, ra: 0.105, rb: 0.062, full: 0.05, flat: 0 });
    limbs.push({ a: neck, b, from: 0.05, to: 0.98, ra: 0.058, rb: 0.054, full: 0, flat: 0 });
  }
  return limbs.slice(0, limbLimit);
}

/** The tables that shaders read: joints and reach, radii and shape; a vec4 each a limb. */
export function limbTables(limbs: readonly Limb[]): { readonly reach: Float32Array; readonly girth: Float32Array } {
  const reach = new Float32Array(limbLimit * 4);
  const girth = new Float32Array(limbLimit * 4);
  limbs.forEach(({ a, b, from, to, ra, rb, full, flat }, i) => {
    reach.set([a, b, from, to], i * 4);
    girth.set([ra, rb, full, flat], i * 4);
  });
  return { reach, girth };
}
