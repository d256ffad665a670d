import { Buffer, BufferUsage, Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import type { Scene } from '../layer.ts';
import { type Matter, matter } from '../matter.ts';
import lineFragment from '../shaders/line.frag?raw';
import lineVertex from '../shaders/line.vert?raw';

const lineLimit = 63;
const floatsPerVertex = 8;

/** Faint lines between stars chosen one after the other: tonight's constellation. */
export function constellationLines(scene: Scene): { readonly matter: Matter; update(frame: Frame): void } {
  const catalogue = scene.piece.world.stars;
  const vertices = new Float32Array(lineLimit * 6 * floatsPerVertex);
  const buffer = new Buffer({ data: vertices, usage: BufferUsage.VERTEX | BufferUsage.COPY_DST });
  const stride = floatsPerVertex * 4;
  const lines = matter(scene, {
    vertex: lineVertex,
    fragment: lineFragment,
    geometry: new Geometry({
      attributes: {
        aFrom: { buffer, format: 'float32x3', stride, offset: 0 },
        aTo: { buffer, format: 'float32x3', stride, offset: 12 },
        aWay: { buffer, format: 'float32x2', stride, offset: 24 },
      },
    }),
    blend: 'add',
    uniforms: { uMap: { value: 0, type: 'f32' } },
  });
  return {
    matter: lines,
    update(frame) {
      const chosen = [...frame.chosen].sort((a, b) => a.index - b.index);
      let vertex = 0;
      for (let i = 0; i + 1 < chosen.length && i < lineLimit; i++) {
        const a = chosen[i];
        const b = chosen[i + 1];
        if (a === undefined || b === undefined || a.chosen <= 0 || b.chosen <= 0) continue;
        const from = catalogue.direction.subarray(a.star * 3, a.star * 3 + 3);
        const to = catalogue.direction.subarray(b.star * 3, b.star * 3 + 3);
        // A line is drawn from one star to the next as the next is chosen.
        for (const [end, side] of [
          [0, -1],
          [0, 1],
          [1, 1],
          [0, -1],
          [1, 1],
          [1, -1],
        ] as const) {
          const at = vertex * floatsPerVertex;
          vertices.set(from, at);
          vertices.set(to, at + 3);
          vertices.set([end * b.chosen, side], at + 6);
          vertex++;
        }
      }
      lines.visible = vertex > 0;
      lines.size = vertex;
      lines.uniforms.uMap = frame.curves.map;
      buffer.update();
    },
  };
}
