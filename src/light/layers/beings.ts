import { Geometry } from 'pixi.js';
import { posesOf } from '../figures/atlas.ts';
import { cast, companies, company, figureTable } from '../figures/cast.ts';
import { chorusOf } from '../figures/chorus.ts';
import { bodyMesh, sowMotes } from '../figures/flesh.ts';
import { limbsOf } from '../figures/limbs.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import bodyFragment from '../shaders/body.frag?raw';
import bodyVertex from '../shaders/body.vert?raw';
import moteFragment from '../shaders/figureMote.frag?raw';
import moteVertex from '../shaders/figureMote.vert?raw';
import poolFragment from '../shaders/pool.frag?raw';
import poolVertex from '../shaders/pool.vert?raw';
import type { Tier } from '../tiers.ts';

interface Grade {
  /** Motes of the nearest figure. */
  readonly motes: number;
  /** Sides and rings of the body within, by company; none where there is no entry. */
  readonly sides: readonly number[];
  readonly rings: readonly (readonly number[])[];
  /** Corners of a pool of light, and how many figures have one. */
  readonly poolSides: number;
  readonly pools: number;
}

const plain = [-1, -0.35, 0.5, 1.35, 2];
const fine = [-1, -0.75, -0.4, 0, 0.33, 0.67, 1, 1.4, 1.75, 2];
const grades: Readonly<Record<Tier, Grade>> = {
  none: { motes: 900, sides: [6, 5, 3], rings: [plain, [-1, -0.3, 1.3, 2], [-1, 0, 1, 2]], poolSides: 8, pools: 16 },
  light: {
    motes: 2200,
    sides: [8, 6, 4, 3],
    rings: [plain, plain, [-1, -0.3, 1.3, 2], [-1, 0, 1, 2]],
    poolSides: 10,
    pools: 20,
  },
  home: {
    motes: 8000,
    sides: [12, 10, 6, 4, 3],
    rings: [fine, plain, plain, plain, plain],
    poolSides: 14,
    pools: 28,
  },
  gallery: {
    motes: 16000,
    sides: [14, 12, 8, 5, 3],
    rings: [fine, fine, plain, plain, plain],
    poolSides: 18,
    pools: 36,
  },
  cinema: {
    motes: 48000,
    sides: [20, 16, 10, 6, 4],
    rings: [fine, fine, fine, plain, plain],
    poolSides: 24,
    pools: 36,
  },
};

/** The dark within the figures: it hides what is behind them, so that they stand there. */
export function bodies(scene: Scene): Layer {
  posesOf(scene);
  const chorus = chorusOf(scene);
  const grade = grades[scene.tier];
  const limbs = limbsOf(scene.piece.world.figures);
  const parts = grade.sides.map((sides, which) => {
    const most = companies[which] ?? 0;
    const vertices = bodyMesh(limbs, most, sides, grade.rings[which] ?? plain);
    const table = figureTable(scene);
    const one = matter(scene, {
      vertex: bodyVertex,
      fragment: bodyFragment,
      geometry: new Geometry({ attributes: { aBody: { buffer: vertices, format: 'uint8x4' } } }),
      blend: 'opaque',
      vertices: vertices.length / 4,
      uniforms: table.uniforms,
    });
    return { one, table, each: vertices.length / 4 / Math.max(1, most) };
  });
  return {
    id: 'bodies',
    where: 'opaque',
    mirrored: true,
    matter: parts.map(({ one }) => one),
    update(frame) {
      const seen = cast(frame, grade.motes, chorus(frame));
      parts.forEach(({ one, table, each }, which) => {
        const here = company(seen, which);
        table.pack(frame, here);
        one.visible = here.length > 0;
        one.size = Math.max(1, here.length) * each;
      });
      return seen.length > 0;
    },
    dispose() {
      for (const { one } of parts) one.dispose();
    },
  };
}

