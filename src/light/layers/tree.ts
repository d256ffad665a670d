import type { Frame } from '../../score/types.ts';
import type { Metres } from '../../units.ts';
import { bakedTexture } from '../bake/texels.ts';
import type { Layer, Scene } from '../layer.ts';
import { type Matter, matter } from '../matter.ts';
import barkMossVertex from '../shaders/barkMoss.vert?raw';
import bladeFragment from '../shaders/blade.frag?raw';
import leafFragment from '../shaders/leaf.frag?raw';
import leafVertex from '../shaders/leaf.vert?raw';
import type { Tier } from '../tiers.ts';
import { barkTile } from './bark.ts';
import { barkMossGeometry } from './barkMoss.ts';
import { handlingOf } from './handsTouch.ts';
import { leafAlong, leafGeometry } from './leaves.ts';
import { chainsOf } from './treeChains.ts';
import { frontLimit, treeFronts } from './treeFronts.ts';
import { trunkShape } from './treeTrunk.ts';
import { relief, woodGeometry } from './treeWood.ts';

/** World's leaves taken, sprays around each and their size, texels of a spray and of the bark, blades on it. */
interface Grade {
  readonly leaves: number;
  readonly spray: number;
  readonly size: Metres;
  readonly cut: number;
  readonly texels: number;
  readonly tufts: number;
  /** Wood is left out where it is thinner than this share of its distance. */
  readonly fine: number;
}

const grades: Readonly<Record<Tier, Grade>> = {
  none: { leaves: 2600, spray: 1, size: 1.12, cut: 64, texels: 224, tufts: 0, fine: 0.0011 },
  light: { leaves: 9000, spray: 1, size: 0.78, cut: 96, texels: 320, tufts: 0, fine: 0.0006 },
  home: { leaves: 14000, spray: 2, size: 0.58, cut: 128, texels: 448, tufts: 9000, fine: 0.0003 },
  gallery: { leaves: 14000, spray: 4, size: 0.43, cut: 192, texels: 640, tufts: 22000, fine: 0.0002 },
  cinema: { leaves: 14000, spray: 8, size: 0.34, cut: 256, texels: 768, tufts: 40000, fine: 0.0002 },
};

