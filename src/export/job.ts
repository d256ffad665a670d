import type { Tier } from '../light/tiers.ts';
import type { StemId } from '../sound/stems.ts';
import type { Seconds, Unit } from '../units.ts';

/** What the command line asks of the exporting page. Everything here survives JSON. */
interface Shown {
  /** As read from its file; the page checks it again. */
  readonly preset: unknown;
  readonly seed: number;
}

interface Drawn extends Shown {
  readonly width: number;
  readonly height: number;
  readonly tier: Tier;
}

/** One picture, PNG. */
export interface StillJob extends Drawn {
  readonly kind: 'still';
  readonly at: Seconds;
}

/** Three moments of each movement of the first night, PNG; width x height is one picture's. */
export interface SheetJob extends Drawn {
  readonly kind: 'sheet';
}

/** Picture and sound of from <= t < to. */
export interface FilmJob extends Drawn {
  readonly kind: 'film';
  readonly container: 'webm' | 'mp4';
  readonly from: Seconds;
  readonly to: Seconds;
  readonly fps: number;
}

/** Sound of from <= t < to, WAV; all of it, or one stem as it is in the mix. */
export interface SoundJob extends Shown {
  readonly kind: 'sound';
  readonly from: Seconds;
  readonly to: Seconds;
  readonly stem: StemId | null;
}

/** Speeds, told as JSON in the remark: `Compared`, `Load` or `Pace` rows, by part. */
export interface BenchJob extends Drawn {
  readonly kind: 'bench';
  readonly part: 'particles' | 'load' | 'pace';
}

export type Job = StillJob | SheetJob | FilmJob | SoundJob | BenchJob;

/** How a job ended: a remark for the person who asked, or the one line that says why it could not be done. */
export type Ended = { readonly ok: true; readonly remark: string } | { readonly ok: false; readonly reason: string };

/** Where a job's bytes and its progress go. */
export interface Courier {
  write(bytes: Uint8Array<ArrayBuffer>, position: number): Promise<void>;
  progress(done: Unit): Promise<void>;
}

/** What the page offers the command line, and what the command line puts into the page. */
declare global {
  var mosslightExport: ((job: Job) => Promise<Ended>) | undefined;
  var mosslightTake: ((position: number, base64: string) => Promise<void>) | undefined;
  var mosslightProgress: ((done: Unit) => Promise<void>) | undefined;
}
