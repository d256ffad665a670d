import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import { gridGeometry, screenGeometry } from '../passes/screen.ts';
import { faceRidges, ridgeRims } from './ridges.ts';

/** The dome: twilight, veils of cloud lit from below, the galaxy's haze, dawn. */
export function sky(scene: Scene): Layer {
  const { galaxyPole, galaxyCentre } = scene.piece.world.stars;
  const bare = scene.quality.bare;
  const geometry = bare ? gridGeometry(14, 16) : scene.quality.lean ? gridGeometry(12, 72) : screenGeometry();
  const drawn = (before: string) =>
    matter(scene, {
      vertex: `${before}${scene.spread.sky.vertex}`,
      fragment: `${before}${scene.spread.sky.fragment}`,
      geometry,
      blend: 'opaque',
      uniforms: {
        uGalaxyPole: { value: new Float32Array(galaxyPole), type: 'vec3<f32>' },
        uGalaxyCentre: { value: new Float32Array(galaxyCentre), type: 'vec3<f32>' },
      },
    });
  const dome = drawn('');
  // A processor computes what is not seen too: the galaxy is a sky of its own.
  const starry = bare ? drawn('#define GALAXY\n') : undefined;
  const rims = ridgeRims(scene);
  rims.mirrorShare = 0;
  return {
    id: 'sky',
    where: 'sky',
    mirrored: true,
    matter: starry === undefined ? [dome, rims] : [dome, starry, rims],
    update(frame) {
      faceRidges(scene, frame, rims);
      if (starry === undefined) return true;
      starry.visible = frame.curves.stars > 0.02;
      dome.visible = !starry.visible;
      return true;
    },
    dispose() {
      dome.dispose();
      starry?.dispose();
      rims.dispose();
    },
  };
}
