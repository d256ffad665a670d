import 'pixi.js/unsafe-eval';
import {
  Container,
  Geometry,
  GlProgram,
  Mesh,
  Rectangle,
  RenderTarget,
  Shader,
  State,
  TextureSource,
  Ticker,
  UniformGroup,
  WebGLRenderer,
} from 'pixi.js';
import type { Seconds } from '../units.ts';
import hillFragment from './shaders/hill.frag?raw';
import hillVertex from './shaders/hill.vert?raw';
import screenVertex from './shaders/screen.vert?raw';
import toneFragment from './shaders/tone.frag?raw';

export interface Picture {
  draw(t: Seconds): void;
}

const columns = 96;
const rows = 96;

/** Ridge behind ridge, from under the walker to the horizon; metres, y up, -z ahead. */
function hills(): Geometry {
  const positions = new Float32Array((columns + 1) * (rows + 1) * 3);
  const indices = new Uint32Array(columns * rows * 6);
  let p = 0;
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const z = -1 - 60 * (row / rows) ** 2;
      const x = (column / columns - 0.5) * (6 + 2.4 * -z);
      const y = 0.5 * Math.sin(x * 0.31 + z * 0.17) + 0.7 * Math.sin(z * 0.43 - x * 0.11) + 0.0009 * x * x;
      positions.set([x, y, z], p);
      p += 3;
    }
  }
  let i = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const corner = row * (columns + 1) + column;
      indices.set(
        [corner, corner + 1, corner + columns + 1, corner + 1, corner + columns + 2, corner + columns + 1],
        i,
      );
      i += 6;
    }
  }
  return new Geometry({ attributes: { aPosition: { buffer: positions, format: 'float32x3' } }, indexBuffer: indices });
}

/** Column-major perspective, the eye 2.6 m above the origin and looking along -z. */
function projection(aspect: number): Float32Array {
  const near = 0.1;
  const far = 200;
  const scale = 1 / Math.tan(0.5);
  const depth = (far + near) / (near - far);
  return new Float32Array([
    scale / aspect,
    0,
    0,
    0,
    0,
    scale,
    0,
    0,
    0,
    0,
    depth,
    -1,
    0,
    -2.6 * scale,
    (2 * far * near) / (near - far),
    0,
  ]);
}

const program = (vertex: string, fragment: string) =>
  new GlProgram({ vertex, fragment, preferredVertexPrecision: 'highp', preferredFragmentPrecision: 'highp' });

/**
 * One depth-tested mesh in linear light (rgba16float, with depth), tone-mapped and dithered to the canvas.
 * @throws where the browser offers no WebGL2.
 */
export async function openPicture(canvas: HTMLCanvasElement, width: number, height: number): Promise<Picture> {
  const renderer = new WebGLRenderer();
  await renderer.init({ canvas, width, height, antialias: false, gcActive: false, preferWebGLVersion: 2 });
  // Pixi's own animation frame would be a second one beside ours.
  Ticker.system.autoStart = false;
  Ticker.system.stop();

  const light = new TextureSource({ width, height, format: 'rgba16float', autoGenerateMipmaps: false });
  const target = new RenderTarget({ colorTextures: [light], depth: true });

  const weather = new UniformGroup({
    uProjection: { value: projection(width / height), type: 'mat4x4<f32>' },
    uBreath: { value: 0, type: 'f32' },
  });
  const opaque = new State();
  opaque.depthTest = true;
  opaque.depthMask = true;
  opaque.blend = false;
  const ground = new Mesh({
    geometry: hills(),
    shader: new Shader({ glProgram: program(hillVertex, hillFragment), resources: { weather } }),
    state: opaque,
  });
  const flat = new State();
  flat.blend = false;
  const screen = new Mesh({
    geometry: new Geometry({
      attributes: { aCorner: { buffer: new Float32Array([-1, -1, 3, -1, -1, 3]), format: 'float32x2' } },
    }),
    shader: new Shader({
      glProgram: program(screenVertex, toneFragment),
      resources: { uLight: light },
    }),
    state: flat,
  });
  for (const mesh of [ground, screen]) mesh.boundsArea = new Rectangle(0, 0, width, height);
  const world = new Container({ children: [ground] });
  const out = new Container({ children: [screen] });

  return {
    draw(t) {
      weather.uniforms.uBreath = 0.5 - 0.5 * Math.cos((2 * Math.PI * t) / 11);
      renderer.render({ container: world, target, clear: true, clearColor: [0, 0, 0, 0] });
      renderer.render({ container: out, clear: true });
    },
  };
}
