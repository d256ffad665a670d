import type { Frame } from '../score/types.ts';
import type { Seconds, Unit } from '../units.ts';
import type { Layer, Scene } from './layer.ts';
import type { Tier } from './tiers.ts';
import type { View } from './view.ts';

export interface StageOptions {
  readonly canvas: HTMLCanvasElement;
  readonly tier: Tier;
  /** Pixels of the canvas. */
  readonly width: number;
  readonly height: number;
  /** What part of a larger picture the canvas shows; the whole by default. */
  readonly view?: View;
  /** What will be drawn first, asked for once bakes have begun: its programs are compiled meanwhile. */
  readonly first?: () => Frame;
  /** For measuring only. */
  readonly probe?: Probe;
}

/** Looks on while frames are drawn. */
export interface Probe {
  built(scene: Scene, layers: readonly Layer[]): void;
  /** A layer is about to be updated or drawn, or a pass over the whole picture. */
  turn(id: string): void;
}

export interface Stage {
  readonly canvas: HTMLCanvasElement;
  readonly tier: Tier;
  /** Draws one instant; when it returns, the canvas holds the finished picture, and keeps it (preserveDrawingBuffer). */
  draw(frame: Frame): void;
  /**
   * Compiles and uploads everything that a later movement needs, so that nothing stutters when it comes; what is shown
   * first from `from` on first. Shows nothing.
   * @param pace is waited for before each program: what plays meanwhile may ask for peace
   */
  warm(from?: Seconds, pace?: () => Promise<void>): Promise<void>;
  resize(width: number, height: number, view?: View): void;
  /**
   * Draws with a factor of the tier's rows, and with a share of its blades and motes, from the next frame on. Live only:
   * pixels then depend on it too.
   */
  govern(rows: number, counts: Unit): void;
  /** While the GPU's context is gone; what is drawn then is lost, and drawing goes on by itself after. */
  readonly lost: boolean;
  counts(): { draws: number; textures: number; geometries: number; programs: number };
  dispose(): void;
}
