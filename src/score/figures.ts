import type { Metres, Seconds, Unit, Vec3 } from '../units.ts';
import type { GestureId } from '../world/types.ts';
import { angleOf, onShore } from './around.ts';
import { type Being, beside, coming } from './beings.ts';
import { type Dancer, danceAt } from './dancers.ts';
import { clamp01, mix, smoothstep } from './ease.ts';
import { beatsAt } from './heart.ts';
import { progressOf } from './movements.ts';
import { sceneFigures } from './showing.ts';
import { wayOf } from './steps.ts';
import type { Tonight } from './tonight.ts';
import type { Figure } from './types.ts';
import { along, between, direction, headingOf, level, mixVec, rightOf, turned } from './vector.ts';

/** Time as one who sets off sees it: still before 0, then gathering speed over two seconds. */
const settingOff = (x: Seconds): Seconds => (x <= 0 ? 0 : x < 2 ? (x * x) / 4 : x - 1);

/** Metres that one cycle of walking covers. */
const stride: Metres = 1.3;

/** Where each sits by the lake: in the shallows before the seat, to both sides, leaving the middle free. */
function atLake(tonight: Tonight, index: number): Vec3 {
  const { seat, blossom } = tonight.world.landmarks;
  const ahead = level(between(seat, blossom));
  const azimuth = (index % 2 === 0 ? 1 : -1) * (0.3 + 0.11 * Math.floor(index / 2) + 0.04 * (index % 3));
  const far = 8.5 + 1.7 * ((index * 3) % 7) * 0.6;
  const [x, , z] = along(along(seat, ahead, far * Math.cos(azimuth)), rightOf(ahead), far * Math.sin(azimuth));
  return [x, Math.max(0, tonight.world.terrain.height(x, z)), z];
}

/** And where each dances. */
function atFestival(tonight: Tonight, index: number, local: Seconds): Vec3 {
  const seat = angleOf(tonight.world, tonight.world.landmarks.seat);
  const side = index % 2 === 0 ? 1 : -1;
  const since = local - tonight.span('festival').from;
  const angle = seat + side * (0.16 + 0.09 * index) + 0.0025 * side * since;
  return onShore(tonight.world, angle, 1 + 0.5 * (index % 3), 0);
}

/** Where everything in a being's life stands at a time, each 0..1. */
function stages(tonight: Tonight, being: Being, local: Seconds) {
  const pacing = (being.joins - being.appears) / coming.joins;
  const age = (local - being.appears) / pacing;
  const beings = tonight.span('beings');
  const lake = tonight.span('lake');
  const festival = tonight.span('festival');
  const within = (span: { from: Seconds; to: Seconds }, x: number): Seconds => span.from + (span.to - span.from) * x;
  return {
    pacing,
    condensed: smoothstep(0, coming.condenses, age),
    opened: smoothstep(coming.opens, coming.opens + 2.6, age),
    greeted: smoothstep(coming.opens + 2.2, coming.opens + 5, age),
    walking: smoothstep(coming.joins - 1, coming.joins + 1.5, age),
    settling: smoothstep(within(beings, 0.93), within(lake, 0.25), local),
    dancing: smoothstep(within(festival, 0.02), within(festival, 0.38), local),
    stillness:
      smoothstep(lake.from, within(lake, 0.2), local) * (1 - smoothstep(festival.from, within(festival, 0.1), local)),
    gone: smoothstep(0.1, 0.4, progressOf(tonight.span('waking'), local)),
  };
}

interface Blend {
  readonly from: GestureId;
  readonly fromPhase: Unit;
  readonly to: GestureId;
  readonly toPhase: Unit;
  readonly mix: Unit;
}

