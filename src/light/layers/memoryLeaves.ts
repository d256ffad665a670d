import { Geometry } from 'pixi.js';
import type { Metres, Vec3 } from '../../units.ts';
import type { World } from '../../world/types.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import leafFragment from '../shaders/seedleaf.frag?raw';
import leafVertex from '../shaders/seedleaf.vert?raw';
import { restOf } from './innerRest.ts';
import { orbLight } from './orb.ts';
import { beatOf } from './orbBeat.ts';
import { frontAt, grownIn, innerAxes } from './tendrilsGrowth.ts';

export const leafLength: Metres = 0.19;

/** Where a healed memory hangs as a leaf. */
export interface Hanging {
  readonly foot: Vec3;
  /** Path from the heart to there. */
  readonly far: Metres;
  /** Unit: out from the body, and towards the eye. */
  readonly way: Vec3;
  readonly face: Vec3;
}

const unit = (v: readonly number[]): Vec3 => {
  const [x = 0, y = 0, z = 0] = v;
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
};

/** Seven places on tendrils that have grown when their leaf comes, well apart, seen from the eye's side. */
export function hangings(world: World): readonly Hanging[] {
  const threads = grownIn(world);
  const { heart } = world.landmarks;
  const { toEye, right } = innerAxes(world);
  const place = (node: number): Vec3 => [
    threads.position[node * 3] ?? 0,
    threads.position[node * 3 + 1] ?? 0,
    threads.position[node * 3 + 2] ?? 0,
  ];
  const taken: Vec3[] = [];
  return Array.from({ length: 7 }, (_, i) => {
    const grown = frontAt(0.13 + 0.125 * i) - 0.03;
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let node = 1; node < threads.nodes; node++) {
      const birth = threads.birth[node] ?? 0;
      if (threads.body[node] === 0 || birth > grown || birth < grown - 0.4) continue;
      const at = place(node);
      const out = [at[0] - heart[0], at[1] - heart[1], at[2] - heart[2]] as const;
      const across = Math.abs(out[0] * right[0] + out[2] * right[2]);
      const nearer = out[0] * toEye[0] + out[2] * toEye[2];
      const apart = Math.min(0.8, ...taken.map((b) => Math.hypot(at[0] - b[0], at[1] - b[1], at[2] - b[2])));
      // Not below the picture's edge, not before the orb.
      const low = Math.max(0, -out[1] - 0.75);
      const high = Math.max(0, out[1] - 0.75);
      const value = 1.5 * apart + 0.7 * Math.min(across, 0.8) + 0.5 * nearer - 2 * low - 2 * high;
      const clear = Math.hypot(across, out[1]) > 0.24 ? 0 : -3;
      if (value + clear > most) {
        most = value + clear;
        best = node;
      }
    }
    const foot = place(best);
    taken.push(foot);
    const out = unit([foot[0] - heart[0], foot[1] - heart[1] + 0.25, foot[2] - heart[2]]);
    const lean = (i % 2 === 0 ? 1 : -1) * 0.35;
    const way = unit([0, 1, 2].map((axis) => (out[axis] ?? 0) + lean * (right[axis] ?? 0) + 0.25 * (toEye[axis] ?? 0)));
    const face = unit([0, 1, 2].map((axis) => (toEye[axis] ?? 0) + 0.5 * lean * (right[axis] ?? 0)));
    return { foot, far: threads.along[best] ?? 0, way, face };
  });
}

/** Triangles of seven leaves, leaf after leaf, so that the first ones can be drawn alone. */
function leavesGeometry(across: number, along: number) {
  const out: number[] = [];
  for (let leaf = 0; leaf < 7; leaf++) {
    for (let j = 0; j < along; j++) {
      for (let i = 0; i < across; i++) {
        const corner = (u: number, v: number) => [((i + u) / across) * 2 - 1, (j + v) / along, leaf];
        out.push(...corner(0, 0), ...corner(1, 0), ...corner(0, 1), ...corner(0, 1), ...corner(1, 0), ...corner(1, 1));
      }
    }
  }
  return {
    perLeaf: across * along * 6,
    geometry: new Geometry({ attributes: { aLeaf: { buffer: new Float32Array(out), format: 'float32x3' } } }),
  };
}

/** The memories that have become leaves: they stay. */
export function memoryLeaves(scene: Scene): Layer {
  const { piece, quality } = scene;
  const places = hangings(piece.world);
  const { geometry, perLeaf } = quality.lean ? leavesGeometry(4, 8) : leavesGeometry(12, 24);
  const four = (of: (one: Hanging) => readonly number[]) => Float32Array.from(places.flatMap(of));
  const leaves = matter(scene, {
    vertex: leafVertex,
    fragment: leafFragment,
    geometry,
    blend: 'over',
    flat: true,
    vertices: perLeaf * places.length,
    uniforms: {
      uHeart: { value: new Float32Array(piece.world.landmarks.heart), type: 'vec3<f32>' },
      uOrb: { value: 0, type: 'f32' },
      uOrbLight: { value: 0, type: 'f32' },
      uRest: { value: 1, type: 'f32' },
      uLeafFeet: { value: four((one) => [...one.foot, one.far]), type: 'vec4<f32>', size: 7 },
      uLeafWays: { value: four((one) => [...one.way, leafLength]), type: 'vec4<f32>', size: 7 },
      uLeafFaces: { value: four((one) => [...one.face, 0]), type: 'vec4<f32>', size: 7 },
    },
  });
  return {
    id: 'memoryLeaves',
    where: 'inner',
    mirrored: false,
    matter: [leaves],
    update(frame) {
      leaves.size = perLeaf * Math.min(places.length, frame.leaves);
      leaves.uniforms.uOrbLight = orbLight(frame, beatOf(piece, frame));
      leaves.uniforms.uRest = restOf(frame);
      return frame.leaves > 0;
    },
    dispose: () => leaves.dispose(),
  };
}
