import { Geometry } from 'pixi.js';
import type { Vec3 } from '../../units.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import handsVertex from '../shaders/hands.vert?raw';
import handsFragment from '../shaders/handsBark.frag?raw';
import type { Tier } from '../tiers.ts';
import { sowHand } from './handsShape.ts';
import { handlingOf } from './handsTouch.ts';
import { chainsOf } from './treeChains.ts';
import { trunkShape } from './treeTrunk.ts';

const motes: Readonly<Record<Tier, number>> = { none: 1300, light: 1400, home: 4000, gallery: 8000, cinema: 12000 };

/** The walker's hands at the bark, and nothing more of the walker: two hands of motes, dark before its light. */
export function hands(scene: Scene): Layer {
  const { world } = scene.piece;
  const count = motes[scene.tier];
  const flesh = sowHand(count);
  const places = new Float32Array(count * 2 * 3 * 4);
  const own = new Float32Array(count * 2 * 3 * 3);
  for (let n = 0; n < count * 2; n++) {
    // Left and right in turn: any prefix is a pair of hands.
    const mote = n >> 1;
    for (let corner = 0; corner < 3; corner++) {
      places.set(flesh.subarray(mote * 4, mote * 4 + 4), (n * 3 + corner) * 4);
      own.set([n & 1 ? 1 : -1, mote, corner], (n * 3 + corner) * 3);
    }
  }
  const [trunk] = chainsOf(world.tree);
  if (trunk === undefined) throw new Error('the tree has no trunk');
  const shape = trunkShape(world, trunk);
  const { angle, height } = shape.bark;
  const centre = (turn: number, rise: number): Vec3 => {
    const { at, out } = shape.skin(height + rise, angle + turn);
    return [at[0] + out[0] * 0.03, at[1], at[2] + out[2] * 0.03];
  };
  const out = shape.skin(height, angle).out;
  const handling = handlingOf(scene.piece);
  const swarm = matter(scene, {
    vertex: handsVertex,
    fragment: handsFragment,
    geometry: new Geometry({
      attributes: {
        aPlace: { buffer: places, format: 'float32x4' },
        aOwn: { buffer: own, format: 'float32x3' },
      },
    }),
    blend: 'over',
    vertices: count * 6,
    uniforms: {
      // Seen by one who faces the bark, the right hand lies where the angle is smaller.
      uLeftHand: { value: new Float32Array(centre(0.14, 0.05)), type: 'vec3<f32>' },
      uRightHand: { value: new Float32Array(centre(-0.13, -0.04)), type: 'vec3<f32>' },
      uOut: { value: new Float32Array(out), type: 'vec3<f32>' },
      uPresence: { value: 0, type: 'f32' },
      uReach: { value: 0, type: 'f32' },
      uGiven: { value: 0, type: 'f32' },
      uContact: { value: 0, type: 'f32' },
      uHome: { value: 0, type: 'f32' },
      uShare: { value: Math.min(2.3, Math.sqrt(8000 / count)), type: 'f32' },
    },
  });
  return {
    id: 'hands',
    where: 'added',
    mirrored: false,
    matter: [swarm],
    update(frame) {
      const now = handling(frame);
      swarm.uniforms.uPresence = now.presence;
      swarm.uniforms.uReach = now.reach;
      swarm.uniforms.uGiven = now.warmth;
      swarm.uniforms.uContact = now.contact;
      swarm.uniforms.uHome = now.home;
      return now.presence > 0;
    },
    dispose: () => swarm.dispose(),
  };
}
