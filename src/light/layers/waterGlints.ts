import { Geometry } from 'pixi.js';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import glintsFragment from '../shaders/glints.frag?raw';
import glintsVertex from '../shaders/glints.vert?raw';
import type { Tier } from '../tiers.ts';
import { fallenStars } from './fallen.ts';
import { starColour } from './starlight.ts';
import { waterSight } from './waterSight.ts';
import { surface } from './waterSurface.ts';

const most: Readonly<Record<Tier, number>> = { none: 300, light: 700, home: 2400, gallery: 5200, cinema: 8000 };
const chosenLimit = 64;
/** So many of the chosen ones burn a path into the water, each of so many sparks. */
const pathLimit = 24;
const sparks: Readonly<Record<Tier, number>> = { none: 14, light: 16, home: 20, gallery: 28, cinema: 36 };

/** The brightest stars on the water, each a sharp glint that every ripple moves; tonight's chosen ones cold or warm. */
export function waterGlints(scene: Scene): Layer {
  const { world } = scene.piece;
  const catalogue = world.stars;
  const count = Math.min(catalogue.count, most[scene.tier]);
  const each = sparks[scene.tier];
  const all = count + pathLimit * each;
  const direction = new Float32Array(all * 9);
  const light = new Float32Array(all * 12);
  for (let i = 0; i < count; i++) {
    const way = catalogue.direction.subarray(i * 3, i * 3 + 3);
    const colour = starColour(catalogue.kelvin[i] ?? 6500);
    for (let corner = 0; corner < 3; corner++) {
      direction.set(way, (i * 3 + corner) * 3);
      light.set([...colour, catalogue.magnitude[i] ?? 6], (i * 3 + corner) * 4);
    }
  }
  for (let n = 0; n < pathLimit * each; n++) {
    for (let corner = 0; corner < 3; corner++) {
      direction.set([Math.floor(n / each), n % each, each], ((count + n) * 3 + corner) * 3);
      light.set([0, 0, 0, 99], ((count + n) * 3 + corner) * 4);
    }
  }
  const choice = new Float32Array(chosenLimit * 4);
  const ways = new Float32Array(pathLimit * 4);
  const moved = surface(scene);
  const glints = matter(scene, {
    vertex: glintsVertex,
    fragment: glintsFragment,
    geometry: new Geometry({
      attributes: {
        aDirection: { buffer: direction, format: 'float32x3' },
        aLight: { buffer: light, format: 'float32x4' },
      },
    }),
    blend: 'add',
    uniforms: {
      ...moved.uniforms,
      uChoice: { value: choice, type: 'vec4<f32>', size: chosenLimit },
      uChoices: { value: 0, type: 'i32' },
      uChosenWay: { value: ways, type: 'vec4<f32>', size: pathLimit },
    },
  });
  const seen = waterSight(world, undefined, scene.shape);
  const fall = fallenStars(scene);
  return {
    id: 'waterGlints',
    where: 'water',
    mirrored: false,
    matter: [glints],
    update(frame) {
      fall(frame);
      if (frame.curves.stars <= 0.002 || !seen(frame)) return false;
      moved.write(frame, glints.uniforms);
      const shown = frame.chosen.slice(0, chosenLimit);
      shown.forEach((one, i) => {
        choice.set([one.star, one.warmth, one.chosen, 0], i * 4);
        if (i >= pathLimit) return;
        ways.set(catalogue.direction.subarray(one.star * 3, one.star * 3 + 3), i * 4);
        ways[i * 4 + 3] = Math.min(1, Math.max(0, ((catalogue.kelvin[one.star] ?? 6500) - 4000) / 6000));
      });
      glints.uniforms.uChoices = shown.length;
      return true;
    },
    dispose: () => glints.dispose(),
  };
}
