import type { Metres, Radians, Seconds, Unit } from '../units.ts';
import type { GestureId } from '../world/types.ts';
import { crowd, onShore } from './around.ts';
import { chance } from './chance.ts';
import { waveEnergy } from './dance.ts';
import { smoothstep } from './ease.ts';
import { beatsAt } from './heart.ts';
import { progressOf } from './movements.ts';
import type { Tonight } from './tonight.ts';
import type { Figure } from './types.ts';

const dances: readonly GestureId[] = ['danceTurn', 'danceReach', 'danceStep', 'danceClap', 'danceStep'];

/** Pulses for which a dancer stays with one figure of the dance, and in which it passes to the next. */
const phraseLength = 16;
const passing = 3;

/** Children on shoulders are counted from here. */
const riders = 70;

/** One of those who dance around the lake tonight. */
export interface Dancer {
  readonly index: number;
  readonly angle: Radians;
  readonly beyond: Metres;
  /** Radians a second around the lake. */
  readonly drift: number;
  /** Progress through the festival at which it has come, and through waking at which it is gone. */
  readonly comes: Unit;
  readonly goes: Unit;
  readonly scale: number;
  readonly turn: Radians;
  readonly phase: Unit;
  /** Pulses for one round of its movement. */
  readonly period: number;
  readonly warmth: Unit;
}

export function dancersOf(tonight: Tonight): readonly Dancer[] {
  const dice = chance(tonight.seed, tonight.night, 95);
  const count = tonight.quiet ? 24 + dice.below(9, 0) : 34 + dice.below(27, 0);
  return crowd(tonight, 96, count).map((angle, index) => ({
    index,
    angle,
    // Most at the water, some far back.
    beyond: 0.9 + 11 * dice.unit(index, 1) ** 2.2,
    drift: (dice.unit(index, 2) < 0.7 ? 1 : -1) * (0.002 + 0.008 * dice.unit(index, 3)),
    comes: 0.03 + 0.5 * dice.unit(index, 4) ** 1.4,
    goes: 0.06 + 0.24 * dice.unit(index, 5),
    scale: 0.84 + 0.24 * dice.unit(index, 6),
    turn: 2 * dice.sway(index, 7),
    phase: dice.unit(index, 8),
    period: dice.unit(index, 9) < 0.5 ? 4 : 8,
    warmth: 0.45 + 0.5 * dice.unit(index, 10),
  }));
}

const fraction = (x: number): Unit => x - Math.floor(x);

/** Everyone who is dancing at a local time. */
export function danceAt(tonight: Tonight, dancers: readonly Dancer[], local: Seconds): Figure[] {
  const span = tonight.span('festival');
  const waking = tonight.span('waking');
  if (local < span.from || local >= waking.to) return [];
  const progress = progressOf(span, local);
  const ending = progressOf(waking, local);
  const pulses = 2 * beatsAt(tonight.preset, local);
  const dice = chance(tonight.seed, tonight.night, 97);
  const energy = waveEnergy(progress) * (1 - smoothstep(0, 0.3, ending));
  const since = local - span.from;
  return dancers.flatMap((dancer): Figure[] => {
    const come = smoothstep(dancer.comes - 0.06, dancer.comes + 0.04, progress);
    const presence = come * (1 - smoothstep(dancer.goes, dancer.goes + 0.14, ending));
    if (presence <= 0) return [];
    const own = pulses / phraseLength + dancer.phase * 4;
    const phrase = Math.floor(own);
    const gesture = (n: number): GestureId => dances[dice.below(dances.length, dancer.index, n)] ?? 'danceStep';
    const phase = fraction(pulses / dancer.period + dancer.phase);
    const sway = 0.35 * Math.sin((2 * Math.PI * pulses) / 8 + dancer.phase * 7);
    const angle = dancer.angle + dancer.drift * since;
    const place = onShore(tonight.world, angle, dancer.beyond + 0.3 * sway, 0);
    // They make way for the walker.
    const { feet } = tonight.walk(local);
    const clear = smoothstep(6, 10, Math.hypot(place[0] - feet[0], place[2] - feet[2]));
    if (clear <= 0) return [];
    const { centre } = tonight.world.lake;
    const inward = Math.atan2(centre[0] - place[0], centre[2] - place[2]);
    // Some carry a child.
    const carries = dancer.scale > 1.02;
    const rider = (figure: Figure): Figure => ({
      ...figure,
      index: dancer.index + riders,
      place: [place[0], place[1] + 1.53 * dancer.scale - 0.42 * 0.62 + 0.15, place[2]],
      scale: 0.62,
      from: 'danceRide',
      to: 'danceRide',
    });
    const figure: Figure = {
      role: 'dancer',
      index: dancer.index,
      place,
      heading: inward + dancer.turn + sway * (0.4 + 0.6 * energy),
      scale: dancer.scale,
      from: carries ? 'danceCarry' : gesture(phrase),
      fromPhase: phase,
      to: carries ? 'danceCarry' : gesture(phrase + 1),
      toPhase: phase,
      mix: smoothstep(1 - passing / phraseLength, 1, own - phrase),
      presence: presence * clear,
      glow: (0.35 + 0.5 * energy) * (tonight.quiet ? 0.7 : 1),
      warmth: dancer.warmth,
    };
    return carries ? [figure, rider(figure)] : [figure];
  });
}
