import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import { gridGeometry, screenGeometry } from '../passes/screen.ts';
import skyFragment from '../shaders/sky.frag?raw';
import skyVertex from '../shaders/sky.vert?raw';
import { ridgeRims } from './ridges.ts';

/** The dome: twilight, veils of cloud lit from below, the galaxy's haze, dawn. */
export function sky(scene: Scene): Layer {
  const { galaxyPole, galaxyCentre } = scene.piece.world.stars;
  const dome = matter(scene, {
    vertex: skyVertex,
    fragment: skyFragment,
    geometry: scene.quality.lean ? gridGeometry(12, 72) : screenGeometry(),
    blend: 'opaque',
    uniforms: {
      uGalaxyPole: { value: new Float32Array(galaxyPole), type: 'vec3<f32>' },
      uGalaxyCentre: { value: new Float32Array(galaxyCentre), type: 'vec3<f32>' },
    },
  });
  const rims = ridgeRims(scene);
  return {
    id: 'sky',
    where: 'sky',
    mirrored: true,
    matter: [dome, rims],
    update: () => true,
    dispose() {
      dome.dispose();
      rims.dispose();
    },
  };
}
