import type { Metres, Radians, Seconds, Unit, Vec3 } from '../units.ts';
import type { GestureId } from '../world/types.ts';
import { type Being, coming, followed, onItsWay } from './beings.ts';
import { type Dancer, danceAt } from './dancers.ts';
import { clamp01, mix, smoothstep } from './ease.ts';
import { beatsAt } from './heart.ts';
import { progressOf } from './movements.ts';
import { aboutAtFestival, atFestival, gathered, turnOf } from './rounds.ts';
import { sceneFigures } from './showing.ts';
import { wayOf } from './steps.ts';
import type { Tonight } from './tonight.ts';
import type { Figure } from './types.ts';
import { add, along, between, headingOf, level, mixVec, rightOf, turned } from './vector.ts';

/** Metres that one cycle of walking covers. */
const stride: Metres = 1.3;

/** How one of the seven is at the lake: radians towards the tree from midway between it and the blossom, metres off, how much of it stays, what it does, and where it looks. */
interface Rest {
  readonly azimuth: Radians;
  readonly far: Metres;
  readonly stays: Unit;
  /** Its own healed gesture where none is said. */
  readonly gesture?: GestureId;
  readonly looks: 'blossom' | 'walker' | number;
}

/** Where all is still there are few: a pair and one alone, far out; the others have gone over into the mist on the water. */
const rests: readonly Rest[] = [
  { azimuth: 0.31, far: 24, stays: 0, gesture: 'stand', looks: 'walker' },
  { azimuth: 0.03, far: 43, stays: 0.8, gesture: 'stand', looks: 'blossom' },
  { azimuth: 0.5, far: 15, stays: 0, gesture: 'kneel', looks: 'blossom' },
  { azimuth: 0.35, far: 36, stays: 0.8, gesture: 'stand', looks: 4 },
  { azimuth: 0.371, far: 35.6, stays: 0.8, looks: 3 },
  { azimuth: -0.03, far: 28, stays: 0, looks: 'walker' },
  { azimuth: 0.57, far: 21, stays: 0, looks: 'blossom' },
];
const alone: Rest = { azimuth: 0.5, far: 16, stays: 0, looks: 'blossom' };
const restOf = (index: number): Rest => rests[index] ?? alone;

/** Where each rests by the lake. */
function atLake(tonight: Tonight, index: number): Vec3 {
  const { seat, blossom, treeFoot } = tonight.world.landmarks;
  // Midway between the blossom and the tree, as the eye sees them.
  const ahead = level(add(level(between(seat, blossom)), level(between(seat, treeFoot))));
  const { azimuth, far } = restOf(index);
  const right = rightOf(ahead);
  const toTree = between(seat, treeFoot);
  const treeward = Math.sign(right[0] * toTree[0] + right[2] * toTree[2]) || 1;
  const aside = far * Math.sin(azimuth) * treeward;
  const [x, , z] = along(along(seat, ahead, far * Math.cos(azimuth)), right, aside);
  return [x, Math.max(0, tonight.world.terrain.height(x, z)), z];
}

