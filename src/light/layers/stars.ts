import { Geometry } from 'pixi.js';
import type { Unit } from '../../units.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import starsFragment from '../shaders/stars.frag?raw';
import starsVertex from '../shaders/stars.vert?raw';
import { constellationLines } from './constellation.ts';
import { starColour } from './starlight.ts';

const chosenLimit = 64;

/** Ten thousand stars, one triangle each, without a GPU one point, brightest first; tonight's chosen ones cold or warm. */
export function stars(scene: Scene): Layer {
  const catalogue = scene.piece.world.stars;
  const count = Math.min(catalogue.count, scene.quality.stars);
  const each = scene.quality.bare ? 1 : 3;
  const direction = new Float32Array(count * each * 3);
  const light = new Float32Array(count * each * 4);
  for (let i = 0; i < count; i++) {
    const way = catalogue.direction.subarray(i * 3, i * 3 + 3);
    const magnitude = catalogue.magnitude[i] ?? 6;
    const [r, g, b] = starColour(catalogue.kelvin[i] ?? 6500);
    for (let corner = 0; corner < each; corner++) {
      direction.set(way, (i * each + corner) * 3);
      light.set([r, g, b, magnitude], (i * each + corner) * 4);
    }
  }
  /** How many are bright enough, as stars.vert has it. */
  const visible = (stars: Unit): number => {
    const limit = -2.2 + 10 * stars ** 0.8;
    let [from, to] = [0, count];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((catalogue.magnitude[middle] ?? 9) < limit) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const choice = new Float32Array(chosenLimit * 4);
  const points = matter(scene, {
    vertex: starsVertex,
    fragment: starsFragment,
    geometry: new Geometry({
      attributes: {
        aDirection: { buffer: direction, format: 'float32x3' },
        aLight: { buffer: light, format: 'float32x4' },
      },
      topology: each === 1 ? 'point-list' : 'triangle-list',
    }),
    blend: 'add',
    vertices: count * each,
    uniforms: {
      uChoice: { value: choice, type: 'vec4<f32>', size: chosenLimit },
      uChoices: { value: 0, type: 'i32' },
    },
  });
  const lines = constellationLines(scene);
  lines.matter.mirrorShare = 0;
  // The brightest come first, and only they are seen in a small mirror.
  if (scene.quality.bare) points.mirrorShare = 0.3;
  return {
    id: 'stars',
    where: 'sky',
    mirrored: true,
    matter: [points, lines.matter],
    update(frame) {
      if (frame.curves.stars <= 0.002) return false;
      const shown = frame.movement === 'waking' ? [] : frame.chosen.slice(0, chosenLimit);
      shown.forEach((one, i) => {
        choice.set([one.star, one.warmth, one.chosen, 0], i * 4);
      });
      points.uniforms.uChoices = shown.length;
      points.size = Math.max(1, visible(frame.curves.stars)) * each;
      lines.update(frame);
      return true;
    },
    dispose() {
      points.dispose();
      lines.matter.dispose();
    },
  };
}
