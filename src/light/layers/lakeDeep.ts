import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import ghostsVertex from '../shaders/ghosts.vert?raw';
import ghostsFragment from '../shaders/glints.frag?raw';
import rootsFragment from '../shaders/roots.frag?raw';
import rootsVertex from '../shaders/roots.vert?raw';
import type { Tier } from '../tiers.ts';
import { ghostGeometry } from './lakeGhosts.ts';
import { growRoots } from './lakeRoots.ts';
import { waterSight } from './waterSight.ts';
import { surface } from './waterSurface.ts';

const detail: Readonly<Record<Tier, { readonly step: number; readonly orders: number; readonly motes: number }>> = {
  none: { step: 0.65, orders: 1, motes: 100 },
  light: { step: 0.5, orders: 2, motes: 250 },
  home: { step: 0.3, orders: 3, motes: 700 },
  gallery: { step: 0.22, orders: 3, motes: 1300 },
  cinema: { step: 0.16, orders: 3, motes: 2200 },
};

/** What is in the lake and not in the sky: tendrils of light, the seven healed, and the eighth, seated. */
export function lakeDeep(scene: Scene): Layer {
  const { world } = scene.piece;
  const { step, orders, motes } = detail[scene.tier];
  const grown = growRoots(world, step, orders);
  const moved = surface(scene);
  const roots = matter(scene, {
    vertex: rootsVertex,
    fragment: rootsFragment,
    geometry: grown.geometry,
    blend: 'add',
    uniforms: {
      ...moved.uniforms,
      uOther: { value: 0, type: 'f32' },
      uLongest: { value: grown.longest, type: 'f32' },
    },
  });
  const ghosts = matter(scene, {
    vertex: ghostsVertex,
    fragment: ghostsFragment,
    geometry: ghostGeometry(world, motes),
    blend: 'add',
    uniforms: {
      ...moved.uniforms,
      uOther: { value: 0, type: 'f32' },
      uEighth: { value: 0, type: 'f32' },
      uShare: { value: (1300 / motes) ** 0.3, type: 'f32' },
    },
  });
  const seen = waterSight(world);
  return {
    id: 'lakeDeep',
    where: 'water',
    mirrored: false,
    matter: [roots, ghosts],
    update(frame) {
      const other = frame.curves.otherSky;
      const eighth = frame.figures.find(({ role }) => role === 'eighth')?.presence ?? 0;
      if ((other <= 0.001 && eighth <= 0) || !seen(frame)) return false;
      for (const { uniforms } of [roots, ghosts]) {
        moved.write(frame, uniforms);
        uniforms.uOther = other;
      }
      ghosts.uniforms.uEighth = eighth;
      return true;
    },
    dispose() {
      roots.dispose();
      ghosts.dispose();
    },
  };
}