function gestureOf(tonight: Tonight, being: Being, local: Seconds, walked: Metres): Blend {
  const stage = stages(tonight, being, local);
  const healed: GestureId = `${being.id}Healed`;
  const pulses = 2 * beatsAt(tonight.preset, local);
  const round = (x: number): Unit => x - Math.floor(x);
  const walk = round(walked / stride + being.index * 0.37);
  if (stage.dancing > 0) {
    const toPhase = round(pulses / 8 + being.index / 7);
    return { from: healed, fromPhase: 1, to: 'danceReach', toPhase, mix: stage.dancing };
  }
  if (stage.settling > 0) {
    // Still walking at first; in stillness each holds its own healed gesture.
    const mixed = smoothstep(0.72, 1, stage.settling);
    return { from: 'walk', fromPhase: walk, to: healed, toPhase: smoothstep(0.8, 1, stage.settling), mix: mixed };
  }
  if (stage.walking > 0) return { from: 'greet', fromPhase: 1, to: 'walk', toPhase: walk, mix: stage.walking };
  // The healed gesture is the harsh one's end, and it opens into the greeting.
  if (stage.greeted > 0) return { from: healed, fromPhase: 1, to: 'greet', toPhase: stage.greeted, mix: stage.greeted };
  return { from: 'stand', fromPhase: 0, to: healed, toPhase: stage.opened, mix: stage.opened };
}

/** Where a being is at a time; continuous, and slower than a walk. */
function placeOf(tonight: Tonight, being: Being, local: Seconds): Vec3 {
  const stage = stages(tonight, being, local);
  const end = tonight.span('lake').from;
  const time = being.joins + settingOff(local - being.joins);
  let place = local <= being.joins ? being.place : beside(tonight, Math.min(time, end), being.before, being.beside);
  if (stage.settling > 0) place = mixVec(place, atLake(tonight, being.index), stage.settling);
  if (stage.dancing > 0) place = mixVec(place, atFestival(tonight, being.index, local), stage.dancing);
  return place;
}

function beingAt(tonight: Tonight, being: Being, local: Seconds): Figure[] {
  const stage = stages(tonight, being, local);
  const presence = stage.condensed * mix(1, 0.55, stage.stillness) * (1 - stage.gone);
  if (presence <= 0) return [];
  const place = placeOf(tonight, being, local);
  const time = being.joins + settingOff(local - being.joins);
  const { feet } = tonight.walk(local);
  const way = headingOf(wayOf(tonight, Math.min(time, tonight.length)));
  const walkingTo = turned(being.heading, way, stage.walking);
  const { centre } = tonight.world.lake;
  const toWater = headingOf(direction(between(place, centre)));
  const toWalker = headingOf(level(between(place, feet)));
  const settled = turned(walkingTo, toWalker, smoothstep(0.7, 1, stage.settling));
  const walked = settingOff(local - being.joins) * 0.55;
  return [
    {
      role: 'being',
      index: being.index,
      place,
      heading: turned(settled, toWater + 0.5 * Math.sin(local * 0.23 + being.index), stage.dancing),
      scale: 0.94 + 0.02 * being.index,
      ...gestureOf(tonight, being, local, walked),
      presence,
      glow: clamp01(0.5 + 0.35 * stage.opened - 0.2 * stage.stillness),
      warmth: mix(0.35 + 0.06 * being.index, 0.8, stage.dancing),
    },
  ];
}

/** The eighth, seated in the lake's reflection; the plant grows where it sits. */
function eighthAt(tonight: Tonight, local: Seconds): Figure[] {
  const seated = smoothstep(0.2, 0.48, progressOf(tonight.span('lake'), local));
  const presence = seated * (1 - smoothstep(0.02, 0.25, progressOf(tonight.span('festival'), local)));
  if (presence <= 0) return [];
  const { blossom, seat } = tonight.world.landmarks;
  const sitting = { from: 'sit', fromPhase: 1, to: 'sit', toPhase: 1, mix: 0 } as const;
  return [
    {
      role: 'eighth',
      index: 7,
      place: [blossom[0], 0, blossom[2]],
      heading: headingOf(level(between(blossom, seat))),
      scale: 1,
      ...sitting,
      presence,
      glow: 0.6,
      warmth: 0.7,
    },
  ];
}

/** Everyone who can be seen at a local time. */
export function figuresAt(
  tonight: Tonight,
  beings: readonly Being[],
  dancers: readonly Dancer[],
  local: Seconds,
): Figure[] {
  const first = beings[0]?.appears ?? Number.POSITIVE_INFINITY;
  if (local < first) return sceneFigures(tonight, local);
  return [
    ...beings.flatMap((being) => beingAt(tonight, being, local)),
    ...eighthAt(tonight, local),
    ...danceAt(tonight, dancers, local),
  ];
}
