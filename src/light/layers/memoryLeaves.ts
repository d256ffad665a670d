import { Geometry } from 'pixi.js';
import type { Metres, Vec3 } from '../../units.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import leafFragment from '../shaders/seedleaf.frag?raw';
import leafVertex from '../shaders/seedleaf.vert?raw';
import { type InnerFrame, innerFrame, placedIn, turnedIn } from './innerFrame.ts';
import { restOf } from './innerRest.ts';
import { orbLight } from './orb.ts';
import { beatOf } from './orbBeat.ts';
import { leafFeet } from './tendrilsBody.ts';

const leafLength: Metres = 0.25;

/** Where a healed memory hangs as a leaf. */
export interface Hanging {
  readonly foot: Vec3;
  /** Path from the heart to there. */
  readonly far: Metres;
  /** Unit: the way its stem points, and the way it faces. */
  readonly way: Vec3;
  readonly face: Vec3;
  readonly long: Metres;
}

/** Radians by which each is turned about its stem, from the eye. */
const turns = [0.5, -1.0, 0.7, 1.2, -0.4, 0.9, -0.6];

const unitOf = ([x, y, z]: Vec3): Vec3 => {
  const long = Math.hypot(x, y, z);
  return [x / long, y / long, z / long];
};

/** Where the seven leaves are now: they hang on the body, which turns with its beholder. */
export function hangings(stands: InnerFrame): readonly Hanging[] {
  return leafFeet.map(([foot, way, size], i) => ({
    foot: placedIn(stands, foot),
    far: Math.hypot(...foot),
    way: turnedIn(stands, unitOf(way)),
    // Some show their face, some almost their edge.
    face: turnedIn(stands, [Math.sin(turns[i] ?? 0), 0.25, Math.cos(turns[i] ?? 0)]),
    long: leafLength * size,
  }));
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
  const { geometry, perLeaf } = quality.lean ? leavesGeometry(4, 8) : leavesGeometry(12, 24);
  const [footing, ways, faces] = [new Float32Array(28), new Float32Array(28), new Float32Array(28)];
  const leaves = matter(scene, {
    vertex: leafVertex,
    fragment: leafFragment,
    geometry,
    blend: 'over',
    flat: true,
    vertices: perLeaf * leafFeet.length,
    uniforms: {
      uHeart: { value: new Float32Array(piece.world.landmarks.heart), type: 'vec3<f32>' },
      uOrb: { value: 0, type: 'f32' },
      uOrbLight: { value: 0, type: 'f32' },
      uRest: { value: 1, type: 'f32' },
      uLeafFeet: { value: footing, type: 'vec4<f32>', size: 7 },
      uLeafWays: { value: ways, type: 'vec4<f32>', size: 7 },
      uLeafFaces: { value: faces, type: 'vec4<f32>', size: 7 },
    },
  });
  return {
    id: 'memoryLeaves',
    where: 'inner',
    mirrored: false,
    matter: [leaves],
    update(frame) {
      hangings(innerFrame(piece.world, frame)).forEach(({ foot, far, way, face, long }, i) => {
        footing.set([...foot, far], i * 4);
        ways.set([...way, long], i * 4);
        faces.set(face, i * 4);
      });
      leaves.size = perLeaf * Math.min(leafFeet.length, frame.leaves);
      leaves.uniforms.uOrbLight = orbLight(frame, beatOf(piece, frame));
      leaves.uniforms.uRest = restOf(frame);
      return frame.leaves > 0;
    },
    dispose: () => leaves.dispose(),
  };
}
