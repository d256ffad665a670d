import { Geometry } from 'pixi.js';
import type { Frame, Piece } from '../../score/types.ts';
import type { Seconds, Vec3 } from '../../units.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import handsFragment from '../shaders/hands.frag?raw';
import handsVertex from '../shaders/hands.vert?raw';
import type { Tier } from '../tiers.ts';
import { sowHand } from './handsShape.ts';
import { chainsOf } from './treeChains.ts';
import { trunkShape } from './treeTrunk.ts';

const motes: Readonly<Record<Tier, number>> = { none: 640, light: 1000, home: 1800, gallery: 2600, cinema: 4200 };

const smooth = (from: number, to: number, x: number) => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** When, in a night, the walker's own hands meet the bark; the last answer is kept, as it holds for a whole night. */
function touchTimes(piece: Piece) {
  let kept: { readonly night: number; readonly at: Seconds; readonly from: Seconds; readonly to: Seconds } | undefined;
  return (night: number) => {
    if (kept?.night === night) return kept;
    const span = piece.movements(night).find(({ id }) => id === 'tree');
    if (span === undefined) return undefined;
    const own = piece.events(span.from, span.to).find(({ kind }) => kind === 'touch');
    kept = { night, at: own?.at ?? Number.POSITIVE_INFINITY, from: span.from, to: span.to };
    return kept;
  };
}

/** How far the hands are there, how near to the bark, how warm; and how the light of touch and return stands in them. */
function handling(frame: Frame, times: ReturnType<ReturnType<typeof touchTimes>>) {
  // In shares of the movement, as its length is the preset's.
  const since = times === undefined ? Number.NEGATIVE_INFINITY : (frame.t - times.at) / (times.to - times.from);
  const presence = smooth(-0.11, -0.02, since) * (1 - smooth(0.145, 0.195, since));
  let contact = 0;
  let home = 0;
  for (const { event, age } of frame.active) {
    const fade = 1 - smooth(0.5, 1, age / event.duration);
    if (event.kind === 'touch') contact = Math.max(contact, event.strength * (0.2 + 0.8 * smooth(0, 0.5, age)) * fade);
    if (event.kind === 'return') home = Math.max(home, event.strength * (0.3 + 0.7 * smooth(0, 3.2, age)) * fade);
  }
  return {
    presence,
    reach: smooth(-0.09, -0.002, since),
    warmth: smooth(0.034, 0.07, since),
    contact,
    home,
  };
}

/** The walker's hands at the bark, and nothing more of the walker: two hands of motes. */
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
  const centre = (turn: number): Vec3 => {
    const { at, out } = shape.skin(height - 0.015, angle + turn);
    return [at[0] + out[0] * 0.03, at[1], at[2] + out[2] * 0.03];
  };
  const out = shape.skin(height, angle).out;
  const times = touchTimes(scene.piece);
  const swarm = matter(scene, {
    vertex: handsVertex,
    fragment: handsFragment,
    geometry: new Geometry({
      attributes: {
        aPlace: { buffer: places, format: 'float32x4' },
        aOwn: { buffer: own, format: 'float32x3' },
      },
    }),
    blend: 'add',
    vertices: count * 6,
    uniforms: {
      // Seen by one who faces the bark, the right hand lies where the angle is smaller.
      uLeftHand: { value: new Float32Array(centre(0.15)), type: 'vec3<f32>' },
      uRightHand: { value: new Float32Array(centre(-0.15)), type: 'vec3<f32>' },
      uOut: { value: new Float32Array(out), type: 'vec3<f32>' },
      uPresence: { value: 0, type: 'f32' },
      uReach: { value: 0, type: 'f32' },
      uGiven: { value: 0, type: 'f32' },
      uContact: { value: 0, type: 'f32' },
      uHome: { value: 0, type: 'f32' },
      uShare: { value: Math.sqrt(2600 / count), type: 'f32' },
    },
  });
  return {
    id: 'hands',
    where: 'added',
    mirrored: false,
    matter: [swarm],
    update(frame) {
      const now = handling(frame, times(frame.night));
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
