import { type Geometry, GlProgram, Shader, State, type TextureSource, UniformGroup } from 'pixi.js';
import { assemble } from './chunks.ts';
import type { Scene } from './layer.ts';

/** Something that is drawn with one call: geometry, its shader, and how it meets what is already there. */
export interface Matter {
  readonly geometry: Geometry;
  readonly shader: Shader;
  readonly state: State;
  /** Its own uniforms; the values may be changed before each frame. */
  readonly uniforms: Record<string, number | Float32Array>;
  /** Skipped where false. */
  visible: boolean;
  /** How many vertices (or indices) are drawn, from `start`; 0 for all. */
  size: number;
  start: number;
  /**
   * Share of its vertices, from the first, that water mirrors where its layer is mirrored; 0 for none of it. A part
   * takes a `size` that is said: before its first draw Pixi does not know how many vertices a geometry has.
   */
  mirrorShare: number;
  dispose(): void;
}

/** `opaque` hides and is hidden; `add` is light on top; `over` covers by its alpha (premultiplied); none of the last two hides. */
export type Blend = 'opaque' | 'add' | 'over';

type UniformType = 'f32' | 'i32' | 'vec2<f32>' | 'vec3<f32>' | 'vec4<f32>' | 'mat3x3<f32>' | 'mat4x4<f32>';

export interface MatterOptions {
  readonly vertex: string;
  readonly fragment: string;
  readonly geometry: Geometry;
  readonly blend: Blend;
  readonly uniforms?: Readonly<
    Record<string, { readonly value: number | Float32Array; readonly type: UniformType; readonly size?: number }>
  >;
  readonly textures?: Readonly<Record<string, TextureSource>>;
  /**
   * How many vertices are drawn. Must be said for geometry without an index whose first attribute is not float32: Pixi
   * counts four bytes an element there, and would draw beyond the end.
   */
  readonly vertices?: number;
  /** Passes over the whole target test and write no depth. */
  readonly flat?: boolean;
  /** Its triangles run clockwise seen from outside, and are never seen from inside. */
  readonly closed?: boolean;
}

/** Compiles shaders (see `chunks.ts` for includes) and binds the scene's uniforms, and its textures where declared. */
export function matter(scene: Pick<Scene, 'shared' | 'textures' | 'quality'>, options: MatterOptions): Matter {
  const vertex = assemble(options.vertex, scene.quality.lean, scene.quality.bare);
  const fragment = assemble(options.fragment, scene.quality.lean, scene.quality.bare);
  const program = GlProgram.from({ vertex, fragment, preferredFragmentPrecision: 'highp' });
  const resources: Record<string, UniformGroup | TextureSource> = { shared: scene.shared };
  const own = new UniformGroup({ ...options.uniforms });
  if (options.uniforms !== undefined) resources.own = own;
  const declared = new Set([...`${vertex}\n${fragment}`.matchAll(/uniform sampler2D (\w+)/g)].map((found) => found[1]));
  for (const name of declared) {
    if (name === undefined) continue;
    const texture = options.textures?.[name] ?? scene.textures.get(name);
    if (texture === undefined) throw new Error(`there is no texture ${name}`);
    resources[name] = texture;
  }
  const shader = new Shader({ glProgram: program, resources });
  const state = new State();
  state.depthTest = options.flat !== true;
  state.depthMask = options.blend === 'opaque' && options.flat !== true;
  state.culling = options.closed === true;
  state.blend = options.blend !== 'opaque';
  if (options.blend === 'add') state.blendMode = 'add';
  return {
    geometry: options.geometry,
    shader,
    state,
    uniforms: own.uniforms,
    visible: true,
    size: options.vertices ?? 0,
    start: 0,
    mirrorShare: 1,
    dispose() {
      shader.destroy();
      // Where matters share one geometry, the first takes it along.
      if (options.geometry.buffers) options.geometry.destroy(true);
    },
  };
}