/** A cloth of triangles around each figure's feet. */
function poolMesh(figures: number, sides: number): Uint8Array {
  const rings = [0, 0.28, 0.6, 1];
  const out: number[] = [];
  const vertex = (ring: number, side: number, figure: number) =>
    out.push(Math.round(255 * (rings[ring] ?? 1)), Math.round((256 * side) / sides) % 256, figure, 0);
  for (let figure = 0; figure < figures; figure++) {
    for (let side = 0; side < sides; side++) {
      for (let ring = 0; ring + 1 < rings.length; ring++) {
        vertex(ring, side, figure);
        vertex(ring + 1, side, figure);
        vertex(ring + 1, side + 1, figure);
        if (ring === 0) continue;
        vertex(ring, side, figure);
        vertex(ring + 1, side + 1, figure);
        vertex(ring, side + 1, figure);
      }
    }
  }
  return Uint8Array.from(out);
}

/** The motes that figures are made of, and the light that lies about their feet. */
export function beings(scene: Scene): Layer {
  posesOf(scene);
  const chorus = chorusOf(scene);
  const grade = grades[scene.tier];
  const { motes: amount } = scene.piece.preset.picture;
  const most = Math.max(64, Math.round(grade.motes * Math.min(1.5, 0.4 + 0.6 * amount)));
  const limbs = limbsOf(scene.piece.world.figures);
  scene.textures.set('uFlesh', sowMotes(scene.piece.world.figures, limbs, most));
  let share = 1;
  const parts = companies.map((size, which) => {
    // A company's nearest cannot be nearer than the one before it has places; far ones need few.
    const each = Math.ceil(most * share);
    share *= which === 0 ? 0.8 : 0.52;
    const corners = new Uint8Array(each * size * 12);
    for (let vertex = 0; vertex < each * size * 3; vertex++) corners[vertex * 4] = vertex % 3;
    const table = figureTable(scene);
    const one = matter(scene, {
      vertex: moteVertex,
      fragment: moteFragment,
      geometry: new Geometry({ attributes: { aCorner: { buffer: corners, format: 'uint8x4' } } }),
      blend: 'add',
      vertices: each * size * 3,
      uniforms: {
        ...table.uniforms,
        uEach: { value: each, type: 'i32' },
      },
    });
    return { one, table, each };
  });
  const cloth = poolMesh(grade.pools, grade.poolSides);
  const poolTable = figureTable(scene);
  const pools = matter(scene, {
    vertex: poolVertex,
    fragment: poolFragment,
    geometry: new Geometry({ attributes: { aPool: { buffer: cloth, format: 'uint8x4' } } }),
    blend: 'add',
    vertices: cloth.length / 4,
    uniforms: poolTable.uniforms,
  });
  return {
    id: 'beings',
    where: 'added',
    mirrored: true,
    matter: [pools, ...parts.map(({ one }) => one)],
    update(frame, { governed }) {
      const seen = cast(frame, most * governed.counts, chorus(frame));
      parts.forEach(({ one, table, each }, which) => {
        const here = company(seen, which).map((one) => ({ ...one, motes: Math.min(one.motes, each) }));
        table.pack(frame, here);
        const stride = Math.max(1, Math.ceil(Math.max(1, ...here.map(({ motes }) => motes))));
        one.uniforms.uEach = stride;
        one.visible = here.length > 0;
        one.size = Math.max(1, here.length) * stride * 3;
      });
      const grounded = seen.slice(0, grade.pools);
      poolTable.pack(frame, grounded);
      pools.visible = grounded.length > 0;
      pools.size = (Math.max(1, grounded.length) * cloth.length) / 4 / grade.pools;
      for (const { figure } of seen.slice(0, 8)) {
        const { place, presence, glow, warmth, role } = figure;
        if (role === 'eighth') continue;
        const power = 0.15 * presence * glow;
        scene.lamps.hang({
          place: [place[0], place[1] + 0.7, place[2]],
          colour: [power * (0.7 + 0.4 * warmth), power * 0.75, power * (1 - 0.5 * warmth)],
          reach: 1.7,
        });
      }
      return seen.length > 0;
    },
    dispose() {
      pools.dispose();
      for (const { one } of parts) one.dispose();
    },
  };
}
