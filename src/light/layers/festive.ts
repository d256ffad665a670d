import { Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import { bell, hashUnit } from '../bake/hash.ts';
import { crowdLimit } from '../figures/festivity.ts';
import { momentsOf } from '../figures/moments.ts';
import { hands, revelsOf } from '../figures/revels.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import festiveFragment from '../shaders/festive.frag?raw';
import festiveVertex from '../shaders/festive.vert?raw';
import type { Tier } from '../tiers.ts';
import { type Each, type Put, type Spot, sowLanterns, sweepOf, trailOf } from './lanterns.ts';

interface Counts {
  /** Glows in the air over each crowd, and about the tree. */
  readonly airs: number;
  readonly petals: number;
  readonly pluck: number;
  readonly laugh: number;
}

const counts: Readonly<Record<Tier, Counts>> = {
  none: { airs: 1, petals: 30, pluck: 8, laugh: 24 },
  light: { airs: 2, petals: 80, pluck: 14, laugh: 80 },
  home: { airs: 3, petals: 150, pluck: 32, laugh: 240 },
  gallery: { airs: 3, petals: 200, pluck: 48, laugh: 420 },
  cinema: { airs: 3, petals: 280, pluck: 48, laugh: 600 },
};

const pluckLimit = 28;
const laughLimit = 10;

/** Kinds, as shaders/festive.vert knows them; paper has those before. */
const [smoke, petal, star, pluck, laugh] = [8, 9, 10, 11, 12];

/** Which kinds are drawn together, a bit each: a processor gets a text for each few, as it goes through all of a text. */
const together = { rich: [8191], bare: [21 + 32, 2, 64, 1792, 6144] } as const;
const flies = (1 << pluck) + (1 << laugh);

/** What of everything is of these kinds, in the order of drawing: what events let fly comes last, so that as much as is alive can be drawn. */
function sow(tier: Tier, which: number): { geometry: Geometry; mirrored: number; steady: number } {
  const many = counts[tier];
  const spots: number[] = [];
  const kinds: number[] = [];
  const put: Put = (kind, number, of, spot) => {
    if (((which >> kind) & 1) === 0) return;
    for (let corner = 0; corner < 3; corner++) {
      spots.push(...spot);
      kinds.push(kind, number, of, corner);
    }
  };
  const each: Each = (count, topic, one) => {
    for (let n = 0; n < count; n++) one((key) => hashUnit(n, key, topic), n);
  };
  const { airs } = many;
  each((crowdLimit + 2) * airs, 2721, (dice, n) =>
    put(smoke, Math.floor(n / airs), n, [dice(1), dice(2), dice(3), 3 / airs]),
  );
  const later: Parameters<Put>[] = [];
  sowLanterns(tier, put, (...one) => later.push(one), each);
  const mirrored = spots.length / 4;
  for (const one of later) put(...one);
  each(many.petals, 2722, (dice, n) => {
    const falls = dice(1) < 0.035;
    const home = !falls && dice(2) < 0.4;
    const across = falls ? -24 * dice(3) : 3 - 15 * dice(3) ** 1.6;
    put(falls ? star : petal, home ? 1 : 0, n, [dice(4), bell(dice, 5), home ? bell(dice, 8) * 9 : across, dice(12)]);
  });
  const steady = spots.length / 4;
  const still: Spot = [0, 0, 0, 0];
  each(pluckLimit * many.pluck, 2720, (_, n) => put(pluck, Math.floor(n / many.pluck), n % many.pluck, still));
  each(laughLimit * many.laugh, 2720, (_, n) => put(laugh, Math.floor(n / many.laugh), n % many.laugh, still));
  const geometry = new Geometry({
    attributes: {
      aSpot: { buffer: Float32Array.from(spots), format: 'float32x4' },
      aKind: { buffer: Uint16Array.from(kinds), format: 'uint16x4' },
    },
  });
  return { geometry, mirrored, steady };
}

/** Is there anything of the festival now? Its events may outlive it a little. */
const merry = (frame: Frame): boolean =>
  frame.curves.festival > 0.004 ||
  frame.active.some(({ event: { kind } }) => kind === 'drum' || kind === 'pluck' || kind === 'laugh');

/** All light of the festival, paper and air and what flies, in one call; and what it throws on the moss. */
export function festive(scene: Scene): Layer {
  const many = counts[scene.tier];
  const revels = revelsOf(scene);
  const plucks = momentsOf('pluck', pluckLimit, 'Pluck');
  const laughs = momentsOf('laugh', laughLimit, 'Laugh');
  const sweep = sweepOf(scene);
  const swept = new Float32Array(12);
  const trail = trailOf(scene);
  const { blossom } = scene.piece.world.landmarks;
  const parts = together[scene.quality.bare ? 'bare' : 'rich'].map((which) => {
    const { geometry, mirrored, steady } = sow(scene.tier, which);
    const some = matter(scene, {
      vertex: `#define KINDS ${which}\n${festiveVertex}`,
      fragment: festiveFragment,
      geometry,
      blend: 'over',
      vertices: steady,
      uniforms: {
        ...revels.uniforms,
        ...plucks.uniforms,
        ...laughs.uniforms,
        uPlucks: { value: 0, type: 'i32' },
        uLaughs: { value: 0, type: 'i32' },
        uRise: { value: 0, type: 'f32' },
        uFall: { value: 0, type: 'f32' },
        uEach: { value: many.pluck, type: 'i32' },
        uSweep: { value: swept, type: 'vec4<f32>', size: 3 },
        uTrail: { value: trail, type: 'vec4<f32>', size: trail.length / 4 },
        uFlower: { value: new Float32Array(blossom), type: 'vec3<f32>' },
      },
    });
    return { some, mirrored, steady, flying: (which & flies) === flies };
  });
  return {
    id: 'festive',
    where: 'added',
    mirrored: true,
    matter: parts.map(({ some }) => some),
    update(frame) {
      if (!merry(frame)) return false;
      const { festival, wave } = frame.curves;
      for (const { some } of parts) revels.pack(frame, some.uniforms);
      sweep(frame, swept);
      const [plucked, laughed] = [plucks.pack(frame), laughs.pack(frame)];
      const alive = laughed > 0 ? pluckLimit * many.pluck + laughed * many.laugh : plucked * many.pluck;
      for (const { some, mirrored, steady, flying } of parts) {
        some.uniforms.uPlucks = plucked;
        some.uniforms.uLaughs = laughed;
        some.uniforms.uRise = festival * (0.12 + 0.88 * wave);
        some.uniforms.uFall = festival * (0.1 + 0.9 * wave * wave);
        some.size = steady + (flying ? alive * 3 : 0);
        some.visible = some.size > 0;
        // Without a GPU water shows paper and no petals.
        if (scene.quality.lean && some.visible) some.mirrorShare = mirrored / some.size;
      }
      const lit = Math.min(1, festival * 3);
      for (let i = 0; i < revels.drumCount; i++) {
        const [x = 0, y = 0, z = 0, now = 0] = revels.drums.subarray(i * 4, i * 4 + 4);
        const power = lit * (0.3 + 0.36 * now);
        scene.lamps.hang({ place: [x, y - 0.4, z], colour: [power, 0.58 * power, 0.25 * power], reach: 3 });
      }
      const [x = 0, y = 0, z = 0, there = 0] = revels.carried.subarray(hands * 4, hands * 4 + 4);
      const heap = 0.55 * there * (0.85 + 0.3 * wave);
      if (there > 0) scene.lamps.hang({ place: [x, y + 0.4, z], colour: [heap, 0.6 * heap, 0.26 * heap], reach: 3.4 });
      // What rises lights all shores.
      const course = Number(parts[0]?.some.uniforms.uCourse);
      const aloft = 0.5 * festival * wave * wave * Math.min(1, Math.max(0, 7 * (course - 0.37)));
      if (aloft > 0.01) {
        const place = [0, 1, 2].map(
          (i) => 0.4 * (swept[i] ?? 0) + 0.42 * (swept[4 + i] ?? 0) + 0.18 * (swept[8 + i] ?? 0),
        );
        const [x = 0, y = 0, z = 0] = place;
        scene.lamps.hang({ place: [x, y, z], colour: [aloft, 0.55 * aloft, 0.22 * aloft], reach: 32 });
      }
      for (const { event, age } of frame.active) {
        if (event.kind !== 'laugh') continue;
        const power = 0.5 * event.strength * (1 - age / event.duration) * (0.3 + 0.7 * Math.min(1, age / 0.35));
        scene.lamps.hang({ place: event.place, colour: [power, 0.62 * power, 0.3 * power], reach: 1.6 });
      }
      return true;
    },
    dispose() {
      for (const { some } of parts) some.dispose();
    },
  };
}
