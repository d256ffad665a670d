import type { Frame, MemoryFrame } from '../../score/types.ts';
import type { Metres } from '../../units.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import { gridGeometry } from '../passes/screen.ts';
import { phase } from '../phase.ts';
import memoryFragment from '../shaders/memory.frag?raw';
import memoryVertex from '../shaders/memory.vert?raw';
import { innerFrame } from './innerFrame.ts';
import type { Body } from './memoryBodies.ts';
import { hangings, leafLength } from './memoryLeaves.ts';
import { pictureOf } from './memoryScenes.ts';
import { halfScreen, hung } from './memoryScreen.ts';
import { shapeLimit } from './memorySketch.ts';
import { orbLight } from './orb.ts';
import { beatOf } from './orbBeat.ts';

const flesh = 0.2;

/** A film's figure wears something: limbs are fuller than the bare body's, and the head a little. */
const clothed = ({ ra, rb }: { readonly ra: Metres; readonly rb: Metres }, i: number): readonly [Metres, Metres] =>
  i === 2 ? [ra, rb + 0.018] : i < 5 ? [ra + 0.012, rb + 0.012] : [ra + 0.02, rb + 0.016];

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

/** What the projector throws: one self twice, grey and hard; at the third showing the hand opens, and it folds to a leaf. */
export function memory(scene: Scene): Layer {
  const { piece, quality } = scene;
  const { world } = piece;
  const atlas = world.figures;
  const bones = new Float32Array(38 * 4);
  const bounds = new Float32Array(8);
  const window = new Float32Array(4);
  const shapes = new Float32Array(shapeLimit * 12);
  const counts = new Float32Array(3);
  const scratch = new Float32Array(4);
  const vectors = { middle: new Float32Array(3), across: new Float32Array(3), facing: new Float32Array(3) };
  const leaf = { foot: new Float32Array(4), way: new Float32Array(3), face: new Float32Array(3) };
  const hand = new Float32Array(2);
  const weave = new Float32Array(2);
  const screen = matter(scene, {
    vertex: memoryVertex,
    fragment: memoryFragment,
    geometry: quality.lean ? gridGeometry(12, 10) : gridGeometry(40, 30),
    blend: 'over',
    flat: true,
    uniforms: {
      uHeart: { value: new Float32Array(world.landmarks.heart), type: 'vec3<f32>' },
      uOrb: { value: 0, type: 'f32' },
      uOrbLight: { value: 0, type: 'f32' },
      uMiddle: { value: vectors.middle, type: 'vec3<f32>' },
      uAcross: { value: vectors.across, type: 'vec3<f32>' },
      uFacing: { value: vectors.facing, type: 'vec3<f32>' },
      uHalf: { value: new Float32Array(halfScreen), type: 'vec2<f32>' },
      uFold: { value: 0, type: 'f32' },
      uLeafFoot: { value: leaf.foot, type: 'vec4<f32>' },
      uLeafWay: { value: leaf.way, type: 'vec3<f32>' },
      uLeafFace: { value: leaf.face, type: 'vec3<f32>' },
      uLeafLength: { value: leafLength, type: 'f32' },
      uBone: { value: bones, type: 'vec4<f32>', size: 38 },
      uFlesh: {
        value: Float32Array.from(atlas.bones.flatMap(clothed)),
        type: 'vec2<f32>',
        size: 19,
      },
      uBounds: { value: bounds, type: 'vec4<f32>', size: 2 },
      uWindow: { value: window, type: 'vec4<f32>' },
      uBulk: { value: 1, type: 'f32' },
      uShape: { value: shapes, type: 'vec4<f32>', size: shapeLimit * 3 },
      uShapes: { value: counts, type: 'vec3<f32>' },
      uHand: { value: hand, type: 'vec2<f32>' },
      uHealed: { value: 0, type: 'f32' },
      uAir: { value: 0.5, type: 'f32' },
      uLamp: { value: 1, type: 'f32' },
      uWeave: { value: weave, type: 'vec2<f32>' },
      uGrainStep: { value: 0, type: 'f32' },
      uScratch: { value: scratch, type: 'vec4<f32>' },
    },
  });
  const setBody = (body: Body, which: number) => {
    atlas.bones.forEach(({ a, b }, i) => {
      bones.set([...body.spot(a), ...body.spot(b)], (which * 19 + i) * 4);
    });
    const xs = body.joints.filter((_, i) => i % 2 === 0);
    const ys = body.joints.filter((_, i) => i % 2 === 1);
    const box = [Math.min(...xs) - flesh, Math.min(...ys) - flesh, Math.max(...xs) + flesh, Math.max(...ys) + flesh];
    bounds.set(box, (1 - which) * 4);
  };
  const show = (frame: Frame, now: MemoryFrame) => {
    const picture = pictureOf(atlas, now);
    setBody(picture.judge, 0);
    setBody(picture.judged, 1);
    counts.set(picture.sketch.pack(shapes));
    window.set(picture.window);
    hand.set(picture.hand);
    weave.set(now.weave);
    scratches(frame, scratch);
    const { middle, across, facing } = hung(frame, now);
    vectors.middle.set(middle);
    vectors.across.set(across);
    vectors.facing.set(facing);
    const place = hangings(innerFrame(world, frame))[now.index % 7];
    if (place !== undefined) {
      leaf.foot.set([...place.foot, place.far]);
      leaf.way.set(place.way);
      leaf.face.set(place.face);
    }
    const u = screen.uniforms;
    u.uBulk = picture.bulk;
    u.uAir = picture.air;
    u.uHealed = now.healed;
    u.uFold = now.fold;
    u.uLamp = now.lamp * Math.max(frame.curves.beam, now.fold > 0.02 ? 1 : 0);
    u.uGrainStep = Math.floor(phase(frame.local, 64) * 64 * 12);
    u.uOrbLight = orbLight(frame, beatOf(piece, frame));
  };
  return {
    id: 'memory',
    where: 'inner',
    mirrored: false,
    matter: [screen],
    update(frame) {
      if (frame.memory === null) return false;
      show(frame, frame.memory);
      return true;
    },
    dispose: () => screen.dispose(),
  };
}
