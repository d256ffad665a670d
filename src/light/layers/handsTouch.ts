import type { Frame, Piece } from '../../score/types.ts';
import type { Seconds } from '../../units.ts';

const smooth = (from: number, to: number, x: number) => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** When, in a night, the walker's own hands meet the bark; the last answer is kept, as it holds for a whole night. */
function touchTimes(piece: Piece) {
  let kept: { readonly night: number; readonly at: Seconds; readonly from: Seconds; readonly to: Seconds } | undefined;
  return (night: number) => {
    if (kept?.night === night) return kept;
    const span = piece.movements(night).find(({ id }) => id === 'tree');
    if (span === undefined) return undefined;
    const own = piece.events(span.from, span.to).find(({ kind }) => kind === 'touch');
    kept = { night, at: own?.at ?? Number.POSITIVE_INFINITY, from: span.from, to: span.to };
    return kept;
  };
}

/** The walker's hands at one moment, each 0..1. */
interface Handling {
  readonly presence: number;
  /** How near to the bark. */
  readonly reach: number;
  /** How far what the tree gives has come to stay. */
  readonly warmth: number;
  /** Light of touch and return in them. */
  readonly contact: number;
  readonly home: number;
}

/** How far the hands are there, how near to the bark, how warm; and how the light of touch and return stands in them. */
function handling(frame: Frame, times: ReturnType<ReturnType<typeof touchTimes>>): Handling {
  // In shares of the movement, as its length is the preset's.
  const since = times === undefined ? Number.NEGATIVE_INFINITY : (frame.t - times.at) / (times.to - times.from);
  const presence = smooth(-0.25, -0.15, since) * (1 - smooth(0.145, 0.195, since));
  let contact = 0;
  let home = 0;
  for (const { event, age } of frame.active) {
    const fade = 1 - smooth(0.5, 1, age / event.duration);
    if (event.kind === 'touch') contact = Math.max(contact, event.strength * (0.2 + 0.8 * smooth(0, 0.5, age)) * fade);
    if (event.kind === 'return') home = Math.max(home, event.strength * (0.3 + 0.7 * smooth(0, 3.2, age)) * fade);
  }
  return {
    presence,
    reach: 0.9 * smooth(-0.23, -0.14, since) + 0.1 * smooth(-0.02, 0, since),
    warmth: smooth(0.034, 0.07, since),
    contact,
    home,
  };
}

/** The walker's hands over a piece. */
export function handlingOf(piece: Piece): (frame: Frame) => Handling {
  const times = touchTimes(piece);
  return (frame) => handling(frame, times(frame.night));
}
