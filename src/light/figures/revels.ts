import type { Figure, Frame } from '../../score/types.ts';
import type { Metres, Vec3 } from '../../units.ts';
import type { World } from '../../world/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Scene } from '../layer.ts';
import { phase } from '../phase.ts';
import { chorusOf } from './chorus.ts';
import { crowdLimit, drumLimit, festivityOf, shoreSamples } from './festivity.ts';

/** Lanterns in hands; then a heap of five in the middle of the round, and one that has gone astray. */
export const hands = 16;
const heap = 5;
export const carriedLimit = hands + heap + 1;

/** What shaders are told of the festival; see shaders/crowd.glsl. */
export interface Revels {
  readonly uniforms: Readonly<
    Record<
      string,
      {
        readonly value: Float32Array | number;
        readonly type: 'vec4<f32>' | 'vec3<f32>' | 'f32' | 'i32';
        readonly size?: number;
      }
    >
  >;
  readonly drums: Float32Array;
  readonly carried: Float32Array;
  drumCount: number;
  pack(frame: Frame, into: Record<string, number | Float32Array>): void;
}

/** A drum's blow on its lantern: up within a tenth of a second, then slowly down. */
function beat(age: number, strength: number): number {
  const rise = Math.min(1, 0.25 + 0.75 * (age / 0.11));
  return strength * rise * Math.exp(-Math.max(0, age - 0.11) * 2.4);
}

const groundAt = ({ terrain }: World, x: number, z: number): number =>
  Math.max(0, terrain.height(x, z) + 0.8 * terrain.cushion(x, z));

/** Where a dancer's left or right hand is. */
function handOf(world: World, figure: Figure, joint: number, a: Float32Array, b: Float32Array): Vec3 {
  world.figures.pose(figure.from, figure.fromPhase, a);
  world.figures.pose(figure.to, figure.toPhase, b);
  const at = (axis: number) =>
    ((a[joint * 3 + axis] ?? 0) * (1 - figure.mix) + (b[joint * 3 + axis] ?? 0) * figure.mix) * figure.scale;
  const [c, s] = [Math.cos(figure.heading), Math.sin(figure.heading)];
  const [x, y, z] = [at(0), at(1), at(2)];
  const [fx, , fz] = figure.place;
  return [fx + x * c + z * s, groundAt(world, fx, fz) + y, fz + z * c - x * s];
}

/** The middle of the round that some of the seven dance, and how much of it there is. */
function roundOf(world: World, { figures }: Frame): { readonly middle: Vec3; readonly there: number } {
  const all = figures.filter(({ role, from, to, mix }) => role === 'being' && (mix < 0.5 ? from : to) === 'danceRing');
  const mean = (axis: 0 | 2) => all.reduce((sum, { place }) => sum + place[axis], 0) / Math.max(1, all.length);
  const [x, z] = [mean(0), mean(2)];
  const there =
    all.length === 0 ? 0 : Math.min(...all.map(({ mix, presence }) => Math.min(presence, 2 * Math.abs(mix - 0.5))));
  return { middle: [x, groundAt(world, x, z), z], there };
}

/** The one that would rather see the lake: low over the water, almost to its own image, and up again. */
function strayAt({ lake }: World, turn: number): Vec3 {
  const way = 2 * Math.PI * turn;
  const r = lake.radius * (0.42 + 0.2 * Math.sin(2 * way + 1));
  const dip = 0.5 + 0.5 * Math.sin(7 * way);
  return [
    lake.centre[0] + r * Math.cos(way + 0.5 * Math.sin(3 * way)),
    0.55 + 4.2 * dip * dip,
    lake.centre[2] + r * Math.sin(way + 0.5 * Math.sin(3 * way)),
  ];
}

const known = new WeakMap<Scene['textures'], Revels>();

/** What the festival's lights have in common: drum, hands, children, crowds. A pure function of scene and frame. */
export function revelsOf(scene: Scene): Revels {
  const made = known.get(scene.textures) ?? gatherRevels(scene);
  known.set(scene.textures, made);
  return made;
}

