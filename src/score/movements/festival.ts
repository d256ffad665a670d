import { angleOf, crowd, onShore } from '../around.ts';
import { type Chance, chance } from '../chance.ts';
import { beatOf, drumBars, type Pulse, pulseLength, pulsesOf, waveEnergy, waves } from '../dance.ts';
import type { Draft, Movement } from '../draft.ts';
import { laughsOf } from '../laughter.ts';
import { progressOf } from '../movements.ts';
import type { Tonight } from '../tonight.ts';
import { noteLength } from '../tune.ts';
import type { MovementSpan } from '../types.ts';

const lanternCount = 44;
const sparkCount = 60;

/** Lanterns stand about the shore, some at the water, some back among the dancers. */
function lanterns(tonight: Tonight) {
  const dice = chance(tonight.seed, tonight.night, 77);
  return crowd(tonight, 76, lanternCount).map((angle, n) =>
    onShore(tonight.world, angle, 0.6 + 7 * dice.unit(n, 1) ** 2, 1.3 + 1.1 * dice.unit(n, 2)),
  );
}

/** Sparks rise over water and shore alike. */
function sparks(tonight: Tonight) {
  const dice = chance(tonight.seed, tonight.night, 79);
  return crowd(tonight, 78, sparkCount).map((angle, n) =>
    onShore(tonight.world, angle, -4 + 9 * dice.unit(n, 1), 1 + 3.5 * dice.unit(n, 2)),
  );
}

const loudness = (tonight: Tonight): number => (tonight.quiet ? 0.45 : 1);

function drums(tonight: Tonight, span: MovementSpan, pulses: readonly Pulse[]): Draft[] {
  const dice = chance(tonight.seed, tonight.night, 80);
  const places = lanterns(tonight);
  const half = pulseLength(tonight) / 2;
  const loud = loudness(tonight);
  const full = tonight.preset.music.density * tonight.sparse;
  const { root } = tonight.preset.music;
  return pulses.flatMap(({ at, n, wave, within }) => {
    const energy = waveEnergy(progressOf(span, at));
    const { accent, bar, of } = beatOf(drumBars(tonight, wave), within);
    const item = (bar * 11 + of * 3 + dice.below(3, n, 1)) % lanternCount;
    const hit = (when: number, strength: number, pitch: number, lantern: number): Draft => ({
      kind: 'drum',
      at: when,
      duration: 1.9,
      place: places[lantern % lanternCount] ?? tonight.world.landmarks.seat,
      strength: Math.min(1, strength * loud * (0.45 + 0.55 * energy)),
      pitches: [pitch],
      index: of,
      item: lantern % lanternCount,
      warmth: 0.75 + 0.2 * accent,
    });
    const hits: Draft[] = [];
    if (accent === 1) hits.push(hit(at, 0.95, root / 2, item));
    else if (accent === 0.7) hits.push(hit(at, 0.72, root * (3 / 4), item));
    else if (dice.unit(n, 2) < (0.35 + 0.6 * energy) * full) hits.push(hit(at, 0.42, root, item));
    if (energy > 0.5 && dice.unit(n, 3) < (energy - 0.45) * full) {
      hits.push(hit(at + half, 0.3, root * (3 / 2), item + 7));
    }
    return hits;
  });
}

/** The tune's rounds in one wave. In the last wave it is doubled an octave higher. */
function tuneIn(tonight: Tonight, span: MovementSpan, wave: readonly Pulse[], dice: Chance): Draft[] {
  const { tune } = tonight;
  const places = sparks(tonight);
  const pulse = pulseLength(tonight);
  const loud = loudness(tonight);
  const rounds = Math.ceil(wave.length / tune.pulses);
  const first = wave[0];
  const last = wave.at(-1);
  if (first === undefined || last === undefined) return [];
  const drafts: Draft[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [note, degree] of tune.degrees.entries()) {
      const at = first.at + (round * tune.pulses + (tune.onsets[note] ?? 0)) * pulse;
      if (at > last.at) break;
      const energy = waveEnergy(progressOf(span, at));
      // It is remembered bit by bit: at first some of its notes are missing.
      if (dice.unit(first.wave, round, note, 1) > 0.62 + 0.2 * first.wave + 0.25 * round) continue;
      const item = (note * 7 + round * 13) % sparkCount;
      const pluck: Draft = {
        kind: 'pluck',
        at,
        duration: Math.min(3.4, 1.6 + noteLength(tune, note, pulse)),
        place: places[item] ?? tonight.world.landmarks.seat,
        strength: (0.35 + 0.45 * energy) * loud * (0.5 + 0.5 * tonight.preset.music.tune),
        pitches: [tonight.pitch(degree, 2)],
        index: note,
        item,
        warmth: 0.55 + 0.3 * energy,
      };
      drafts.push(pluck);
      if (first.wave === 2 && dice.unit(round, note, 2) < 0.75) {
        const other = (item + 29) % sparkCount;
        drafts.push({
          ...pluck,
          place: places[other] ?? pluck.place,
          item: other,
          strength: (pluck.strength ?? 0.5) * 0.6,
          pitches: [tonight.pitch(degree, 4)],
        });
      }
    }
  }
  return drafts;
}

