import { Geometry } from 'pixi.js';
import type { Event } from '../../score/types.ts';
import type { Seconds } from '../../units.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import handsVertex from '../shaders/dipHands.vert?raw';
import handsFragment from '../shaders/hands.frag?raw';
import type { Tier } from '../tiers.ts';
import { sowHand } from './handsShape.ts';

const motes: Readonly<Record<Tier, number>> = { none: 260, light: 500, home: 1100, gallery: 1700, cinema: 2600 };
const drops = 26;

/** The hands are on their way so long before they touch the water, and stay so long after. */
const before: Seconds = 2;
const after: Seconds = 3.6;

/** What touches the water: the walker's hands of motes, a falling drop, and the drops that leap up from either. */
export function waterDips(scene: Scene): Layer {
  const { piece } = scene;
  const count = motes[scene.tier];
  const flesh = sowHand(count);
  const total = drops + count * 2;
  const places = new Float32Array(total * 12);
  const own = new Float32Array(total * 9);
  for (let n = 0; n < total; n++) {
    const mote = n < drops ? n : (n - drops) >> 1;
    const hand = n < drops ? 0 : (n - drops) & 1 ? 1 : -1;
    for (let corner = 0; corner < 3; corner++) {
      if (hand !== 0) places.set(flesh.subarray(mote * 4, mote * 4 + 4), (n * 3 + corner) * 4);
      own.set([hand, mote, corner], (n * 3 + corner) * 3);
    }
  }
  const at = new Float32Array(4);
  const ahead = new Float32Array(2);
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
    uniforms: {
      uAt: { value: at, type: 'vec4<f32>' },
      uAge: { value: 0, type: 'f32' },
      uStrength: { value: 0, type: 'f32' },
      uAhead: { value: ahead, type: 'vec2<f32>' },
      uShare: { value: (1700 / count) ** 0.4, type: 'f32' },
    },
  });
  return {
    id: 'waterDips',
    where: 'added',
    mirrored: true,
    matter: [swarm],
    update(frame) {
      const near = ({ at: when }: Event) => Math.abs(frame.t - when);
      const touched = frame.active
        .filter(({ event, age }) => event.kind === 'dip' && event.touched === true && age < after)
        .map(({ event }) => event);
      const scored = piece.events(frame.t - after, frame.t + before).filter(({ kind }) => kind === 'dip');
      const [event] = [...scored, ...touched].sort((a, b) => near(a) - near(b));
      if (event === undefined) return false;
      // A visitor's touch is the visitor's hand; and at the lake a drop falls by itself.
      const byHand = event.touched !== true && event.movement !== 'lake';
      at.set([...event.place, byHand ? 1 : 0]);
      const { eye } = frame.camera;
      const [x, z] = [event.place[0] - eye[0], event.place[2] - eye[2]];
      const far = Math.hypot(x, z) || 1;
      ahead.set([x / far, z / far]);
      swarm.uniforms.uAge = frame.t - event.at;
      swarm.uniforms.uStrength = event.strength;
      return true;
    },
    dispose: () => swarm.dispose(),
  };
}
