import type { Hertz, Seconds } from '../../units.ts';
import type { Point } from '../envelope.ts';
import { phonate } from '../glottis.ts';
import { hashText, unitOf } from '../hash.ts';
import { breathe, openThroat } from '../throat.ts';
import type { Voice } from '../voice.ts';
import type { VowelId } from '../vowels.ts';

const LOUD = 0.24;
/** All seven sway at about this rate, each a little differently. */
const VIBRATO: Hertz = 5.2;

interface Singer {
  /** What it sings on, note by note. */
  readonly vowels: readonly VowelId[];
  /** Length of each note beside the others', note by note. */
  readonly gait: readonly number[];
  /** Time from tone to tone as it glides, and for a tone to open. */
  readonly glide: Seconds;
  readonly open: Seconds;
  readonly tilt: number;
}

/** Seven selves: no two have the same mouth, the same gait, the same clearness. */
const singers: readonly Singer[] = [
  { vowels: ['a', 'o'], gait: [2, 1, 1, 2], glide: 0.09, open: 0.3, tilt: 0.2 },
  { vowels: ['o', 'u', 'o'], gait: [1, 2, 1, 2], glide: 0.16, open: 0.45, tilt: 0.35 },
  { vowels: ['uh', 'a', 'a'], gait: [1, 1, 1, 2], glide: 0.07, open: 0.22, tilt: 0.1 },
  { vowels: ['m', 'm', 'o'], gait: [3, 1, 2, 1], glide: 0.2, open: 0.5, tilt: 0.3 },
  { vowels: ['e', 'a'], gait: [1, 1, 2, 1], glide: 0.08, open: 0.25, tilt: 0.2 },
  { vowels: ['u', 'o', 'a'], gait: [3, 2, 1, 2], glide: 0.18, open: 0.55, tilt: 0.4 },
  { vowels: ['a', 'e', 'o'], gait: [1, 2, 2, 1], glide: 0.1, open: 0.35, tilt: 0.2 },
];

interface Note {
  readonly at: Seconds;
  readonly until: Seconds;
  readonly hz: Hertz;
  readonly vowel: VowelId;
}

function melodyOf(singer: Singer, pitches: readonly Hertz[], from: Seconds, to: Seconds): Note[] {
  const weights = pitches.map((_, n) => (n === pitches.length - 1 ? 3.2 : (singer.gait[n % singer.gait.length] ?? 1)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let at = from;
  return pitches.map((hz, n) => {
    const note = { at, until: at + ((to - from) * (weights[n] ?? 1)) / whole, hz };
    at = note.until;
    return { ...note, vowel: singer.vowels[n % singer.vowels.length] ?? 'a' };
  });
}

/** One of the seven sings its motif: a breath first, then tone by tone, each opening slowly and beginning to sway. */
export const greeting: Voice = {
  stem: 'beings',
  kinds: ['greeting'],
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const singer = singers[event.index % singers.length] ?? singers[0];
    const pitches = event.motif ?? event.pitches;
    const end = event.duration - 0.05;
    const first = pitches[0];
    if (singer === undefined || end <= 0) return;
    const scale = Math.min(1, end / 4);
    const middle = (first ?? 200) / 150;
    const size = Math.max(0.92, Math.min(1.32, middle ** 0.24)) * (0.97 + 0.06 * unitOf(key, 0));
    const peak = LOUD * (0.25 + 0.75 * event.strength);
    const begin = 0.5 * scale;
    const release = 1.5 * scale;
    const notes = melodyOf(singer, pitches, begin, end - release * 0.5);
    const last = notes.at(-1);
    const throat = openThroat(
      out,
      {
        mouth: [
          { at: 0, vowel: 'uh' },
          ...notes.flatMap(({ at, until, vowel }) => [
            { at: at + 0.12 * scale, vowel },
            { at: Math.max(at + 0.121 * scale, until - 0.1 * scale), vowel },
          ]),
        ],
        size,
        breadth: 1.15,
        chest: 0.22,
      },
      when,
      offset,
    );
    const air = peak * 0.5;
    const breath: Point[] = [
      { at: 0, value: 0 },
      { at: 0.3 * scale, value: air * 0.5 },
      { at: begin, value: air * 0.12 },
      { at: Math.max(begin + 0.001, end - release), value: air * 0.07 },
      { at: end - 0.3 * scale, value: air * 0.1 },
      { at: end, value: 0 },
    ];
    breathe(out, Math.floor(8 * unitOf(key, 1)), breath, when, offset, throat);
    if (first === undefined || last === undefined) return;
    // Two throats' worth of one voice: the second a little late and a little off, as a body of light would have.
    for (const [n, detune] of [1, 2 ** ((3 + 4 * unitOf(key, 2)) / 1200)].entries()) {
      const late = n * 0.035 * scale;
      const share = n === 0 ? 1 : 0.5;
      const pitch: Point[] = [{ at: 0, value: first * 0.965 * detune }];
      const level: Point[] = [{ at: 0, value: 0 }];
      const depth: Point[] = [{ at: 0, value: 0 }];
      for (const [i, note] of notes.entries()) {
        const at = note.at + late;
        const until = note.until + late;
        const long = until - at;
        const glide = Math.min(singer.glide * scale, long * 0.35);
        const open = Math.min(singer.open * scale, long * 0.5);
        const before = notes[i - 1]?.hz ?? note.hz * 0.965;
        const swell = peak * share * (0.78 + 0.22 * unitOf(key, 10 + i)) * (i === notes.length - 1 ? 0.95 : 1);
        pitch.push({ at: at + 0.001, value: before * detune }, { at: at + glide, value: note.hz * detune });
        pitch.push({ at: until, value: note.hz * detune });
        level.push({ at: at + 0.002, value: i === 0 ? 0 : swell * 0.55 }, { at: at + open, value: swell });
        level.push({ at: until - Math.min(0.06, long * 0.1), value: swell * 0.8 });
        const sway = note.hz * 0.014;
        depth.push({ at: at + long * 0.3, value: sway * 0.15 }, { at: at + long * 0.7, value: sway });
        depth.push({ at: until, value: sway * 0.5 });
      }
      const close = Math.min(end - 0.01, last.until + late);
      const held = level.at(-1)?.value ?? 0;
      level.push({ at: Math.max(close, (level.at(-1)?.at ?? 0) + 0.001), value: held * 0.7 });
      level.push({ at: end - 0.02, value: held * 0.01, curve: 'exponential' }, { at: end, value: 0 });
      const vibrato = { hz: VIBRATO * (0.94 + 0.12 * unitOf(key, 3 + n)), depth };
      phonate(out, { pitch, level, vibrato, tilt: singer.tilt }, when, offset, throat);
    }
  },
};
