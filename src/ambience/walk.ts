import type { Frame, Piece, Touch } from '../score/types.ts';
import type { Timeline } from '../time/timeline.ts';
import type { Met } from '../touch/cast.ts';
import { liveTouches, withTouch } from '../touch/window.ts';
import type { Seconds, Unit } from '../units.ts';
import { nextMovement, previousMovement } from './journey.ts';
import { type Linger, lingerAt, lingerPresence, seamOf } from './linger.ts';
import { stationAt } from './stations.ts';

/** Going elsewhere takes this long to fade out; see `Pace`. */
const LEAVING: Seconds = 0.2;
/** Who goes on within this stays in the dark this much longer: leafing through the night never flickers. */
const LEAFING: Seconds = 1.5;
const DWELL: Seconds = 0.5;

/** What a visitor does with the timeline, and what they did to the moss: all that may change while a piece plays. */
export interface Walk {
  /** Where the piece is or, while it is on its way elsewhere, will be. */
  position(): Seconds;
  goTo(position: Seconds): void;
  by(seconds: Seconds): void;
  next(): void;
  previous(): void;
  /** Takes up lingering, or releases it; answers whether it lingers now. */
  linger(): boolean;
  readonly lingering: boolean;
  /** Adds a touch `ahead` of what is seen now; nothing while paused, or where touches come too fast. */
  touch(met: Met, ahead: Seconds): void;
  touches(): readonly Touch[];
  /** The frame to draw now. */
  frame(): Frame;
  /** How much of the picture and of the sound there should be. */
  picture(): Unit;
  sound(): Unit;
  /** Carries out what has come due: seams, and ways elsewhere. `seconds` is any clock that runs. */
  tick(seconds: Seconds): void;
}

/**
 * @param still for reduced motion: the eye rests in one place after the other, and rings do not run
 * @param touched is told of every change of the touches
 */
export function createWalk(
  piece: Pick<Piece, 'length' | 'movements' | 'frame' | 'camera'>,
  timeline: Timeline,
  still: () => boolean,
  touched: (touches: readonly Touch[]) => void,
): Walk {
  let touches: readonly Touch[] = [];
  let linger: Linger | undefined;
  let arrivedAt: Seconds = Number.NEGATIVE_INFINITY;
  let dark = false;
  let darkUntil: Seconds = Number.NEGATIVE_INFINITY;
  let bound: { readonly to: Seconds; due: Seconds | undefined } | undefined;

  const setTouches = (next: readonly Touch[]): void => {
    if (next === touches) return;
    touches = next;
    touched(touches);
  };
  timeline.subscribe((_, cause) => {
    if (cause === 'seek') setTouches([]);
  });

  const position = (): Seconds => bound?.to ?? timeline.position();
  const goTo = (to: Seconds): void => {
    bound = { to: Math.max(0, to), due: bound?.due };
    if (linger !== undefined) linger = lingerAt(piece, bound.to);
  };
  const lingered = (): Unit => (linger === undefined ? 1 : lingerPresence(piece, linger, timeline.position()));

  return {
    position,
    goTo,
    by: (seconds) => goTo(position() + seconds),
    next: () => goTo(nextMovement(piece, position())),
    previous: () => goTo(previousMovement(piece, position())),
    linger: () => {
      linger = linger === undefined ? lingerAt(piece, position()) : undefined;
      return linger !== undefined;
    },
    get lingering() {
      return linger !== undefined;
    },
    touch: (met, ahead) => {
      if (!timeline.playing() || bound !== undefined) return;
      const at = timeline.position() + ahead;
      setTouches(withTouch(touches, { id: `${Math.round(at * 1000)}`, at, ...met }));
    },
    touches: () => touches,
    frame: () => {
      const t = timeline.position();
      const frame = piece.frame(t, liveTouches(touches, t));
      return still() ? { ...frame, calm: true, camera: piece.camera(stationAt(piece, t).at) } : frame;
    },
    picture: () => {
      if (bound !== undefined || dark) return 0;
      return lingered() * (still() ? stationAt(piece, timeline.position()).presence : 1);
    },
    sound: lingered,
    tick: (seconds) => {
      if (bound !== undefined) {
        bound.due ??= seconds + LEAVING;
        if (seconds < bound.due) return;
        const { to } = bound;
        bound = undefined;
        timeline.seek(to);
        if (seconds - arrivedAt < LEAFING) darkUntil = seconds + DWELL;
        arrivedAt = seconds;
      }
      dark = seconds < darkUntil;
      const now = timeline.position();
      setTouches(liveTouches(touches, now));
      if (linger === undefined) return;
      const { leave, resume } = seamOf(piece, linger, now);
      if (now >= leave) timeline.seek(resume);
    },
  };
}
