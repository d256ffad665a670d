import { Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import { posesOf } from '../figures/atlas.ts';
import { cast, figureTable, type Seen, tableSize } from '../figures/cast.ts';
import { chorusOf } from '../figures/chorus.ts';
import { hueOf } from '../figures/hues.ts';
import { mixedPoses } from '../figures/mixed.ts';
import { poolMesh } from '../figures/pool.ts';
import { sow } from '../figures/sown.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import moteFragment from '../shaders/figureLight.frag?raw';
import moteVertex from '../shaders/figureLight.vert?raw';
import poolFragment from '../shaders/pool.frag?raw';
import poolVertex from '../shaders/pool.vert?raw';
import type { Tier } from '../tiers.ts';

interface Grade {
  /** Motes of the nearest figure, and of all together: those near, those beyond. */
  readonly motes: number;
  readonly near: number;
  readonly beyond: number;
  /** Corners and rings of a pool of light, and how many figures have one. */
  readonly sides: number;
  readonly rings: readonly number[];
  readonly pools: number;
}

const grades: Readonly<Record<Tier, Grade>> = {
  none: { motes: 640, near: 1560, beyond: 330, sides: 7, rings: [0, 0.45, 1], pools: 7 },
  light: { motes: 2000, near: 6000, beyond: 1500, sides: 8, rings: [0, 0.45, 1], pools: 10 },
  home: { motes: 9000, near: 40000, beyond: 8000, sides: 14, rings: [0, 0.28, 0.6, 1], pools: 16 },
  gallery: { motes: 52000, near: 220000, beyond: 24000, sides: 18, rings: [0, 0.28, 0.6, 1], pools: 20 },
  cinema: { motes: 80000, near: 360000, beyond: 60000, sides: 24, rings: [0, 0.28, 0.6, 1], pools: 24 },
};

/** No more motes than there are, and each still has its share. */
function within(seen: readonly Seen[], most: number): readonly Seen[] {
  const whole = seen.reduce((sum, { motes }) => sum + motes, 0);
  return whole <= most ? seen : seen.map((one) => ({ ...one, motes: (one.motes * most) / whole }));
}

/** Figures of light: veils of motes about a warm heart, and the light that lies about their feet. */
export function beings(scene: Scene): Layer {
  posesOf(scene);
  const chorus = chorusOf(scene);
  const grade = grades[scene.tier];
  const amount = Math.min(1.5, 0.4 + 0.6 * scene.piece.preset.picture.motes);
  const most = Math.max(64, Math.round(grade.motes * amount));
  scene.textures.set('uSown', sow(most));
  // A triangle; without a GPU a point.
  const each = scene.quality.bare ? 1 : 3;
  const parts = [grade.near, grade.beyond].map((limit, which) => {
    const table = figureTable(scene);
    const mixed = scene.quality.bare ? mixedPoses(scene, table) : undefined;
    const one = matter(scene, {
      vertex: moteVertex,
      fragment: moteFragment,
      geometry: new Geometry({
        attributes: { aCorner: { buffer: new Uint8Array(limit * each * 4), format: 'uint8x4' } },
        topology: each === 1 ? 'point-list' : 'triangle-list',
      }),
      blend: 'over',
      vertices: limit * each,
      uniforms: { ...table.uniforms, uCrowd: { value: 1, type: 'i32' } },
      ...(mixed === undefined ? {} : { textures: { uMixed: mixed.texture } }),
    });
    // As figureLight.vert counts them.
    one.mirrorShare = 0.4;
    const update = (frame: Frame, seen: readonly Seen[]) => {
      const here = within(seen.slice(which * tableSize, (which + 1) * tableSize), limit);
      // The far ones first: who is nearer hides them.
      const motes = table.pack(frame, here.toReversed());
      one.uniforms.uCrowd = Math.max(1, here.length);
      one.visible = here.length > 0;
      one.size = Math.max(1, motes) * each;
    };
    return { one, update, mixed };
  });
  const cloth = poolMesh(grade.pools, grade.sides, grade.rings);
  const poolTable = figureTable(scene);
  const pools = matter(scene, {
    vertex: poolVertex,
    fragment: poolFragment,
    geometry: new Geometry({ attributes: { aPool: { buffer: cloth, format: 'uint8x4' } } }),
    blend: 'add',
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
      const seen = cast(frame, most, chorus(frame));
      for (const { update } of parts) update(frame, seen);
      const grounded = seen.slice(0, grade.pools);
      poolTable.pack(frame, grounded);
      pools.visible = grounded.length > 0;
      pools.size = (Math.max(1, grounded.length) * cloth.length) / 4 / grade.pools;
      for (const { figure } of seen.slice(0, 7)) {
        const { place, presence, glow, role, heading } = figure;
        // What is only in the mirror lights nothing here.
        if (role === 'eighth') continue;
        const power = (role === 'being' ? 1.9 : 0.95) * presence * glow;
        const [r, g, b] = hueOf(figure, frame.palette);
        // Moss is green enough of itself: more of the warm in their light shows there.
        scene.lamps.hang({
          // Its light burns before its breast.
          place: [
            place[0] + 0.8 * Math.sin(heading),
            place[1] + 0.6 * figure.scale,
            place[2] + 0.8 * Math.cos(heading),
          ],
          colour: [power * 1.5 * r, power * 0.8 * g, power * 0.75 * b],
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
