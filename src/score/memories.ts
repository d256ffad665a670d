import type { Hertz, Seconds, Unit } from '../units.ts';
import type { MemoryId } from '../world/types.ts';
import { type Chance, chance } from './chance.ts';
import { clamp01, plateau, smoothstep } from './ease.ts';
import { hertz, type Mode, minorSecond, type Ratio, ratioOf } from './scale.ts';

export const memoryIds: readonly MemoryId[] = ['page', 'door', 'portrait', 'lamp', 'mirror', 'chair', 'coat'];

/** One memory, and the being it becomes: what it sounds like while it is harsh, and healed. */
export interface Memory {
  readonly index: number;
  readonly id: MemoryId;
  /** Dense seconds, low to high. */
  readonly cluster: readonly Hertz[];
  /** Four to six notes of the night's mode, in order. */
  readonly motif: readonly Hertz[];
}

/** Progress through a scene. Twice it plays harshly, a third each; in the third playing the hand opens. */
export const scene = {
  /** The hand begins to open, and has opened: the cluster glides into the motif. */
  opens: 0.72,
  opened: 0.81,
  /** The scene folds into its leaf, and is one. */
  folds: 0.92,
  folded: 1,
} as const;

/** Each being's own register, in degrees from the root above the bed. */
const registers = [-5, -3, 0, 2, 4, 7, 9] as const;

function motifOf(dice: Chance, mode: Mode, centre: number, octave: Hertz): Hertz[] {
  const count = 4 + dice.below(3, 1);
  let degree = centre + dice.below(3, 2) - 1;
  const degrees = [degree];
  for (let n = 1; n < count - 1; n += 1) {
    const size = dice.unit(n, 3) < 0.55 ? 1 : dice.unit(n, 4) < 0.6 ? 2 : 4;
    const up = dice.unit(n, 5) < (degree > centre + 1 ? 0.2 : degree < centre - 1 ? 0.8 : 0.5);
    degree += up ? size : -size;
    degrees.push(degree);
  }
  // It comes to rest on a tone of the open fifth: an affirmation, not a question.
  const rest = [-7, -3, 0, 4, 7, 11].reduce((a, b) => (Math.abs(b - degree) < Math.abs(a - degree) ? b : a));
  if (degree === rest) degrees[degrees.length - 1] = rest + (dice.unit(8) < 0.5 ? 1 : -1);
  degrees.push(rest);
  return degrees.map((d) => hertz(octave * ratioOf(mode, d)));
}

/** Four or five tones, each a semitone or a whole tone from the next, around the motif's middle. */
function clusterOf(dice: Chance, motif: readonly Hertz[], dissonance: number): Hertz[] {
  const low = Math.min(...motif);
  const middle = Math.sqrt(low * Math.max(...motif));
  const count = 4 + dice.below(2, 6);
  const seconds: readonly Ratio[] = [minorSecond, 9 / 8, minorSecond, 10 / 9];
  const shift = dice.below(4, 7);
  const tones = [1];
  for (let n = 1; n < count; n += 1) tones.push((tones[n - 1] ?? 1) * (seconds[(n + shift) % 4] ?? minorSecond));
  const top = tones.at(-1) ?? 1;
  // With less dissonance the tones lie further apart, up to thirds.
  const spread = 1 + Math.max(0, 1 - dissonance);
  return tones.map((ratio) => hertz(middle * (ratio / Math.sqrt(top)) ** spread));
}

/** The night's seven memories in the order of their showing. */
export function memoriesOf(seed: number, night: number, mode: Mode, octave: Hertz, dissonance: number): Memory[] {
  const dice = chance(seed, night, 7);
  const order = dice.order(7, 1);
  const place = dice.order(7, 2);
  return order.map((which, index) => {
    const own = chance(seed, night, 20 + index);
    const motif = motifOf(own, mode, registers[place[index] ?? 0] ?? 0, octave);
    return { index, id: memoryIds[which] ?? 'page', cluster: clusterOf(own, motif, dissonance), motif };
  });
}

/** How much of the screen's light there is at a progress through a scene; scenes dip to black between. */
export const beamAt = (progress: Unit): Unit => plateau(0.06, 0.9, 0.06, progress);

/** How far a scene has healed. */
export const healedAt = (progress: Unit): Unit => smoothstep(scene.opens, scene.opened, progress);

export const foldAt = (progress: Unit): Unit => smoothstep(scene.folds, scene.folded, progress);

/**
 * State of the scene's prop: whole as a playing begins, harshly undone in its second half, twice; the third time the hand
 * halts and all is made whole.
 */
export function propAt(progress: Unit): Unit {
  const within = progress * 3 - Math.floor(Math.min(2, progress * 3));
  if (progress >= 2 / 3) {
    const undone = 0.35 * plateau(0.1, scene.opens * 3 - 2, 0.1, within);
    return clamp01(1 - undone);
  }
  const undone = smoothstep(0.3, 0.7, within);
  // Between two playings the film runs back to its beginning while the lamp is low.
  return 1 - undone * (1 - smoothstep(0.92, 1, within));
}

/** Brightness of the projector's lamp: uneven, slow enough to be safe for every eye (below 2 Hz, under a tenth). */
export function lampAt(local: Seconds, progress: Unit): Unit {
  const within = progress * 3 - Math.floor(Math.min(2, progress * 3));
  const between = 1 - 0.55 * (1 - smoothstep(0, 0.06, within)) - 0.55 * smoothstep(0.94, 1, within);
  const flicker = 0.95 + 0.03 * Math.sin(local * 8.1) + 0.02 * Math.sin(local * 11.3 + 1);
  return clamp01((progress < 0.02 || progress > 0.98 ? 1 : between) * flicker);
}
