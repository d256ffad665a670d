import { Geometry } from 'pixi.js';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import mossFragment from '../shaders/blade.frag?raw';
import mossVertex from '../shaders/blade.vert?raw';

/**
 * Cells of `fields` square lattices, one blade a cell, three vertices a blade, as (column, row, field, corner). Cells
 * come in a scattered order, all fields in turn, so that any prefix is a fair sample.
 */
function bladeCells(side: number, fields: number): Uint16Array {
  const count = side * side;
  const cells = new Uint16Array(count * fields * 12);
  // A step coprime to the count visits every cell once.
  let step = Math.floor(count * 0.6180339887) | 1;
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  while (common(step, count) !== 1) step += 2;
  let at = 0;
  let cell = 0;
  for (let i = 0; i < count; i++) {
    const column = cell % side;
    const row = (cell - column) / side;
    for (let field = 0; field < fields; field++) {
      for (let corner = 0; corner < 3; corner++) {
        cells.set([column, row, field, corner], at);
        at += 4;
      }
    }
    cell = (cell + step) % count;
  }
  return cells;
}

/** The tips of the moss: short blades on cushions, each at its own place in the world, wherever the walker stands. */
export function moss(scene: Scene): Layer {
  const { bladeSide, bladeFields, bladeReach } = scene.quality;
  const blades = matter(scene, {
    vertex: mossVertex,
    fragment: scene.quality.lean ? mossFragment : `#define SHOOTS\n${mossFragment}`,
    geometry: new Geometry({
      attributes: { aCell: { buffer: bladeCells(bladeSide, bladeFields), format: 'uint16x4' } },
    }),
    blend: 'opaque',
    vertices: bladeSide ** 2 * bladeFields * 3,
    uniforms: {
      uSide: { value: bladeSide, type: 'f32' },
      uReach: { value: bladeReach, type: 'f32' },
      uFields: { value: bladeFields, type: 'f32' },
      uBroad: { value: 1, type: 'f32' },
    },
  });
  return {
    id: 'moss',
    where: 'opaque',
    mirrored: false,
    matter: [blades],
    update(_frame, { governed }) {
      // Fewer are broader, so that they cover as much.
      blades.size = Math.round(bladeSide ** 2 * governed.counts) * bladeFields * 3;
      blades.uniforms.uBroad = governed.counts ** -0.5;
      return true;
    },
    dispose: () => blades.dispose(),
  };
}
