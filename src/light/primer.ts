import { Geometry } from 'pixi.js';
import type { Scene } from './layer.ts';
import { type Matter, matter } from './matter.ts';

/** A context has at least so many attributes (WebGL 2, table 6.2). */
const slots = Array.from({ length: 16 }, (_, i) => `aSlot${i}`);

/**
 * A point that nobody sees and that reads every attribute. SwiftShader compiles the half of a program that reads vertices
 * for each layout of attributes that the draw before it has left, even of those that it does not read (up to half a second
 * a frame, measured): drawn before each draw, this leaves always the same, and one draw makes a program ready for the night.
 */
export function primer(scene: Scene): Matter {
  const buffer = new Float32Array(4);
  return matter(scene, {
    vertex: `${slots.map((slot) => `in vec4 ${slot};`).join('\n')}
void main() {
  gl_Position = vec4(2.0) + ${slots.join(' + ')};
  gl_PointSize = 1.0;
}`,
    fragment: 'out vec4 oColour;\nvoid main() {\n  oColour = vec4(0.0);\n}',
    geometry: new Geometry({
      attributes: Object.fromEntries(slots.map((slot) => [slot, { buffer, format: 'float32x4' }])),
      topology: 'point-list',
    }),
    blend: 'add',
    flat: true,
    vertices: 1,
  });
}
