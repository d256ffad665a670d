import { Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import type { Layer, Scene } from '../layer.ts';
import { type Matter, matter } from '../matter.ts';
import glintFragment from '../shaders/glint.frag?raw';
import glintVertex from '../shaders/glint.vert?raw';
import haloFragment from '../shaders/treeHalo.frag?raw';
import haloVertex from '../shaders/treeHalo.vert?raw';
import { leafAlong } from './leaves.ts';
import { frontLimit, treeFronts } from './treeFronts.ts';

/** At most so many whispers shine at once; the youngest are kept. */
const glintLimit = 48;

/** Corners of `count` triangles, as (index, corner). */
function corners(count: number): Geometry {
  const data = new Float32Array(count * 6);
  for (let vertex = 0; vertex < count * 3; vertex++) data.set([Math.floor(vertex / 3), vertex % 3], vertex * 2);
  return new Geometry({ attributes: { aCorner: { buffer: data, format: 'float32x2' } } });
}

/** Brightness of a whisper's leaf: there from its first frame, decaying in about a second. */
function glintAt(age: number): number {
  return (0.45 + 0.55 * Math.min(1, age / 0.07)) * Math.exp(-age / 0.55);
}

/** Writes the whispers that shine in this frame, youngest first: xyz and brightness, and their warmths. */
function packGlints(frame: Frame, place: Float32Array, warmth: Float32Array): number {
  let count = 0;
  for (let i = frame.active.length - 1; i >= 0 && count < glintLimit; i--) {
    const active = frame.active[i];
    if (active === undefined || active.event.kind !== 'whisper') continue;
    const light = glintAt(active.age) * (0.4 + 0.6 * active.event.strength);
    if (light < 0.004) continue;
    place.set([...active.event.place, light], count * 4);
    warmth.set([active.event.warmth, active.event.item, 0, 0], count * 4);
    count++;
  }
  return count;
}

/** What the tree sends into the air: a halo in the haze, the whispers' glints, one point that stays warm all night. */
export function treeLight(scene: Scene): Layer {
  const { world } = scene.piece;
  const { tree } = world;
  const along = leafAlong(tree, tree.whispers);
  const fronts = treeFronts(tree);
  const shared = {
    uFronts: { value: 0, type: 'i32' },
    uFrontPlace: { value: fronts.place, type: 'vec4<f32>', size: frontLimit },
    uFrontRun: { value: fronts.run, type: 'vec4<f32>', size: frontLimit },
    uSap: { value: 0, type: 'f32' },
  } as const;
  const halo = matter(scene, {
    vertex: haloVertex,
    fragment: haloFragment,
    geometry: corners(2),
    blend: 'add',
    vertices: 6,
    uniforms: { ...shared, uFarPoint: { value: 0, type: 'f32' } },
  });

  // The first slots are events' own; then the swarm of whispering leaves; the last is last night's blossom.
  const swarm = Math.min(tree.whispers, scene.quality.lean ? 260 : 1000);
  const total = glintLimit + swarm + 1;
  const leaf = new Float32Array(total * 3 * 4);
  const own = new Float32Array(total * 3 * 3);
  // Among the whispers the one that hangs lowest on the side the walker comes from.
  const { bark, treeFoot } = world.landmarks;
  const way = [bark[0] - treeFoot[0], bark[2] - treeFoot[2]] as const;
  let keepsake = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < tree.whispers; i++) {
    const on = (axis: 0 | 1 | 2) => tree.leafPosition[i * 3 + axis] ?? 0;
    const [x, y, z] = [on(0), on(1), on(2)];
    const rank = (x * way[0] + z * way[1]) * 0.6 - Math.abs(y - tree.crownCentre[1] * 0.8);
    if (rank <= best) continue;
    best = rank;
    keepsake = i;
  }
  for (let i = 0; i < total; i++) {
    const kind = i < glintLimit ? 0 : i === total - 1 ? 2 : 1;
    const from = kind === 2 ? keepsake : Math.max(0, i - glintLimit);
    for (let corner = 0; corner < 3; corner++) {
      const at = i * 3 + corner;
      leaf.set([...tree.leafPosition.subarray(from * 3, from * 3 + 3), along[from] ?? 0], at * 4);
      own.set([kind, kind === 0 ? i : from, corner], at * 3);
    }
  }
  const place = new Float32Array(glintLimit * 4);
  const warmth = new Float32Array(glintLimit * 4);
  const glints = matter(scene, {
    vertex: glintVertex,
    fragment: glintFragment,
    geometry: new Geometry({
      attributes: {
        aLeaf: { buffer: leaf, format: 'float32x4' },
        aOwn: { buffer: own, format: 'float32x3' },
      },
    }),
    blend: 'add',
    vertices: total * 3,
    uniforms: {
      ...shared,
      uGlint: { value: place, type: 'vec4<f32>', size: glintLimit },
      uGlintWarmth: { value: warmth, type: 'vec4<f32>', size: glintLimit },
      uGlints: { value: 0, type: 'i32' },
      uWhispers: { value: 0, type: 'f32' },
      uVoiced: { value: 0, type: 'f32' },
      uShare: { value: Math.min(3, 1000 / swarm), type: 'f32' },
    },
  });
  const all: readonly Matter[] = [halo, glints];
  // Water is never so still that single leaves' light is told apart in it.
  glints.mirrorShare = 0;
  if (scene.quality.bare) halo.mirrorShare = 0;
  return {
    id: 'treeLight',
    where: 'added',
    mirrored: true,
    matter: all,
    update(frame) {
      fronts.pack(frame);
      for (const one of all) {
        one.uniforms.uFronts = fronts.count;
        one.uniforms.uSap = frame.curves.sap;
      }
      const [x, , z] = frame.camera.eye;
      // In Need the tree is at first no more than one far light.
      halo.uniforms.uFarPoint = frame.weights.need * frame.curves.treeGlow;
      halo.visible = Math.hypot(x - treeFoot[0], z - treeFoot[2]) > 1;
      glints.uniforms.uGlints = packGlints(frame, place, warmth);
      glints.uniforms.uWhispers = frame.curves.whispers;
      glints.uniforms.uVoiced = frame.curves.voiced;
      return true;
    },
    dispose() {
      for (const one of all) one.dispose();
    },
  };
}