function gatherRevels(scene: Scene): Revels {
  const { world } = scene.piece;
  const { lake, landmarks, figures } = world;
  const tonight = festivityOf(scene);
  const chorus = chorusOf(scene);
  const drums = new Float32Array(drumLimit * 4);
  const carried = new Float32Array(carriedLimit * 4);
  const crowds = new Float32Array(crowdLimit * 4);
  const seat = new Float32Array([landmarks.seat[0], landmarks.seat[2], 0]);
  const radii = Float32Array.from({ length: shoreSamples }, (_, i) => lake.shore((i / shoreSamples) * 2 * Math.PI));
  const [from, to] = [new Float32Array(figures.joints * 3), new Float32Array(figures.joints * 3)];
  const { seat: sat, blossom } = landmarks;
  const facing = Math.atan2(blossom[2] - lake.centre[2], blossom[0] - lake.centre[0]);

  const packDrums = (frame: Frame, places: ReadonlyMap<number, Vec3>): number => {
    drums.fill(0);
    let most = 0;
    for (const [item, place] of places) {
      drums.set([...place, 0], item * 4);
      most = Math.max(most, item + 1);
    }
    for (const { event, age } of frame.active) {
      if (event.kind !== 'drum') continue;
      const item = event.item % drumLimit;
      const before = drums[item * 4 + 3] ?? 0;
      drums.set([...event.place, Math.max(before, beat(age, event.strength))], item * 4);
      most = Math.max(most, item + 1);
    }
    return most;
  };

  const packCarried = (frame: Frame, dark: number): void => {
    carried.fill(0);
    const { eye } = frame.camera;
    const { festival, wave } = frame.curves;
    const bearers: { readonly figure: Figure; readonly far: Metres }[] = [];
    for (const all of [frame.figures, chorus(frame)]) {
      for (const figure of all) {
        const { role, index, presence, place } = figure;
        if (role !== 'dancer' || presence <= 0 || hashUnit(index, 3, 77) >= 0.45) continue;
        bearers.push({ figure, far: Math.hypot(place[0] - eye[0], place[2] - eye[2]) });
      }
    }
    bearers
      .sort((a, b) => a.far - b.far)
      .slice(0, hands)
      .forEach(({ figure, far }, i) => {
        const { place, index, presence } = figure;
        // From afar nobody sees the hand.
        const [x, y, z] =
          far < 30
            ? handOf(world, figure, hashUnit(index, 4, 77) < 0.5 ? 7 : 11, from, to)
            : [place[0], groundAt(world, place[0], place[2]) + 1.3, place[2]];
        carried.set([x, y - 0.24, z, presence], i * 4);
      });
    const lit = Math.min(1, Math.max(0, (festival - 0.25) * 4));
    const put = (slot: number, [x, y, z]: Vec3, light: number) => {
      const away = Math.hypot(x - sat[0], z - sat[2]);
      carried.set([x, y, z, away < dark && slot < hands + heap ? 0 : light], slot * 4);
    };
    const { middle, there } = roundOf(world, frame);
    for (let n = 0; n < heap; n++) {
      const turn = 2 * Math.PI * (n / (heap - 1) + 0.1 * hashUnit(n, 1, 4401));
      const r = n === 0 ? 0 : 0.3 + 0.1 * hashUnit(n, 2, 4401);
      const place: Vec3 = [
        middle[0] + r * Math.cos(turn),
        middle[1] + (n === 0 ? 0.42 : 0.17),
        middle[2] + r * Math.sin(turn),
      ];
      put(hands + n, place, lit * there);
    }
    put(hands + heap, strayAt(world, phase(frame.t, 211)), lit * Math.min(1, wave * 2));
  };

  let last: Frame | undefined;
  let crowdCount = 1;
  let course = 0;
  const revels: Revels = {
    drums,
    carried,
    drumCount: 0,
    uniforms: {
      uDrums: { value: drums, type: 'vec4<f32>', size: drumLimit },
      uDrumCount: { value: 0, type: 'i32' },
      uCarried: { value: carried, type: 'vec4<f32>', size: carriedLimit },
      uCrowds: { value: crowds, type: 'vec4<f32>', size: crowdLimit },
      uCrowdCount: { value: 1, type: 'i32' },
      uShoreRadii: { value: radii, type: 'vec4<f32>', size: shoreSamples / 4 },
      uLake: { value: new Float32Array([lake.centre[0], lake.centre[2], lake.radius, facing]), type: 'vec4<f32>' },
      uSeat: { value: seat, type: 'vec3<f32>' },
      uCourse: { value: 0, type: 'f32' },
      uWave: { value: 0, type: 'f32' },
    },
    pack(frame, into) {
      if (frame !== last) {
        last = frame;
        const here = tonight(frame);
        crowds.set(here.crowds);
        seat[2] = here.dark;
        revels.drumCount = packDrums(frame, here.drums);
        packCarried(frame, here.dark);
        crowdCount = here.crowdCount;
        course = (frame.t - here.from) / Math.max(1e-3, here.to - here.from);
      }
      into.uDrumCount = revels.drumCount;
      into.uCrowdCount = crowdCount;
      into.uCourse = course;
      into.uWave = frame.curves.wave;
    },
  };
  return revels;
}
