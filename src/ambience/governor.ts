import type { Tier } from '../light/tiers.ts';
import type { Seconds, Unit } from '../units.ts';

/** How much of a tier is drawn: a factor of its rows, and which share of its blades and motes. */
export interface Level {
  readonly rows: number;
  readonly counts: Unit;
}

/** What a machine may be given, most first, where it begins, and the slowest its late frames may be. */
export interface Ladder {
  readonly levels: readonly Level[];
  readonly start: number;
  readonly slow: Seconds;
}

const fewer: readonly Level[] = [
  { rows: 1, counts: 1 },
  { rows: 0.87, counts: 1 },
  { rows: 0.76, counts: 1 },
  { rows: 0.66, counts: 1 },
  { rows: 0.58, counts: 1 },
  { rows: 0.5, counts: 1 },
  { rows: 0.5, counts: 0.7 },
  { rows: 0.5, counts: 0.5 },
  { rows: 0.5, counts: 0.35 },
];

/** Without a GPU 240 rows are as few as a picture should have: it begins there and may earn its 360. */
const rising: readonly Level[] = [
  { rows: 1.5, counts: 1 },
  { rows: 1.32, counts: 1 },
  { rows: 1.15, counts: 1 },
  { rows: 1, counts: 1 },
  { rows: 1, counts: 0.7 },
  { rows: 1, counts: 0.5 },
];

/** Resolution goes first, counts second, and motion never. */
export const ladderOf = (tier: Tier): Ladder =>
  tier === 'none' ? { levels: rising, start: 3, slow: 1 / 20 } : { levels: fewer, start: 0, slow: 1 / 28 };

/** A look is at least this long and this many frames: one frame in twenty decides. */
const LOOK: Seconds = 2;
const FRAMES = 24;
/** A pause between two frames that is no frame: a hidden page, a machine that slept. */
const GAP: Seconds = 1.5;
/** So many good looks before more is tried; twice as many after each time that it was too much. */
const PATIENCE = 4;
/** Looks within which a fall takes back a rise. */
const TRIED = 6;
/** After so many rises taken back none is tried any more. */
const FLIPS = 3;
/** What a rise is expected to cost must leave this share of the time unused. */
const SPARE: Unit = 0.15;

/** Watches how long frames take and says how much to draw. Live only: what is exported is never governed. */
export interface Governor {
  readonly level: Level;
  /** Takes one frame's interval; answers the level from now on. */
  note(interval: Seconds): Level;
}

/** The interval that one frame in twenty exceeds. */
function late(intervals: readonly Seconds[]): Seconds {
  const sorted = intervals.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

const cost = (level: Level): number => level.rows ** 2 * (0.5 + 0.5 * level.counts);

/** It goes down at once, up after a while where there is clear room, and settles. */
export function createGovernor({ levels, start, slow }: Ladder): Governor {
  let at = start;
  let intervals: Seconds[] = [];
  let watched: Seconds = 0;
  let good = 0;
  let flips = 0;
  let sinceRise = Number.POSITIVE_INFINITY;
  const levelAt = (index: number): Level => levels[index] ?? { rows: 1, counts: 1 };

  const look = (): void => {
    const p95 = late(intervals);
    sinceRise += 1;
    if (p95 > slow) {
      if (sinceRise <= TRIED) flips += 1;
      sinceRise = Number.POSITIVE_INFINITY;
      good = 0;
      at = Math.min(levels.length - 1, at + (p95 > 1.6 * slow ? 2 : 1));
      return;
    }
    const more = p95 * (cost(levelAt(Math.max(0, at - 1))) / cost(levelAt(at)));
    good = more <= slow * (1 - SPARE) ? good + 1 : 0;
    if (at === 0 || flips >= FLIPS || good < PATIENCE * 2 ** flips) return;
    good = 0;
    sinceRise = 0;
    at -= 1;
  };

  return {
    get level() {
      return levelAt(at);
    },
    note: (interval) => {
      if (interval > 0 && interval <= GAP) {
        intervals.push(interval);
        watched += interval;
        if (watched >= LOOK && intervals.length >= FRAMES) {
          look();
          intervals = [];
          watched = 0;
        }
      }
      return levelAt(at);
    },
  };
}
