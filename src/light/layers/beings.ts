import { Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import { posesOf } from '../figures/atlas.ts';
import { cast, figureTable, levelAt, levels, type Seen, tableSize, whole } from '../figures/cast.ts';
import { chorusOf } from '../figures/chorus.ts';
import { hueOf } from '../figures/hues.ts';
import { mixedPoses } from '../figures/mixed.ts';
import { poolMesh } from '../figures/pool.ts';
import { woven } from '../figures/woven.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import poolFragment from '../shaders/pool.frag?raw';
import poolVertex from '../shaders/pool.vert?raw';
import threadFragment from '../shaders/woven.frag?raw';
import threadVertex from '../shaders/woven.vert?raw';
import type { Tier } from '../tiers.ts';

interface Grade {
  /** Pieces of threads of the nearest figure, and of all together: those near, those beyond. A multiple of 64. */
  readonly most: number;
  readonly near: number;
  readonly beyond: number;
  /** Share of the threads, and metres between two points of one. */
  readonly share: number;
  readonly step: number;
  /** Corners and rings of a pool of light, and how many figures have one. */
  readonly sides: number;
  readonly rings: readonly number[];
  readonly pools: number;
}

const [coarse, fine] = [
  [0, 0.45, 1],
  [0, 0.28, 0.6, 1],
];
const grades: Readonly<Record<Tier, Grade>> = {
  none: { most: 384, near: 1000, beyond: 260, share: 0.24, step: 0.15, sides: 7, rings: coarse, pools: 7 },
  light: { most: 1024, near: 4000, beyond: 1500, share: 0.45, step: 0.09, sides: 8, rings: coarse, pools: 10 },
  home: { most: 3584, near: 16000, beyond: 4000, share: 0.8, step: 0.054, sides: 14, rings: fine, pools: 16 },
  gallery: { most: 6656, near: 40000, beyond: 9000, share: 1, step: 0.036, sides: 18, rings: fine, pools: 20 },
  cinema: { most: 9728, near: 60000, beyond: 16000, share: 1.1, step: 0.0265, sides: 24, rings: fine, pools: 24 },
};

/** No more pieces than there are: all go back as if they were farther away, the nearest last. */
function within(seen: readonly Seen[], most: number, limit: number): readonly Seen[] {
  let given = seen;
  for (let farther = 1.2; farther < 300; farther *= 1.2) {
    if (given.reduce((sum, { level }) => sum + (most >> level), 0) <= limit) return given;
    given = seen.map((one, i) => (i === 0 ? one : { ...one, level: levelAt(farther * one.distance) }));
  }
  return given.slice(0, Math.floor(limit / most) + 1);
}

/** Figures of light: bodies implied by threads about a warm heart, and the light that lies about their feet. */
export function beings(scene: Scene): Layer {
  posesOf(scene);
  const chorus = chorusOf(scene);
  const grade = grades[scene.tier];
  const { most } = grade;
  const body = woven(most, grade.share, grade.step, levels);
  scene.textures.set('uThreads', body.threads);
  scene.textures.set('uOrder', body.order);
  const parts = [grade.near, grade.beyond].map((limit, which) => {
    const table = figureTable(scene);
    const mixed = scene.quality.bare ? mixedPoses(scene, table) : undefined;
    const one = matter(scene, {
      vertex: threadVertex,
      fragment: threadFragment,
      geometry: new Geometry({
        attributes: { aCorner: { buffer: new Uint8Array(limit * 6 * 4), format: 'uint8x4' } },
      }),
      blend: 'over',
      vertices: limit * 6,
      uniforms: {
        ...table.uniforms,
        uCrowd: { value: 1, type: 'i32' },
        uReach: { value: whole, type: 'f32' },
        uMost: { value: most, type: 'f32' },
      },
      ...(mixed === undefined ? {} : { textures: { uMixed: mixed.texture } }),
    });
    // As woven.vert counts them.
    one.mirrorShare = 0.5;
    const update = (frame: Frame, seen: readonly Seen[]) => {
      const here = within(seen.slice(which * tableSize, (which + 1) * tableSize), most, limit);
      // The far ones first: who is nearer hides them.
      const pieces = table.pack(frame, here.toReversed(), most);
      one.uniforms.uCrowd = Math.max(1, here.length);
      one.visible = here.length > 0;
      one.size = Math.max(1, pieces) * 6;
    };
    return { one, update, mixed };
  });
  const cloth = poolMesh(grade.pools, grade.sides, grade.rings);
  const poolTable = figureTable(scene);
  const pools = matter(scene, {
    vertex: poolVertex,
    fragment: poolFragment,
    geometry: new Geometry({ attributes: { aPool: { buffer: cloth, format: 'uint8x4' } } }),
    blend: 'over',
    vertices: cloth.length / 4,
    uniforms: poolTable.uniforms,
  });
  // Light on the ground is below what water mirrors.
  pools.mirrorShare = 0;
  return {
    id: 'beings',
    where: 'added',
    mirrored: true,
    matter: [pools, ...parts.map(({ one }) => one).reverse()],
    update(frame) {
      const seen = cast(frame, chorus(frame));
      for (const { update } of parts) update(frame, seen);
      const grounded = seen.slice(0, grade.pools);
      poolTable.pack(frame, grounded, 0);
      pools.visible = grounded.length > 0;
      pools.size = (Math.max(1, grounded.length) * cloth.length) / 4 / grade.pools;
      for (const { figure } of seen.slice(0, 7)) {
        const { place, presence, glow, role, heading } = figure;
        // What is only in the mirror lights nothing here.
        if (role === 'eighth') continue;
        const power = (role === 'being' ? 3.4 : 0.95) * presence * glow;
        const [r, g, b] = hueOf(figure, frame.palette);
        // Moss is green enough of itself: more of the warm in their light shows there.
        scene.lamps.hang({
          // Its light burns before its breast.
          place: [
            place[0] + 0.8 * Math.sin(heading),
            place[1] + 0.6 * figure.scale,
            place[2] + 0.8 * Math.cos(heading),
          ],
          colour: [power * 1.8 * r, power * 0.85 * g, power * 0.55 * b],
          reach: role === 'being' ? 1.9 : 2,
        });
      }
      return seen.length > 0;
    },
    ahead(draw) {
      for (const { one, mixed } of parts) if (one.visible) mixed?.mix(draw);
    },
    dispose() {
      pools.dispose();
      for (const { one, mixed } of parts) {
        one.dispose();
        mixed?.dispose();
      }
    },
  };
}
