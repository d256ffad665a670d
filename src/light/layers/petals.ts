import { Geometry } from 'pixi.js';
import { hashUnit } from '../bake/hash.ts';
import { aboutShore, festivityOf } from '../figures/festivity.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import moteFragment from '../shaders/figureMote.frag?raw';
import petalVertex from '../shaders/petal.vert?raw';
import type { Tier } from '../tiers.ts';

const counts: Readonly<Record<Tier, number>> = { none: 260, light: 450, home: 1000, gallery: 1500, cinema: 2600 };

function sow(scene: Scene): Geometry {
  const count = counts[scene.tier];
  const place = new Float32Array(count * 12);
  const kind = new Uint8Array(count * 12);
  for (let n = 0; n < count; n++) {
    const dice = (key: number) => hashUnit(n, key, 2713);
    const star = dice(1) < 0.3 ? 1 : 0;
    const [x, y, z] = aboutShore(scene.piece.world, n, 20, star ? -26 * dice(2) : 6 - 24 * dice(2) ** 1.6);
    for (let corner = 0; corner < 3; corner++) {
      place.set([x, y, z, dice(4)], (n * 3 + corner) * 4);
      kind.set([star, corner, 0, 0], (n * 3 + corner) * 4);
    }
  }
  return new Geometry({
    attributes: { aPlace: { buffer: place, format: 'float32x4' }, aKind: { buffer: kind, format: 'uint8x4' } },
  });
}

/** Petals of tonight's blossom that rise, and stars that come down to the dance. */
export function petals(scene: Scene): Layer {
  const { seat } = scene.piece.world.landmarks;
  const tonight = festivityOf(scene);
  const dark = new Float32Array([seat[0], seat[2], 0]);
  const all = matter(scene, {
    vertex: petalVertex,
    fragment: moteFragment,
    geometry: sow(scene),
    blend: 'add',
    uniforms: {
      uRise: { value: 0, type: 'f32' },
      uFall: { value: 0, type: 'f32' },
      uSeat: { value: dark, type: 'vec3<f32>' },
    },
  });
  return {
    id: 'petals',
    where: 'added',
    mirrored: true,
    matter: [all],
    update(frame) {
      const { wave, festival } = frame.curves;
      if (festival <= 0.01) return false;
      all.uniforms.uRise = festival * (0.15 + 0.85 * wave);
      all.uniforms.uFall = festival * (0.1 + 0.9 * wave * wave);
      dark[2] = tonight(frame).dark;
      return true;
    },
    dispose: () => all.dispose(),
  };
}
