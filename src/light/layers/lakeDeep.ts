import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import deepFragment from '../shaders/deep.frag?raw';
import deepVertex from '../shaders/deep.vert?raw';
import { inSight } from '../sight.ts';
import type { Tier } from '../tiers.ts';
import { sowEighth, sowGhosts } from './lakeGhosts.ts';
import { sowRoots } from './lakeRoots.ts';
import { kinds, sown } from './lakeSown.ts';
import { growth } from './plantGrowth.ts';
import { waterSight } from './waterSight.ts';
import { surface } from './waterSurface.ts';

interface Detail {
  readonly step: number;
  readonly orders: number;
  /** Motes of each of the seven, of the eighth, soft lights within it, motes that rise, dashes of light on the water. */
  readonly motes: number;
  readonly eighth: number;
  readonly bodies: number;
  readonly risen: number;
  readonly dashes: number;
}

const detail: Readonly<Record<Tier, Detail>> = {
  none: { step: 0.6, orders: 1, motes: 40, eighth: 420, bodies: 40, risen: 24, dashes: 30 },
  light: { step: 0.45, orders: 2, motes: 160, eighth: 1200, bodies: 60, risen: 80, dashes: 60 },
  home: { step: 0.22, orders: 3, motes: 600, eighth: 4000, bodies: 90, risen: 220, dashes: 120 },
  gallery: { step: 0.14, orders: 3, motes: 1000, eighth: 7000, bodies: 110, risen: 360, dashes: 180 },
  cinema: { step: 0.1, orders: 3, motes: 1800, eighth: 14000, bodies: 130, risen: 600, dashes: 260 },
};

/** Glows about the blossom: the air, the middle, mist over the water; on the water its light, broad and narrow. */
const glows = 5;

/**
 * What the blossom gives to air and water, and what is in the lake and not in the sky: roots of light, the seven healed,
 * and the eighth, seated.
 */
export function lakeDeep(scene: Scene): Layer {
  const { world } = scene.piece;
  const { step, orders, motes, eighth, bodies, risen, dashes } = detail[scene.tier];
  const all = sown();
  for (let mote = -glows; mote < risen; mote++) all.disc([0, 0, 0, kinds.glow], mote);
  for (let dash = 0; dash < dashes; dash++) all.disc([0, 0, 0, kinds.dash], dash);
  const above = all.size;
  sowEighth(world, bodies, eighth, all);
  sowGhosts(world, motes, all);
  const longest = sowRoots(world, step, orders, all);
  const { at, bowWay } = growth(scene.piece);
  const moved = surface(scene);
  const head = new Float32Array(3);
  const light = matter(scene, {
    vertex: deepVertex,
    fragment: deepFragment,
    geometry: all.geometry(),
    blend: 'add',
    vertices: all.size,
    uniforms: {
      ...moved.uniforms,
      uOther: { value: 0, type: 'f32' },
      uEighth: { value: 0, type: 'f32' },
      uLongest: { value: longest, type: 'f32' },
      // How many fewer there are of motes that rise, of the eighth's, of dashes, of its soft lights than at a gallery.
      uFewer: { value: new Float32Array([360 / risen, 7000 / eighth, 180 / dashes, 110 / bodies]), type: 'vec4<f32>' },
      uFoot: { value: new Float32Array(world.landmarks.blossom), type: 'vec3<f32>' },
      uHead: { value: head, type: 'vec3<f32>' },
      uInner: { value: 0, type: 'f32' },
      uFlare: { value: 0, type: 'f32' },
      uBlown: { value: 0, type: 'f32' },
      uBowWay: { value: new Float32Array(bowWay), type: 'vec2<f32>' },
    },
  });
  const seen = waterSight(world);
  return {
    id: 'lakeDeep',
    where: 'water',
    mirrored: false,
    matter: [light],
    update(frame) {
      const { otherSky, plant, bow } = frame.curves;
      const presence = frame.figures.find(({ role }) => role === 'eighth')?.presence ?? 0;
      const deep = otherSky > 0.001 || presence > 0;
      if ((!deep && plant <= 0.3) || !seen(frame)) return false;
      if (!deep && !inSight(frame.camera, scene.shape.aspect, world.landmarks.blossom, 4)) return false;
      const now = at(frame);
      head.set(now.head);
      light.size = deep ? all.size : above;
      moved.write(frame, light.uniforms);
      light.uniforms.uOther = otherSky;
      light.uniforms.uEighth = presence;
      light.uniforms.uInner = plant <= 0.3 ? 0 : now.inner;
      light.uniforms.uFlare = plant <= 0.3 ? 0 : now.flare;
      light.uniforms.uBlown = bow;
      return true;
    },
    dispose: () => light.dispose(),
  };
}
