import { Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import { bell, hashUnit } from '../bake/hash.ts';
import { crowdLimit, drumLimit } from '../figures/festivity.ts';
import { momentsOf } from '../figures/moments.ts';
import { carriedLimit, revelsOf } from '../figures/revels.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import festiveVertex from '../shaders/festive.vert?raw';
import moteFragment from '../shaders/figureMote.frag?raw';
import type { Tier } from '../tiers.ts';

interface Counts {
  readonly petals: number;
  /** Dashes of one light on the water, and of all that is too far to be told apart. */
  readonly dashes: number;
  readonly sheen: number;
  readonly pluck: number;
  readonly laugh: number;
}

const counts: Readonly<Record<Tier, Counts>> = {
  none: { petals: 150, dashes: 3, sheen: 110, pluck: 10, laugh: 36 },
  light: { petals: 400, dashes: 5, sheen: 300, pluck: 14, laugh: 80 },
  home: { petals: 900, dashes: 9, sheen: 700, pluck: 32, laugh: 240 },
  gallery: { petals: 1400, dashes: 14, sheen: 1200, pluck: 48, laugh: 420 },
  cinema: { petals: 2400, dashes: 20, sheen: 1800, pluck: 48, laugh: 600 },
};

const pluckLimit = 28;
const laughLimit = 10;

/** Kinds, as shaders/festive.vert knows them. */
const [air, smoke, petal, star, glitter, sheen, inHand, pluck, laugh] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Everything in the order of drawing: what events let fly comes last, so that as much as is alive can be drawn. */
function sow(many: Counts): { geometry: Geometry; steady: number } {
  const spots: number[] = [];
  const kinds: number[] = [];
  const put = (kind: number, which = 0, mote = 0, spot: readonly [number, number, number, number] = [0, 0, 0, 0]) => {
    for (let corner = 0; corner < 3; corner++) {
      spots.push(...spot);
      kinds.push(kind, which, mote, corner);
    }
  };
  const each = (count: number, topic: number, one: (dice: (key: number) => number, n: number) => void) => {
    for (let n = 0; n < count; n++) one((key) => hashUnit(n, key, topic), n);
  };
  each(drumLimit, 2720, (_, n) => put(air, n));
  each(carriedLimit, 2720, (_, n) => put(inHand, n));
  each(crowdLimit * 2, 2721, (dice, n) => put(smoke, n >> 1, 0, [dice(1), dice(2), dice(3), 0]));
  each(many.petals, 2722, (dice) => {
    const falls = dice(1) < 0.22;
    const home = !falls && dice(2) < 0.3;
    const across = falls ? -24 * dice(3) : 3 - 15 * dice(3) ** 1.6;
    put(falls ? star : petal, home ? 1 : 0, 0, [dice(4), bell(dice, 5), home ? bell(dice, 8) * 9 : across, dice(12)]);
  });
  each((drumLimit + carriedLimit) * many.dashes, 2723, (_, n) => put(glitter, Math.floor(n / many.dashes)));
  each(many.sheen, 2724, (dice) => put(sheen, 0, 0, [dice(1), bell(dice, 2), dice(5), dice(6)]));
  const steady = spots.length / 4;
  each(pluckLimit * many.pluck, 2720, (_, n) => put(pluck, Math.floor(n / many.pluck), n % many.pluck));
  each(laughLimit * many.laugh, 2720, (_, n) => put(laugh, Math.floor(n / many.laugh), n % many.laugh));
  const geometry = new Geometry({
    attributes: {
      aSpot: { buffer: Float32Array.from(spots), format: 'float32x4' },
      aKind: { buffer: Uint16Array.from(kinds), format: 'uint16x4' },
    },
  });
  return { geometry, steady };
}

/** Is there anything of the festival now? Its events may outlive it a little. */
export const merry = (frame: Frame): boolean =>
  frame.curves.festival > 0.004 ||
  frame.active.some(({ event: { kind } }) => kind === 'drum' || kind === 'pluck' || kind === 'laugh');

/** All light of the festival that is added to the picture, and what it throws on the moss. */
export function festive(scene: Scene): Layer {
  const many = counts[scene.tier];
  const revels = revelsOf(scene);
  const plucks = momentsOf('pluck', pluckLimit, 'Pluck');
  const laughs = momentsOf('laugh', laughLimit, 'Laugh');
  const { geometry, steady } = sow(many);
  const { blossom } = scene.piece.world.landmarks;
  const all = matter(scene, {
    vertex: festiveVertex,
    fragment: moteFragment,
    geometry,
    blend: 'add',
    vertices: steady,
    uniforms: {
      ...revels.uniforms,
      ...plucks.uniforms,
      ...laughs.uniforms,
      uPlucks: { value: 0, type: 'i32' },
      uLaughs: { value: 0, type: 'i32' },
      uRise: { value: 0, type: 'f32' },
      uFall: { value: 0, type: 'f32' },
      uEach: { value: new Float32Array([many.dashes, many.pluck]), type: 'vec2<f32>' },
      uFlower: { value: new Float32Array(blossom), type: 'vec3<f32>' },
    },
  });
  return {
    id: 'festive',
    where: 'added',
    mirrored: true,
    matter: [all],
    update(frame) {
      if (!merry(frame)) return false;
      const { festival, wave } = frame.curves;
      revels.pack(frame, all.uniforms);
      const [plucked, laughed] = [plucks.pack(frame), laughs.pack(frame)];
      all.uniforms.uPlucks = plucked;
      all.uniforms.uLaughs = laughed;
      all.uniforms.uRise = festival * (0.12 + 0.88 * wave);
      all.uniforms.uFall = festival * (0.1 + 0.9 * wave * wave);
      const flying = laughed > 0 ? pluckLimit * many.pluck + laughed * many.laugh : plucked * many.pluck;
      all.size = steady + flying * 3;
      const lit = Math.min(1, festival * 3);
      for (let i = 0; i < revels.drumCount; i++) {
        const [x = 0, y = 0, z = 0, now = 0] = revels.drums.subarray(i * 4, i * 4 + 4);
        const power = lit * (0.16 + 0.34 * now);
        scene.lamps.hang({ place: [x, y - 0.4, z], colour: [power, 0.58 * power, 0.25 * power], reach: 2.6 });
      }
      for (const { event, age } of frame.active) {
        if (event.kind !== 'laugh') continue;
        const power = 0.5 * event.strength * (1 - age / event.duration) * (0.3 + 0.7 * Math.min(1, age / 0.35));
        scene.lamps.hang({ place: event.place, colour: [power, 0.62 * power, 0.3 * power], reach: 1.6 });
      }
      return true;
    },
    dispose: () => all.dispose(),
  };
}
