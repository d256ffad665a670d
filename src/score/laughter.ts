import type { Radians } from '../units.ts';
import { onShore } from './around.ts';
import { chance } from './chance.ts';
import { waves } from './dance.ts';
import type { Draft } from './draft.ts';
import { stepHeight } from './steps.ts';
import type { Tonight } from './tonight.ts';
import type { MovementSpan } from './types.ts';
import { along, between, level, placed, rightOf } from './vector.ts';

/** Middle pitches of speaking voices, low to high, hertz. */
const voices = [128, 147, 165, 196, 220, 247, 277, 311, 349] as const;

/** How many laughs run around the lake in each wave on a full night. */
const runs = [9, 14, 22] as const;

/** The first laugh is near: Need's breath, turned. */
function firstLaugh(tonight: Tonight, span: MovementSpan): Draft {
  const at = span.from + (span.to - span.from) * (waves[0] + 0.035);
  const { feet, gaze } = tonight.walk(at);
  const ahead = level(between(feet, gaze));
  const [x, , z] = along(along(feet, ahead, 2.2), rightOf(ahead), 1.3);
  return {
    kind: 'laugh',
    at,
    duration: 3,
    place: placed([x, stepHeight(tonight, x, z) + 1.4, z]),
    strength: 0.75,
    pitches: [voices[5]],
    index: 0,
    warmth: 0.85,
  };
}

/** Laughter: one near, then in each wave a run around the lake, from neighbour to neighbour; `seat` is where it starts. */
export function laughsOf(tonight: Tonight, span: MovementSpan, seat: Radians): Draft[] {
  const { laughter } = tonight.preset.comfort;
  if (laughter === 0) return [];
  const dice = chance(tonight.seed, tonight.night, 85);
  const whole = span.to - span.from;
  const amount = laughter * (tonight.quiet ? 0.5 : 1);
  const drafts: Draft[] = [firstLaugh(tonight, span)];
  for (const [wave, full] of runs.entries()) {
    const from = span.from + whole * ((waves[wave] ?? 0) + (wave === 0 ? 0.08 : 0.07));
    const to = span.from + whole * ((waves[wave + 1] ?? 1) - 0.03);
    const count = Math.max(1, Math.round(full * amount));
    const way = dice.unit(wave, 1) < 0.5 ? 1 : -1;
    const begin = tonight.quiet ? seat + Math.PI - way * 0.7 : seat + way * 0.25;
    const turn = tonight.quiet ? 1.4 : 2 * Math.PI * (0.7 + 0.1 * wave);
    for (let n = 0; n < count; n += 1) {
      // A run gathers speed: the first laughs hesitate, the last fall over each other.
      const x = ((n + 0.5 + 0.45 * dice.sway(wave, n, 2)) / count) ** 0.75;
      drafts.push({
        kind: 'laugh',
        at: from + (to - from) * x,
        duration: 1.6 + 1.6 * dice.unit(wave, n, 3),
        place: onShore(
          tonight.world,
          begin + way * turn * x + 0.12 * dice.sway(wave, n, 4),
          0.8 + 5 * dice.unit(wave, n, 5),
          1.4,
        ),
        strength: (0.3 + 0.3 * dice.unit(wave, n, 6)) * (tonight.quiet ? 0.5 : 1) * (0.6 + 0.4 * laughter),
        pitches: [voices[dice.below(voices.length, wave, n, 7)] ?? 196],
        index: drafts.length,
        item: dice.below(60, wave, n, 8),
        warmth: 0.7 + 0.25 * dice.unit(wave, n, 9),
      });
    }
  }
  return drafts;
}
