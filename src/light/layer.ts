import type { TextureSource, UniformGroup, WebGLRenderer } from 'pixi.js';
import type { Frame, Piece } from '../score/types.ts';
import type { Unit } from '../units.ts';
import type { Baker } from './bake/baker.ts';
import type { FloatFormat } from './bake/texels.ts';
import type { Lamps } from './lamps.ts';
import type { Matter } from './matter.ts';
import type { Draw } from './passes/bloom.ts';
import type { Spread } from './shaders/spread.ts';
import type { Quality, Tier } from './tiers.ts';

/** What every layer may lean on. Its uniforms and textures reach any shader that declares them, by name. */
export interface Scene {
  readonly piece: Piece;
  readonly tier: Tier;
  readonly quality: Quality;
  /** Of light and of baked floats. */
  readonly format: FloatFormat;
  /** Of blades and motes only so large a share is drawn just now: layers whose prefixes are fair samples heed it. */
  readonly governed: { counts: Unit };
  /** Width over height of the whole picture that is drawn. */
  readonly shape: { aspect: number };
  readonly renderer: WebGLRenderer;
  readonly spread: Spread;
  /** Declared in shaders/head.glsl and rings.glsl; written by the stage once a pass. */
  readonly shared: UniformGroup;
  /** For `update`: lights that fall on the moss around what glows. */
  readonly lamps: Lamps;
  readonly baker: Baker;
  /** By sampler name: uNear, uFar, uCover, uCushions, uNoise, uMirror. Layers may add their own bakes. */
  readonly textures: Map<string, TextureSource>;
}

/**
 * In the order in which they are drawn; `sky` after `opaque`, where nothing stands before it. `surface` is the water
 * itself: a processor draws it first, so that the ground under it costs nothing.
 */
export type Where = 'opaque' | 'sky' | 'surface' | 'water' | 'added' | 'inner';

/** One motif of the picture. */
export interface Layer {
  readonly id: string;
  readonly where: Where;
  /** Is it in what water mirrors? Shaders with `uMirrored` 1 must drop what lies below y = 0. */
  readonly mirrored: boolean;
  readonly matter: readonly Matter[];
  /** Sets its own uniforms and counts for this frame; false where nothing of it is to be seen. */
  update(frame: Frame, scene: Scene): boolean;
  /** Draws into targets of its own what its matter then reads; each frame in which it is seen. */
  ahead?(draw: Draw): void;
  dispose(): void;
}

export type LayerMaker = (scene: Scene) => Layer | Promise<Layer>;
