import type { Preset } from '../preset/schema.ts';
import type { Hertz, Metres, Radians, Seconds, Vec3 } from '../units.ts';
import type { World } from '../world/types.ts';
import { chance } from './chance.ts';
import { chooseStars, starDirection } from './constellation.ts';
import { type Cue, chordsAt, cuesOf } from './harmony.ts';
import { type Memory, memoriesOf } from './memories.ts';
import { type Form, formOf } from './movements.ts';
import { blossomOf } from './palette.ts';
import { hertz, type Mode, modeOf, ratioOf } from './scale.ts';
import { type Tune, tuneOf } from './tune.ts';
import type { MovementId, MovementSpan } from './types.ts';
import { along, between, headingOf, level, placed, rightOf, turned } from './vector.ts';
import { type Walk, walkOf } from './walk.ts';

/** One memory's showing in the inner dark. */
export interface Scene {
  readonly memory: Memory;
  /** Local. */
  readonly from: Seconds;
  readonly duration: Seconds;
  /** Middle of the screen's foot, and the way it faces. */
  readonly place: Vec3;
  readonly heading: Radians;
}

/** All that is fixed for one night, before anything happens in it. Times are local to it. */
export interface Tonight {
  readonly seed: number;
  readonly night: number;
  readonly preset: Preset;
  readonly world: World;
  readonly length: Seconds;
  readonly form: Form;
  readonly walk: Walk;
  /** One night in three: its festival is heard from the far shore. */
  readonly quiet: boolean;
  /** How much of the usual density a very long night keeps, so that no night has more than 20,000 events. */
  readonly sparse: number;
  readonly mode: Mode;
  readonly cues: readonly Cue[];
  readonly tune: Tune;
  readonly memories: readonly Memory[];
  readonly scenes: readonly Scene[];
  /** Chosen stars in the catalogue, in the order of choosing: one a note of the tune. */
  readonly stars: readonly number[];
  /** From where they stand in Stream to where they stand in Waking, radians about y. */
  readonly mapTurn: Radians;
  readonly blossom: readonly [number, number, number];
  readonly lastBlossom: readonly [number, number, number];
  span(id: MovementId): MovementSpan;
  /** A degree of tonight's mode; 0 is the root, an octave above the bed's middle. */
  pitch(degree: number, octave?: number): Hertz;
  /** The chord's tones at a time, low to high, in hertz. */
  chord(local: Seconds): readonly Hertz[];
  /** The ground at a place, as a pitch. */
  ground(place: Vec3): Hertz;
}

/**
 * The seven showings: an even row with a little dark between, each to one side of the orb and then to the other; the last
 * where the eye will turn as it leaves.
 */
function scenesOf(span: MovementSpan, walk: Walk, memories: readonly Memory[], seed: number, night: number): Scene[] {
  const dice = chance(seed, night, 9);
  const whole = span.to - span.from;
  const slot = (whole * 0.84) / memories.length;
  const last = walk(span.to - whole * 0.2);
  const leaving = walk(span.to);
  const aside = rightOf(level(between(last.feet, last.gaze)));
  const away = level(between(leaving.feet, leaving.gaze));
  const turn = aside[0] * away[0] + aside[2] * away[2] < 0 ? -1 : 1;
  return memories.map((memory) => {
    const from = span.from + whole * 0.085 + slot * memory.index;
    const stand = walk(from + slot / 2);
    const ahead = level(between(stand.feet, stand.gaze));
    const side =
      (memory.index % 2 === (memories.length - 1) % 2 ? turn : -turn) * (1.5 + 0.5 * dice.unit(memory.index, 1));
    const far = 4.6 + 0.8 * dice.unit(memory.index, 2);
    const place = placed(along(along(stand.feet, ahead, far), rightOf(ahead), side));
    const heading = headingOf(level(between(place, stand.feet)));
    return { memory, from, duration: slot * 0.95, place, heading };
  });
}

/** From where the constellation stands to the gaze at the dawn. */
function turnOf({ spans, after }: Form, walk: Walk, world: World, stars: readonly number[]): Radians {
  const middle = headingOf(
    stars.reduce<Vec3>((sum, star) => along(sum, starDirection(world.stars, star), 1), [0, 0, 0]),
  );
  const waking = spans[8] ?? after;
  const { feet, gaze } = walk(waking.from + (waking.to - waking.from) * 0.58);
  return turned(middle, headingOf(level(between(feet, gaze))), 1) - middle;
}

/** Hills move the pitch of a step by at most nine degrees, half of that within two metres; cushions count double. */
const widest = 9;
const metresToWiden: Metres = 3.3;

export function tonightOf(seed: number, preset: Preset, world: World, night: number): Tonight {
  const form = formOf(seed, preset, night);
  const walk = walkOf(form, world.path(night));
  const mode = modeOf(seed, night);
  const { root, dissonance } = preset.music;
  const tune = tuneOf(seed, night);
  const memories = memoriesOf(seed, night, mode, root * 2, dissonance);
  const cues = cuesOf(seed, night, form, mode);
  const stars = chooseStars(world.stars, form, walk, tune.degrees.length, chance(seed, night, 61));
  const span = (id: MovementId): MovementSpan => form.spans.find((candidate) => candidate.id === id) ?? form.after;
  const pitch = (degree: number, octave = 2): Hertz => hertz(root * octave * ratioOf(mode, degree));
  const origin = world.landmarks.start[1];
  return {
    seed,
    night,
    preset,
    world,
    length: preset.form.length,
    form,
    walk,
    quiet: chance(seed, night, 10).unit(0) < preset.form.quietNights,
    sparse: Math.min(1, (3600 / preset.form.length) ** 0.5),
    mode,
    cues,
    tune,
    memories,
    scenes: scenesOf(span('seed'), walk, memories, seed, night),
    stars,
    mapTurn: turnOf(form, walk, world, stars),
    blossom: blossomOf(seed, night),
    lastBlossom: blossomOf(seed, night - 1),
    span,
    pitch,
    chord(local) {
      const { now, next, glide } = chordsAt(cues, local);
      return (glide < 0.5 ? now : next).map((ratio) => hertz(root * ratio));
    },
    ground(place) {
      const cushion = world.terrain.cushion(place[0], place[2]);
      const rise = place[1] - origin + 2 * (cushion - 0.12);
      return pitch(Math.round(widest * Math.tanh(rise / metresToWiden)));
    },
  };
}