/** A second voice of chord tones, between the tune's notes. */
function counter(tonight: Tonight, span: MovementSpan, pulses: readonly Pulse[], dice: Chance): Draft[] {
  const places = sparks(tonight);
  const half = pulseLength(tonight) / 2;
  const full = tonight.preset.music.density * tonight.sparse * (tonight.quiet ? 0.5 : 1);
  return pulses.flatMap(({ at, n, wave }) => {
    const energy = waveEnergy(progressOf(span, at));
    return [0, 1].flatMap((part): Draft[] => {
      if (dice.unit(n, part, 5) >= (0.12 + 0.55 * energy) * full) return [];
      const when = at + part * half;
      const chord = tonight.chord(when);
      const tone = chord[1 + dice.below(Math.max(1, chord.length - 1), n, part, 6)] ?? tonight.pitch(0);
      const item = dice.below(sparkCount, n, part, 7);
      return [
        {
          kind: 'pluck',
          at: when,
          duration: 2.2,
          place: places[item] ?? tonight.world.landmarks.seat,
          strength: (0.18 + 0.27 * energy) * loudness(tonight),
          pitches: [tone * (dice.unit(n, part, 8) < 0.3 + 0.2 * wave ? 2 : 1)],
          index: 100 + part,
          item,
          warmth: 0.5 + 0.3 * dice.unit(n, part, 9),
        },
      ];
    });
  });
}

/** All around the lake, near and far: drum and lantern, pluck and spark, laughter; three waves. */
export const festival: Movement = {
  id: 'festival',
  tracks: {
    wind: 0.2,
    haze: 0.3,
    warmth: [
      [0, 0.55],
      [0.5, 0.8],
      [1, 1],
    ],
    stars: [
      [0, 0.9],
      [0.15, 0.5],
      [0.9, 0.5],
      [1, 0.8],
    ],
    treeGlow: [
      [0, 0.7],
      [0.3, 1],
    ],
    sap: [
      [0, 0.3],
      [0.8, 0.8],
    ],
    voiced: 1,
    orb: 0.08,
    lake: [
      [0, 0.8],
      [0.15, 0.45],
    ],
    partials: [
      [0, 1],
      [0.15, 0.35],
    ],
    otherSky: [
      [0, 1],
      [0.14, 0],
    ],
    plant: 1,
    blossom: 1,
    festival: [
      [0, 0.12],
      [waves[0], 0.35],
      [0.2, 0.8],
      [1, 1],
    ],
    wave: waveEnergy,
    laughter: [
      [0.05, 0],
      [0.15, 0.4],
      [0.4, 0.25],
      [0.55, 0.6],
      [0.68, 0.35],
      [0.95, 1],
    ],
    bed: [
      [0, 0.5],
      [1, 0.75],
    ],
    room: 0.85,
    focus: [
      [0, 6],
      [0.3, 14],
    ],
    aperture: 0.35,
  },
  events(tonight, span) {
    const dice = chance(tonight.seed, tonight.night, 81);
    const pulses = pulsesOf(tonight, span);
    const tunes = [0, 1, 2].flatMap((wave) =>
      tuneIn(
        tonight,
        span,
        pulses.filter((pulse) => pulse.wave === wave),
        dice,
      ),
    );
    const seat = angleOf(tonight.world, tonight.world.landmarks.seat);
    return [
      ...drums(tonight, span, pulses),
      ...tunes,
      ...counter(tonight, span, pulses, dice),
      ...laughsOf(tonight, span, seat),
    ];
  },
};