/** The one tree, as matter: wood with light in its grain, and leaves. */
export async function tree(scene: Scene): Promise<Layer> {
  const { world } = scene.piece;
  const grade = grades[scene.tier];
  const seed = scene.piece.seed & 0xffff;
  const baking = barkTile(scene.baker, seed, grade.texels, !scene.quality.bare);
  const aside = 2;
  const side = grade.cut * aside;
  const sprays = bakedTexture(scene.baker.bake('sprays', { seed, texels: grade.cut, aside }), {
    label: 'sprays',
    format: 'rgba8unorm',
    width: side,
    height: side,
    levels: 'nearest',
  });
  const chains = chainsOf(world.tree);
  const [trunk] = chains;
  if (trunk === undefined) throw new Error('the tree has no trunk');
  const shape = trunkShape(world, trunk);
  const foot = world.landmarks.treeFoot[1];
  const fronts = treeFronts(world.tree);
  const shared = {
    uFronts: { value: 0, type: 'i32' },
    uFrontPlace: { value: fronts.place, type: 'vec4<f32>', size: frontLimit },
    uFrontRun: { value: fronts.run, type: 'vec4<f32>', size: frontLimit },
    uSap: { value: 0, type: 'f32' },
  } as const;
  const palm = new Float32Array([...shape.skin(shape.bark.height + 0.05, shape.bark.angle).at, 0]);
  const tile = await baking;
  const built = woodGeometry(chains, shape, tile, foot, scene.tier);
  const wood = matter(scene, {
    ...scene.spread.bark,
    geometry: built.geometry,
    blend: 'opaque',
    textures: { uBark: tile.texture, ...(tile.far === undefined ? {} : { uBarkFar: tile.far }) },
    uniforms: {
      ...shared,
      uHollow: { value: new Float32Array(shape.hollow), type: 'vec3<f32>' },
      uPalm: { value: palm, type: 'vec4<f32>' },
      ...(scene.quality.bare ? { uBarkMean: { value: new Float32Array(tile.mean), type: 'vec2<f32>' } as const } : {}),
    },
  });
  const count = Math.min(grade.leaves, world.tree.leaves);
  const foliage = leafGeometry(world.tree, leafAlong(world.tree, count), count, grade.spray, grade.size);
  const leaves = matter(scene, {
    vertex: leafVertex,
    fragment: leafFragment,
    geometry: foliage.geometry,
    blend: 'opaque',
    vertices: foliage.triangles * 3,
    textures: { uSprays: sprays },
    uniforms: {
      ...shared,
      uWhispers: { value: 0, type: 'f32' },
      uLarger: { value: 1, type: 'f32' },
    },
  });
  const tufts = matter(scene, {
    vertex: barkMossVertex,
    fragment: bladeFragment,
    geometry: barkMossGeometry({ shape, barkAt: built.barkAt, relief }, Math.max(1, grade.tufts), 0.013),
    blend: 'opaque',
    vertices: grade.tufts * 3,
    uniforms: shared,
  });
  const all: readonly Matter[] = [wood, leaves, tufts];
  tufts.mirrorShare = 0;
  // Far trees stand in water, and a fair part of their leaves is their shape.
  if (scene.quality.bare) leaves.mirrorShare = 0.5;
  const handling = handlingOf(scene.piece);
  /** Farther than this a fair part of the leaves stands for all. */
  const whole: Metres = scene.quality.lean ? 26 : 85;
  const [fx, fy, fz] = world.landmarks.treeFoot;
  /** The pool of its light on the moss about the foot. */
  const hangLamp = ({ curves, palette, active }: Frame, hands: number) => {
    let surge = 0;
    for (const { event, age } of active) {
      if (event.kind !== 'touch' && event.kind !== 'return') continue;
      surge = Math.max(surge, event.strength * Math.min(1, age / 0.8) * (1 - age / event.duration));
    }
    const power =
      (0.95 * curves.treeGlow + 0.45 * curves.sap + 0.5 * surge + 0.15 * hands + 0.6 * curves.festival) *
      (0.9 + 0.2 * curves.breath);
    const [r, g, b] = palette.ember;
    scene.lamps.hang({ place: [fx, fy + 0.7, fz], colour: [1.2 * r * power, g * power, b * power], reach: 5 });
  };
  return {
    id: 'tree',
    where: 'opaque',
    mirrored: true,
    matter: all,
    update(frame) {
      fronts.pack(frame);
      const hands = handling(frame);
      palm[3] = hands.presence * (0.45 * hands.reach + 0.5 * hands.contact + 0.9 * hands.home + 0.35 * hands.warmth);
      hangLamp(frame, palm[3]);
      for (const one of all) {
        one.uniforms.uFronts = fronts.count;
        one.uniforms.uSap = frame.curves.sap;
      }
      leaves.uniforms.uWhispers = frame.curves.whispers;
      const [x, y, z] = frame.camera.eye;
      const [cx, cy, cz] = world.tree.crownCentre;
      const far = Math.hypot(x - cx, y - cy, z - cz);
      const share = Math.min(1, Math.max(0.2, whole / Math.max(far, 1)));
      const shown = Math.round(foliage.triangles * share);
      const toBark = Math.hypot(x - world.landmarks.bark[0], z - world.landmarks.bark[2]);
      if (scene.quality.bare) {
        // A processor draws no far side of the wood, unless the eye is within it.
        const { at, out } = shape.skin(y - fy, Math.atan2(z - fz, x - fx));
        wood.state.culling = (x - at[0]) * out[0] + (z - at[2]) * out[2] > 0.25;
      }
      // Branches less than a third of a pixel thick are left to their leaves.
      wood.size = built.down(grade.fine * far);
      // Nor does a small mirror show more.
      if (scene.quality.bare) wood.mirrorShare = built.down((grade.fine * far) / scene.quality.mirrorScale) / wood.size;
      tufts.visible = grade.tufts > 0 && toBark < 24;
      leaves.size = shown * 3;
      // A little less than would keep its cover: far crowns let more of the sky through.
      leaves.uniforms.uLarger = (foliage.triangles / shown) ** 0.42;
      return true;
    },
    dispose() {
      for (const one of all) one.dispose();
      tile.texture.destroy();
      tile.far?.destroy();
      sprays.destroy();
    },
  };
}
