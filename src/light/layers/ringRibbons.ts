import { Geometry } from 'pixi.js';
import type { Scene } from '../layer.ts';
import { type Matter, matter } from '../matter.ts';
import fragment from '../shaders/ringBare.frag?raw';
import vertex from '../shaders/ringBare.vert?raw';

/** So many rings are drawn without a GPU, the youngest first. */
const rings = 14;
const turns = 80;
const knots = 5;

/** Rings of light as ribbons on the ground, for machines where every pixel's share of every ring would be too much. */
export function ringRibbons(scene: Scene): Matter {
  const places: number[] = [];
  const indices: number[] = [];
  for (let ring = 0; ring < rings; ring++) {
    const first = places.length / 4;
    for (let turn = 0; turn <= turns; turn++) {
      const angle = (turn / turns) * 2 * Math.PI;
      for (let knot = 0; knot < knots; knot++) {
        places.push(Math.cos(angle), Math.sin(angle), (knot + 0.2) / knots, ring);
        if (knot === 0 || turn === 0) continue;
        const at = first + turn * knots + knot;
        indices.push(at - 1, at, at - knots - 1, at, at - knots, at - knots - 1);
      }
    }
  }
  return matter(scene, {
    vertex,
    fragment,
    geometry: new Geometry({
      attributes: { aRing: { buffer: new Float32Array(places), format: 'float32x4' } },
      indexBuffer: new Uint16Array(indices),
    }),
    blend: 'add',
  });
}

/** Indices of one ring. */
export const ribbonSize = turns * (knots - 1) * 6;
export const ribbonLimit = rings;
