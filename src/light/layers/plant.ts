import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import plantFragment from '../shaders/plant.frag?raw';
import plantVertex from '../shaders/plant.vert?raw';
import { inSight } from '../sight.ts';
import type { Tier } from '../tiers.ts';
import { growth } from './plantGrowth.ts';
import { type PlantDetail, petalGroups, plantGeometry } from './plantMesh.ts';

const details: Readonly<Record<Tier, PlantDetail>> = {
  none: { stem: [6, 4], leaf: [4, 2], petal: [3, 2], stamens: 18 },
  light: { stem: [10, 5], leaf: [6, 2], petal: [5, 3], stamens: 26 },
  home: { stem: [20, 7], leaf: [10, 3], petal: [9, 4], stamens: 44 },
  gallery: { stem: [28, 8], leaf: [14, 4], petal: [12, 6], stamens: 60 },
  cinema: { stem: [40, 10], leaf: [18, 6], petal: [16, 8], stamens: 90 },
};

/** The grown seed on the lake: a stem, seven leaves that were memories, and the blossom, lit from inside. */
export function plant(scene: Scene): Layer {
  const { landmarks, plant: grown } = scene.piece.world;
  const { blossom } = landmarks;
  const { at, open, face, bowWay } = growth(scene.piece);
  const head = new Float32Array(3);
  const body = matter(scene, {
    vertex: plantVertex,
    fragment: plantFragment,
    geometry: plantGeometry(grown, details[scene.tier]),
    blend: 'opaque',
    uniforms: {
      uFoot: { value: new Float32Array([blossom[0], -0.05, blossom[2]]), type: 'vec3<f32>' },
      uTall: { value: grown.height, type: 'f32' },
      uGrown: { value: 0, type: 'f32' },
      uBow: { value: 0, type: 'f32' },
      uBowWay: { value: new Float32Array(bowWay), type: 'vec2<f32>' },
      uFace: { value: new Float32Array([...face, 0.5]), type: 'vec3<f32>' },
      uOpen: { value: open, type: 'vec4<f32>', size: petalGroups },
      uInner: { value: 0, type: 'f32' },
      uLeaves: { value: 0, type: 'f32' },
      uHead: { value: head, type: 'vec3<f32>' },
      uHidden: { value: 0, type: 'f32' },
    },
  });
  return {
    id: 'plant',
    where: 'opaque',
    mirrored: true,
    matter: [body],
    update(frame) {
      const { curves, palette, leaves } = frame;
      if (curves.plant <= 0.001) return false;
      const now = at(frame);
      head.set(now.head);
      body.uniforms.uGrown = curves.plant;
      body.uniforms.uBow = curves.bow;
      body.uniforms.uInner = now.inner;
      body.uniforms.uLeaves = leaves;
      const shine = 0.9 * now.inner + 0.1 * now.flare;
      const [r, g, b] = palette.blossom;
      const warm = palette.ember;
      const mixed = (a: number, c: number): number => (0.3 * a + 0.7 * c) * shine;
      scene.lamps.hang({
        place: now.head,
        colour: [mixed(r, warm[0]), mixed(g, warm[1]), mixed(b, warm[2])],
        reach: 3,
      });
      // In the water sits someone in its place; its image comes when that one has gone.
      const presence = frame.figures.find(({ role }) => role === 'eighth')?.presence ?? 0;
      body.uniforms.uHidden = presence;
      body.mirrorShare = presence >= 1 ? 0 : 1;
      return inSight(frame.camera, scene.shape.aspect, blossom, 3);
    },
    dispose: () => body.dispose(),
  };
}
