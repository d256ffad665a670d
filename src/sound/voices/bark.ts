import type { Hertz, Seconds } from '../../units.ts';
import { type Envelope, struck } from '../envelope.ts';
import { hashText, unitOf } from '../hash.ts';
import { playPartial } from '../partial.ts';
import { breathe } from '../throat.ts';
import type { Placement, Voice } from '../voice.ts';

const LOUD = 0.1;

/** What sounds when a trunk does: a bar's bending modes (1 : 2.76 : 5.4, Fletcher and Rossing 1998) die at once; the tone remains. */
const KNOCK = [
  { ratio: 2.76, level: 0.2, life: 0.16 },
  { ratio: 5.4, level: 0.07, life: 0.07 },
] as const;

/** The tone itself: a hollow body, odd harmonics before even ones. */
const TONE = [
  { ratio: 1, level: 1 },
  { ratio: 2, level: 0.16 },
  { ratio: 3, level: 0.2 },
  { ratio: 4, level: 0.04 },
  { ratio: 5, level: 0.05 },
] as const;

/** A tone that opens like a breath, is held by it and let go. */
function breathing(peak: number, from: Seconds, open: Seconds, end: Seconds, depth: number): Envelope {
  const close = Math.max(from + open + 0.3, end);
  const held = close - from - open;
  return [
    { at: 0, value: 0 },
    { at: from + 0.001, value: 0 },
    { at: from + open, value: peak },
    { at: from + open + held * 0.24, value: peak * (0.75 - depth * 0.3), curve: 'exponential' },
    { at: from + open + held * 0.42, value: peak * (0.62 + depth * 0.12), curve: 'exponential' },
    { at: from + open + held * 0.75, value: peak * 0.18, curve: 'exponential' },
    { at: close - 0.02, value: peak * 4e-4, curve: 'exponential' },
    { at: close, value: 0 },
  ];
}

interface Rung {
  readonly hz: Hertz;
  readonly at: Seconds;
  readonly end: Seconds;
  readonly peak: number;
  readonly soft: boolean;
}

function sound(out: Placement, rung: Rung, key: number, when: Seconds, offset: Seconds): void {
  const { hz, at, end, peak, soft } = rung;
  if (end <= at + 0.05) return;
  const open = Math.min(soft ? 0.22 : 0.09, (end - at) * 0.3);
  const warmth = out.piece.preset.music.brightness * (soft ? 0.55 : 1);
  const split = 0.3 + 0.5 * unitOf(key, 1);
  for (const [n, mode] of TONE.entries()) {
    const level = peak * mode.level * (n === 0 ? 1 : warmth);
    const envelope = breathing(level, at, open * (1 + 0.4 * n), at + (end - at) * (1 - 0.13 * n), unitOf(key, 2));
    playPartial(out, { hz: hz * mode.ratio, envelope }, when, offset);
    if (n === 0) {
      const second = envelope.map((point) => ({ ...point, value: point.value * 0.4 }));
      playPartial(out, { hz: hz + split, envelope: second }, when, offset);
    }
  }
  if (soft) return;
  for (const mode of KNOCK) {
    const tap = struck(peak * mode.level * warmth, 0.006, Math.min(mode.life, end - at));
    const envelope = [{ at: 0, value: 0 }, ...tap.map((point) => ({ ...point, at: at + 0.001 + point.at }))];
    playPartial(out, { hz: hz * mode.ratio, envelope }, when, offset);
  }
}

/** Hands on the bark: a chord climbs the trunk, tone by tone; it comes back down as softly as it can, into the hands. */
export const bark: Voice = {
  stem: 'bark',
  kinds: ['touch', 'return'],
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const end = event.duration - 0.05;
    const back = event.kind === 'return';
    const scale = Math.min(1, end / 3);
    const rising = event.pitches.slice(0, 8);
    const rungs = back ? rising.toReversed() : rising;
    const peak = (LOUD * (0.3 + 0.7 * event.strength)) / Math.sqrt(Math.max(1, rungs.length)) / (back ? 1.5 : 1);
    let at = 0;
    for (const [n, hz] of rungs.entries()) {
      // Highest come in faintest; coming back, each is a little later than the last, as something that settles.
      const height = rungs.length < 2 ? 0 : (back ? rungs.length - 1 - n : n) / (rungs.length - 1);
      sound(
        out,
        { hz, at, end: at + (end - at) * (1 - 0.3 * height), peak: peak * (1 - 0.45 * height), soft: back },
        key + n,
        when,
        offset,
      );
      at += (back ? 0.16 + 0.05 * n : 0.085 + 0.055 * unitOf(key, 8 + n)) * scale;
    }
    // Palms on bark: dry, grained, close.
    const grain = out.own(new BiquadFilterNode(out.context, { type: 'bandpass', frequency: back ? 520 : 900, Q: 0.9 }));
    grain.connect(out.input);
    const hush = peak * (back ? 0.5 : 0.7);
    const span = Math.min(end, (back ? at + 1.6 : 0.5) * scale);
    const settle = back ? Math.min(span * 0.75, at) : span * 0.12;
    const air: Envelope = [
      { at: 0, value: 0 },
      { at: Math.min(0.03, span * 0.05), value: hush * (back ? 0.08 : 0.4) },
      { at: settle + 0.001, value: hush, curve: 'exponential' },
      { at: span * 0.95, value: hush * 0.003, curve: 'exponential' },
      { at: span, value: 0 },
    ];
    breathe(out, Math.floor(8 * unitOf(key, 7)), air, when, offset, grain);
  },
};
