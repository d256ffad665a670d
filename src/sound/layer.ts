import type { Camera, Curves, Harmony, Piece } from '../score/types.ts';
import type { Seconds } from '../units.ts';
import type { Automatable } from './envelope.ts';
import type { StemId } from './stems.ts';
import type { Context } from './tone.ts';

/** Where a continuous layer puts its sound, and what it may use. Everything it `own`s is freed with the graph. */
export interface Site {
  /** Tone's view of the context, for Tone's nodes; `raw` for native ones. */
  readonly context: Context;
  readonly raw: BaseAudioContext;
  readonly piece: Piece;
  readonly dry: AudioNode;
  readonly room: AudioNode;
  noise(channel: number): AudioNode;
  /** Up to 16 sustained tones, see tones.worklet.ts: params `hz0`, `gain0` ... */
  tones(timbre: { harmonics: readonly number[]; pans: readonly number[]; shimmer: number }): AudioWorkletNode;
  /** A worklet that knows where the piece is (see anchor.ts); its node is freed with the graph. */
  follower(name: string, options: AudioWorkletNodeOptions): AudioWorkletNode;
  own<N extends AudioNode | { dispose(): unknown }>(node: N): N;
}

/** The piece at one point of the grid. */
export interface Moment {
  readonly t: Seconds;
  readonly curves: Curves;
  readonly harmony: Harmony;
  readonly camera: Camera;
}

/** Writes to a param: `to` is reached in a straight line from the point before, `step` changes it at once. */
export interface Pen {
  /** Nothing is written yet, or no more: what is otherwise written only when it changes has to be written now. */
  readonly fresh: boolean;
  to(param: Automatable, value: number): void;
  step(param: Automatable, value: number): void;
}

/** A continuous stem: a graph built once, whose params are functions of the moment. */
export interface Layer {
  readonly stem: StemId;
  /** Builds the graph; what it gives back is called for every point of the grid (every 50 ms of the piece), in order. */
  build(site: Site): (moment: Moment, pen: Pen) => void;
}
