import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import deepFragment from '../shaders/deep.frag?raw';
import deepVertex from '../shaders/deep.vert?raw';
import { inSight } from '../sight.ts';
import type { Tier } from '../tiers.ts';
import { heldPoses, heldSize, sowGhosts } from './lakeGhosts.ts';
import { sowRoots } from './lakeRoots.ts';
import { kinds, sown } from './lakeSown.ts';
import { growth } from './plantGrowth.ts';
import { waterSight } from './waterSight.ts';
import { surface } from './waterSurface.ts';

interface Detail {
  /** Metres between two points of a root, and side shoots of each. */
  readonly step: number;
  readonly shoots: number;
  /** Motes that rise, dashes of light on the water. */
  readonly risen: number;
  readonly dashes: number;
}

const detail: Readonly<Record<Tier, Detail>> = {
  none: { step: 0.32, shoots: 0, risen: 20, dashes: 20 },
  light: { step: 0.2, shoots: 1, risen: 60, dashes: 40 },
  home: { step: 0.12, shoots: 3, risen: 160, dashes: 70 },
  gallery: { step: 0.08, shoots: 5, risen: 240, dashes: 90 },
  cinema: { step: 0.05, shoots: 6, risen: 360, dashes: 130 },
};

/** Glows about the blossom: the air, the middle, mist over the water; on the water its light, broad and narrow. */
const glows = 5;

/**
 * What the blossom gives to air and water, and what is in the lake and not in the sky: roots of light and the seven healed.
 * The eighth, seated, is with the other figures, see beings.ts.
 */
export function lakeDeep(scene: Scene): Layer {
  const { world } = scene.piece;
  const { step, shoots, risen, dashes } = detail[scene.tier];
  const all = sown();
  for (let mote = -glows; mote < risen; mote++) all.disc([0, 0, 0, kinds.glow], mote);
  for (let dash = 0; dash < dashes; dash++) all.disc([0, 0, 0, kinds.dash], dash);
  const ends = [all.size];
  const { longest, reached } = sowRoots(world, step, shoots, all);
  ends.push(all.size);
  sowGhosts(reached, all);
  ends.push(all.size);
  const { at, bowWay } = growth(scene.piece);
  const moved = surface(scene);
  const head = new Float32Array(3);
  const geometry = all.geometry();
  const held = heldPoses(world);
  const part = (before: string, start: number, end: number) => {
    const light = matter(scene, {
      vertex: `${before}${deepVertex}`,
      fragment: `${before}${deepFragment}`,
      geometry,
      blend: 'add',
      vertices: end - start,
      uniforms: {
        ...moved.uniforms,
        uOther: { value: 0, type: 'f32' },
        uLongest: { value: longest, type: 'f32' },
        // How many fewer there are of motes that rise, and of dashes, than at a gallery.
        uFewer: { value: new Float32Array([240 / risen, 90 / dashes]), type: 'vec2<f32>' },
        uHeld: { value: held, type: 'vec4<f32>', size: heldSize },
        uFoot: { value: new Float32Array(world.landmarks.blossom), type: 'vec3<f32>' },
        uHead: { value: head, type: 'vec3<f32>' },
        uInner: { value: 0, type: 'f32' },
        uFlare: { value: 0, type: 'f32' },
        uBlown: { value: 0, type: 'f32' },
        uBowWay: { value: new Float32Array(bowWay), type: 'vec2<f32>' },
      },
    });
    light.start = start;
    return light;
  };
  const [above = 0, , whole = 0] = ends;
  // What is over the water, roots, the seven: for a processor each is a text of its own.
  const parts = scene.quality.bare
    ? ends.map((end, i) => part(`#define PART ${1 << i}\n`, ends[i - 1] ?? 0, end))
    : [part('', 0, whole)];
  const seen = waterSight(world, undefined, scene.shape);
  return {
    id: 'lakeDeep',
    where: 'water',
    mirrored: false,
    matter: parts,
    update(frame) {
      const { otherSky, plant, bow } = frame.curves;
      const presence = frame.figures.find(({ role }) => role === 'eighth')?.presence ?? 0;
      const deep = otherSky > 0.001 || presence > 0;
      if ((!deep && plant <= 0.3) || !seen(frame)) return false;
      if (!deep && !inSight(frame.camera, scene.shape.aspect, world.landmarks.blossom, 4)) return false;
      const now = at(frame);
      head.set(now.head);
      parts.forEach((light, i) => {
        light.visible = deep || i === 0;
        if (parts.length === 1) light.size = deep ? whole : above;
        moved.write(frame, light.uniforms);
        light.uniforms.uOther = otherSky;
        light.uniforms.uInner = plant <= 0.3 ? 0 : now.inner;
        light.uniforms.uFlare = plant <= 0.3 ? 0 : now.flare;
        light.uniforms.uBlown = bow;
      });
      return true;
    },
    dispose() {
      for (const light of parts) light.dispose();
    },
  };
}