/** Where everything in a being's life stands at a time, each 0..1. */
function stages(tonight: Tonight, being: Being, local: Seconds) {
  const { pacing } = being;
  const age = (local - being.appears) / pacing;
  const lake = tonight.span('lake');
  const festival = tonight.span('festival');
  const within = (span: { from: Seconds; to: Seconds }, x: number): Seconds => span.from + (span.to - span.from) * x;
  return {
    pacing,
    condensed: smoothstep(0, coming.condenses, age),
    opened: smoothstep(coming.opens, coming.opens + 2.4, age),
    greeted: smoothstep(coming.opens + 2, coming.opens + 4.4, age),
    kneeling: smoothstep(coming.joins - 1.5, coming.joins + 2.5, age),
    walking: smoothstep(-pacing, 1.5 * pacing, local - being.joins),
    carrying: smoothstep(1.5 * pacing, 6 * pacing, local - being.joins),
    // They go over into the mist on the shore, and out of it, far out on the water.
    hidden:
      smoothstep(within(lake, 0.02), within(lake, 0.1), local) *
      (1 - smoothstep(within(lake, 0.14), within(lake, 0.25), local)),
    settling: smoothstep(within(lake, 0.11), within(lake, 0.13), local),
    dancing: smoothstep(within(festival, 0.02), within(festival, gathered), local),
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

/** Two of them answer whoever comes after them; two hold hands. */
const answers = ({ index }: Being): boolean => index === 1 || index === 5;
const holds = ({ index }: Being): boolean => index === 3 || index === 4;

/** How far a being opens its arms again for another that greets now, and who that is. */
function answered(beings: readonly Being[], being: Being, local: Seconds): { to: Being; much: Unit } | undefined {
  if (!answers(being)) return undefined;
  const to = beings.findLast(({ greets, joins }) => joins > being.joins && greets < local);
  if (to === undefined) return undefined;
  const since = (local - to.greets) / to.pacing;
  const left = (beings[to.index + 1]?.greets ?? Number.POSITIVE_INFINITY) - local;
  return { to, much: smoothstep(0.4, 3.2, since) * (1 - smoothstep(7.5, 10.5, since)) * smoothstep(0, 3, left) };
}

/** The third of them has knelt down at the water when the walker comes. */
const kneels = ({ index }: Being): boolean => index === 2;

function gestureOf(tonight: Tonight, being: Being, local: Seconds, much: Unit): Blend {
  const stage = stages(tonight, being, local);
  const { until, pace } = followed(being, local);
  const walked = 0.9 * (until - being.met);
  const healed: GestureId = `${being.id}Healed`;
  const pulses = 2 * beatsAt(tonight.preset, local);
  const round = (x: number): Unit => x - Math.floor(x);
  const walk = round(walked / stride + being.index * 0.37);
  const rest = restOf(being.index).gesture ?? healed;
  if (stage.dancing > 0) {
    const { gesture, period } = turnOf(being.index);
    const toPhase = round(pulses / period + being.index / 7);
    return { from: rest, fromPhase: 1, to: gesture, toPhase, mix: stage.dancing };
  }
  if (stage.settling > 0.5) return { from: rest, fromPhase: 1, to: rest, toPhase: 1, mix: 0 };
  if (answers(being) && stage.walking > 0) {
    const open = mix(1, 0.92 + 0.08 * much, stage.walking);
    return { from: 'walk', fromPhase: walk, to: 'greet', toPhase: 1, mix: open };
  }
  if (holds(being) && stage.walking >= 1) {
    const child = being.scale < 0.9;
    const to: GestureId = child === (being.dry === 1) ? 'holdLeft' : 'holdRight';
    return { from: 'walk', fromPhase: walk, to, toPhase: child ? 1 : 0.5, mix: 0.85 * stage.carrying };
  }
  // Who walks still holds a little of the own gesture: each goes in a way of its own, and comes to rest in it.
  if (stage.walking >= 1) {
    return { from: 'walk', fromPhase: walk, to: healed, toPhase: 1, mix: mix(1, 0.45 * stage.carrying, pace) };
  }
  const before: GestureId = kneels(being) ? 'kneel' : 'greet';
  if (stage.walking > 0) return { from: before, fromPhase: 1, to: 'walk', toPhase: walk, mix: stage.walking };
  if (kneels(being) && stage.kneeling > 0) {
    return { from: 'greet', fromPhase: 1, to: 'kneel', toPhase: 1, mix: stage.kneeling };
  }
  // The healed gesture is the harsh one's end, and it opens into the greeting.
  if (stage.greeted > 0) return { from: healed, fromPhase: 1, to: 'greet', toPhase: stage.greeted, mix: stage.greeted };
  return { from: 'stand', fromPhase: 0, to: healed, toPhase: stage.opened, mix: stage.opened };
}

/** Where a being is at a time; continuous, and slower than a walk. */
function placeOf(tonight: Tonight, being: Being, local: Seconds): Vec3 {
  const stage = stages(tonight, being, local);
  let place = local <= being.joins ? being.place : onItsWay(tonight, being, local);
  if (stage.settling > 0) place = mixVec(place, atLake(tonight, being.index), stage.settling);
  if (stage.dancing > 0) place = mixVec(place, atFestival(tonight, being.index, local), stage.dancing);
  return place;
}

/** Where a being looks at a time, by the lake and before, and where it looks once it dances. */
function facing(
  tonight: Tonight,
  beings: readonly Being[],
  being: Being,
  local: Seconds,
): readonly [settled: Radians, dancing: Radians] {
  const stage = stages(tonight, being, local);
  const place = placeOf(tonight, being, local);
  const { until, pace } = followed(being, local);
  const { feet } = tonight.walk(local);
  const way = headingOf(wayOf(tonight, until));
  const toWalker = headingOf(level(between(place, feet)));
  // On the way each now and then turns to the walker.
  const glance = (0.5 + 0.5 * Math.sin(local * 0.29 + 2.4 * being.index)) ** 3;
  // Who answers goes with its face to the walker; who rests looks up too.
  const regards = mix(holds(being) ? 0.5 : 1, answers(being) ? 0.8 : holds(being) ? 0 : 0.38 * glance, pace);
  const walkingTo = turned(
    turned(being.heading, toWalker, stage.condensed),
    turned(way, toWalker, regards),
    stage.walking,
  );
  const answer = answered(beings, being, local);
  const answering =
    answer === undefined
      ? walkingTo
      : turned(walkingTo, headingOf(level(between(place, answer.to.place))), 0.45 * answer.much * stage.walking);
  const { looks } = restOf(being.index);
  const seen =
    looks === 'walker' ? feet : looks === 'blossom' ? tonight.world.landmarks.blossom : atLake(tonight, looks);
  const settled = turned(answering, headingOf(level(between(place, seen))), smoothstep(0.7, 1, stage.settling));
  const { slot } = turnOf(being.index);
  // Those in the round face its middle, all others the lake: they are seen from behind, or from aside.
  const middle = slot === undefined ? tonight.world.lake.centre : aboutAtFestival(tonight, being.index);
  const danceTo = headingOf(
    level(between(slot === undefined ? place : atFestival(tonight, being.index, local), middle)),
  );
  const sways =
    slot === undefined ? 0.5 * Math.sin(local * 0.23 + (turnOf(being.index).rides ? being.index + 1 : being.index)) : 0;
  return [settled, danceTo + sways];
}

/** Radians by which a being turns from the lake to its dance, the same way round all the while, as it is shortest midway. */
function turnToDance(tonight: Tonight, beings: readonly Being[], being: Being, whole: Radians): Radians {
  const { from, to } = tonight.span('festival');
  const [settled, dancing] = facing(tonight, beings, being, from + 0.2 * (to - from));
  const midway = turned(0, dancing - settled, 1);
  return turned(midway, whole, 1);
}

function beingAt(tonight: Tonight, beings: readonly Being[], being: Being, local: Seconds): Figure[] {
  const stage = stages(tonight, being, local);
  const stays = mix(1, restOf(being.index).stays, stage.stillness);
  const presence = stage.condensed * stays * (1 - stage.hidden) * (1 - stage.gone);
  if (presence <= 0) return [];
  const [settled, dancing] = facing(tonight, beings, being, local);
  const { dancing: far } = stage;
  const turning = far > 0 && far < 1 ? far * turnToDance(tonight, beings, being, dancing - settled) : 0;
  const heading = far < 1 ? settled + turning : dancing;
  return [
    {
      role: 'being',
      index: being.index,
      place: placeOf(tonight, being, local),
      heading,
      scale: being.scale,
      ...gestureOf(tonight, being, local, answered(beings, being, local)?.much ?? 0),
      presence,
      glow: clamp01(0.5 + 0.35 * stage.opened - 0.66 * stage.stillness),
      warmth: mix(0.35 + 0.06 * being.index, 0.95, stage.dancing),
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
      scale: 1.9,
      ...sitting,
      presence,
      glow: 1.2,
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
    ...beings.flatMap((being) => beingAt(tonight, beings, being, local)),
    ...eighthAt(tonight, local),
    ...danceAt(tonight, dancers, local),
  ];
}
