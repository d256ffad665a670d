import { Geometry } from 'pixi.js';
import type { Frame, MemoryFrame } from '../../score/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import { gridGeometry } from '../passes/screen.ts';
import { phase } from '../phase.ts';
import memoryFragment from '../shaders/memory.frag?raw';
import memoryVertex from '../shaders/memory.vert?raw';
import puppetFragment from '../shaders/puppet.frag?raw';
import puppetVertex from '../shaders/puppet.vert?raw';
import { innerFrame } from './innerFrame.ts';
import { hangings } from './memoryLeaves.ts';
import { pictureOf } from './memoryScenes.ts';
import { halfScreen, hung } from './memoryScreen.ts';
import { shapeLimit } from './memorySketch.ts';
import { orbLight } from './orb.ts';
import { beatOf } from './orbBeat.ts';

/** Where and how strong two scratches are: each stays a second and a half in one place and fades in and out there. */
function scratches(frame: Frame, out: Float32Array): void {
  for (const lane of [0, 1]) {
    const life = phase(frame.local + lane * 0.8, 1.6);
    const which = Math.floor((frame.local + lane * 0.8) / 1.6);
    const there = hashUnit(which, lane, 61) < 0.55 ? 1 : 0;
    const tone = hashUnit(which, lane, 62) < 0.5 ? 0.12 : -0.09;
    out.set([(hashUnit(which, lane, 63) - 0.5) * 2.8, tone * there * Math.sin(Math.PI * life)], lane * 2);
  }
}

/** Strips of triangles, one a shape: shape, along, side. */
function strips(pieces: number): Geometry {
  const out: number[] = [];
  for (let shape = 0; shape < shapeLimit; shape++) {
    for (let n = 0; n < pieces; n++) {
      const [from, to] = [n / pieces, (n + 1) / pieces];
      out.push(shape, from, -1, shape, from, 1, shape, to, -1, shape, to, -1, shape, from, 1, shape, to, 1);
    }
  }
  return new Geometry({ attributes: { aStrip: { buffer: new Float32Array(out), format: 'float32x3' } } });
}

/** What the projector throws: one self twice, in grey; at the third showing the hand opens, and it folds to a leaf. */
export function memory(scene: Scene): Layer {
  const { piece, quality } = scene;
  const { world } = piece;
  const atlas = world.figures;
  const window = new Float32Array(4);
  const shapes = new Float32Array(shapeLimit * 12);
  const scratch = new Float32Array(4);
  const vectors = { middle: new Float32Array(3), across: new Float32Array(3), facing: new Float32Array(3) };
  const leaf = { foot: new Float32Array(4), way: new Float32Array(3), face: new Float32Array(3) };
  const hand = new Float32Array(2);
  const weave = new Float32Array(2);
  const both = () => ({
    uHeart: { value: new Float32Array(world.landmarks.heart), type: 'vec3<f32>' as const },
    uOrb: { value: 0, type: 'f32' as const },
    uOrbLight: { value: 0, type: 'f32' as const },
    uMiddle: { value: vectors.middle, type: 'vec3<f32>' as const },
    uAcross: { value: vectors.across, type: 'vec3<f32>' as const },
    uFacing: { value: vectors.facing, type: 'vec3<f32>' as const },
    uHalf: { value: new Float32Array(halfScreen), type: 'vec2<f32>' as const },
    uFold: { value: 0, type: 'f32' as const },
    uLeafFoot: { value: leaf.foot, type: 'vec4<f32>' as const },
    uLeafWay: { value: leaf.way, type: 'vec3<f32>' as const },
    uLeafFace: { value: leaf.face, type: 'vec3<f32>' as const },
    uLeafLength: { value: 0.2, type: 'f32' as const },
    uHand: { value: hand, type: 'vec2<f32>' as const },
    uHealed: { value: 0, type: 'f32' as const },
    uLamp: { value: 1, type: 'f32' as const },
    uWeave: { value: weave, type: 'vec2<f32>' as const },
    uGrainStep: { value: 0, type: 'f32' as const },
    uScratch: { value: scratch, type: 'vec4<f32>' as const },
  });
  const veil = matter(scene, {
    vertex: memoryVertex,
    fragment: memoryFragment,
    geometry: quality.lean ? gridGeometry(16, 8) : gridGeometry(56, 30),
    blend: 'over',
    flat: true,
    uniforms: { ...both(), uAir: { value: 0.5, type: 'f32' } },
  });
  const pieces = quality.lean ? 10 : 28;
  const puppets = matter(scene, {
    vertex: puppetVertex,
    fragment: puppetFragment,
    geometry: strips(pieces),
    blend: 'over',
    flat: true,
    vertices: shapeLimit * pieces * 6,
    uniforms: {
      ...both(),
      uShape: { value: shapes, type: 'vec4<f32>', size: shapeLimit * 3 },
      uWindow: { value: window, type: 'vec4<f32>' },
    },
  });
  const show = (frame: Frame, now: MemoryFrame) => {
    const picture = pictureOf(atlas, now);
    puppets.size = picture.sketch.pack(shapes) * pieces * 6;
    window.set(picture.window);
    hand.set(picture.hand);
    weave.set(now.weave);
    scratches(frame, scratch);
    const stands = innerFrame(world, frame);
    const { middle, across, facing } = hung(innerFrame(world, frame, 0), frame, now);
    vectors.middle.set(middle);
    vectors.across.set(across);
    vectors.facing.set(facing);
    const place = hangings(stands)[now.index % 7];
    if (place !== undefined) {
      leaf.foot.set([...place.foot, place.far]);
      leaf.way.set(place.way);
      leaf.face.set(place.face);
    }
    veil.uniforms.uAir = picture.air;
    for (const { uniforms } of [veil, puppets]) {
      uniforms.uHealed = now.healed;
      uniforms.uLeafLength = place?.long ?? 0.2;
      uniforms.uFold = now.fold;
      uniforms.uLamp = now.lamp * Math.max(frame.curves.beam, now.fold > 0.02 ? 1 : 0);
      uniforms.uGrainStep = Math.floor(phase(frame.local, 64) * 64 * 12);
      uniforms.uOrbLight = orbLight(frame, beatOf(piece, frame));
    }
    puppets.visible = now.fold < 0.35;
  };
  return {
    id: 'memory',
    where: 'inner',
    mirrored: false,
    matter: [veil, puppets],
    update(frame) {
      if (frame.memory === null) return false;
      show(frame, frame.memory);
      return true;
    },
    dispose() {
      veil.dispose();
      puppets.dispose();
    },
  };
}
