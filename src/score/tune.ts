import type { Seconds } from '../units.ts';
import { type Chance, chance } from './chance.ts';
import { clamp01 } from './ease.ts';

/** Tonight's tune: spelled by the stars, remembered by the dance, its end answered in the morning. */
export interface Tune {
  /** Degrees of the night's mode, one a chosen star. */
  readonly degrees: readonly number[];
  /** Bars of the dance in pulses, each as groups of two and three. */
  readonly bars: readonly (readonly number[])[];
  /** For each note, its onset in pulses from the tune's beginning in the dance; halves occur. */
  readonly onsets: readonly number[];
  /** Pulses that one round of the tune takes. */
  readonly pulses: number;
}

const lowest = -2;
const highest = 9;

/** A move through the scale: mostly steps, now and then a leap, which the next note answers by a step back. */
function move(dice: Chance, n: number, last: number, pull: number): number {
  if (Math.abs(last) >= 3) return last > 0 ? -1 : 1;
  const up = dice.unit(n, 1) < clamp01(0.5 + 0.22 * pull);
  const x = dice.unit(n, 2);
  const size = x < 0.62 ? 1 : x < 0.86 ? 2 : x < 0.95 ? 3 : 4;
  return up ? size : -size;
}

/** One phrase of `count` notes that rises to its middle and closes on `end`. */
function phrase(dice: Chance, count: number, start: number, end: number, arch: number): number[] {
  const degrees = [start];
  let last = 0;
  for (let n = 1; n < count - 1; n += 1) {
    const here = degrees[n - 1] ?? start;
    const target = start + (end - start) * (n / count) + arch * Math.sin((Math.PI * n) / count);
    last = move(dice, n, last, target - here);
    // A tune that stays within a tenth can be sung by anyone.
    const there = here + last;
    if (there < lowest || there > highest) last = -last;
    degrees.push(here + last);
  }
  const here = degrees.at(-1) ?? start;
  const step = here > end ? 1 : -1;
  if (degrees.length > 1 && Math.abs(here - end) > 2) degrees[degrees.length - 1] = end + step;
  return [...degrees, end];
}

const grouping: Readonly<Record<number, readonly (readonly number[])[]>> = {
  5: [
    [2, 3],
    [3, 2],
  ],
  6: [
    [3, 3],
    [2, 2, 2],
  ],
  7: [
    [2, 2, 3],
    [3, 2, 2],
  ],
  8: [
    [3, 3, 2],
    [3, 2, 3],
  ],
  9: [
    [2, 2, 2, 3],
    [2, 3, 2, 2],
  ],
};

/** Four changing metres: always seven, five and nine, and one of six or eight. */
function metres(dice: Chance): number[][] {
  const counts = [7, 5, 9, dice.unit(1) < 0.5 ? 6 : 8];
  return dice.order(4, 2).map((n) => {
    const ways = grouping[counts[n] ?? 7] ?? [];
    return [...(ways[dice.below(ways.length, 3, n)] ?? [])];
  });
}

/** Onsets of `count` notes: first every group's head, then further pulses and halves in an order of their own. */
function onsetsOf(dice: Chance, bars: readonly (readonly number[])[], count: number): number[] {
  const heads: number[] = [];
  const others: number[] = [];
  let pulse = 0;
  for (const group of bars.flat()) {
    heads.push(pulse);
    for (let n = 1; n < group; n += 1) others.push(pulse + n);
    others.push(pulse + group - 0.5);
    pulse += group;
  }
  const extra = dice.order(others.length, 4).map((n) => others[n] ?? 0);
  const chosen = [...heads, ...extra].slice(0, count);
  return chosen.sort((a, b) => a - b);
}

export function tuneOf(seed: number, night: number): Tune {
  const dice = chance(seed, night, 3);
  const count = 12 + dice.below(9, 0);
  const first = Math.round(count / 3);
  const second = Math.round((count - first) / 2);
  const start = [0, 2, 4][dice.below(3, 10)] ?? 0;
  const opening = phrase(
    chance(seed, night, 4),
    first,
    start,
    [4, 1, 2][dice.below(3, 11)] ?? 4,
    2 + dice.unit(12) * 2,
  );
  // The second phrase remembers the first one, lifted, and then goes its own way.
  const lift = 1 + dice.below(2, 13);
  const fresh = phrase(chance(seed, night, 5), second, start + lift, 4, 2.5);
  const answer = fresh.map((degree, n) => (n < second / 2 ? Math.min(highest, (opening[n] ?? degree) + lift) : degree));
  const close = phrase(chance(seed, night, 6), count - first - second, 5, 0, 0.5);
  const bars = metres(dice);
  return {
    degrees: [...opening, ...answer, ...close],
    bars,
    onsets: onsetsOf(dice, bars, count),
    pulses: bars.flat().reduce((sum, group) => sum + group, 0),
  };
}

/** Seconds of a note of the tune, up to the next one. */
export function noteLength(tune: Tune, note: number, pulse: Seconds): Seconds {
  const at = tune.onsets[note] ?? 0;
  return ((tune.onsets[note + 1] ?? tune.pulses) - at) * pulse;
}
