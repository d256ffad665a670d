import { Geometry } from 'pixi.js';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import haloFragment from '../shaders/halo.frag?raw';
import haloVertex from '../shaders/halo.vert?raw';
import type { Tier } from '../tiers.ts';
import { growth } from './plantGrowth.ts';

const motes: Readonly<Record<Tier, number>> = { none: 36, light: 110, home: 260, gallery: 420, cinema: 700 };

/** What the blossom gives to the air around it: a glow, and motes that rise from its middle. */
export function blossom(scene: Scene): Layer {
  const count = motes[scene.tier];
  const own = new Float32Array((count + 2) * 6);
  for (let mote = -2; mote < count; mote++) {
    for (let corner = 0; corner < 3; corner++) own.set([mote, corner], ((mote + 2) * 3 + corner) * 2);
  }
  const { at, bowWay } = growth(scene.piece);
  const head = new Float32Array(3);
  const halo = matter(scene, {
    vertex: haloVertex,
    fragment: haloFragment,
    geometry: new Geometry({ attributes: { aMote: { buffer: own, format: 'float32x2' } } }),
    blend: 'add',
    uniforms: {
      uHead: { value: head, type: 'vec3<f32>' },
      uInner: { value: 0, type: 'f32' },
      uFlare: { value: 0, type: 'f32' },
      uBlown: { value: 0, type: 'f32' },
      uBowWay: { value: new Float32Array(bowWay), type: 'vec2<f32>' },
      uShare: { value: (420 / count) ** 0.35, type: 'f32' },
    },
  });
  return {
    id: 'blossom',
    where: 'added',
    mirrored: true,
    matter: [halo],
    update(frame) {
      if (frame.curves.plant <= 0.3) return false;
      const now = at(frame);
      head.set(now.head);
      halo.uniforms.uInner = now.inner;
      halo.uniforms.uFlare = now.flare;
      halo.uniforms.uBlown = frame.curves.bow;
      return now.inner > 0;
    },
    dispose: () => halo.dispose(),
  };
}
