import type { Seconds } from '../../units.ts';
import { drawEnvelope, type Envelope } from '../envelope.ts';
import { sampleRate } from '../frames.ts';
import { phonate } from '../glottis.ts';
import { hashText, unitOf } from '../hash.ts';
import { breathe, openThroat } from '../throat.ts';
import type { Placement, Voice } from '../voice.ts';
import type { VowelId } from '../vowels.ts';
import { phrase, phraseCount, wordsFrom } from '../whispered.ts';

const LOUD = 0.62;
const SUNG = 0.2;

/** Phrases are made when first spoken, and kept: they are the same for all. */
const kept: AudioBuffer[] = [];
function spoken(index: number): AudioBuffer {
  const known = kept[index];
  if (known !== undefined) return known;
  const samples = phrase(index);
  const buffer = new AudioBuffer({ length: samples.length, sampleRate });
  buffer.getChannelData(0).set(samples);
  kept[index] = buffer;
  return buffer;
}

function whispered(out: Placement, key: number, peak: number, span: Seconds, when: Seconds, offset: Seconds): void {
  const index = Math.floor(unitOf(key, 1) * phraseCount);
  const pace = 0.93 + 0.15 * unitOf(key, 2);
  const source = out.own(new AudioBufferSourceNode(out.context, { buffer: spoken(index), playbackRate: pace }));
  const level = out.own(new GainNode(out.context, { gain: 0 }));
  const shape: Envelope = [
    { at: 0, value: 0 },
    { at: Math.min(0.004, span * 0.1), value: peak },
    { at: span * 0.6, value: peak * 0.85 },
    { at: span, value: 0 },
  ];
  drawEnvelope(level.gain, shape, when, offset);
  source.connect(level).connect(out.input);
  source.start(when, wordsFrom(index) + offset * pace);
  source.stop(when + span - offset);
}

const open: readonly VowelId[] = ['o', 'a', 'u', 'uh', 'a'];

/** Out of breath a tone grows, and goes back into breath. */
function sung(
  out: Placement,
  key: number,
  hz: number,
  peak: number,
  span: Seconds,
  when: Seconds,
  offset: Seconds,
): void {
  const from = open[Math.floor(unitOf(key, 3) * open.length)] ?? 'o';
  const to = open[Math.floor(unitOf(key, 4) * open.length)] ?? 'a';
  const mouth = [
    { at: 0, vowel: 'uh' as const },
    { at: span * 0.2, vowel: from },
    { at: span * 0.8, vowel: to },
  ];
  const size = Math.max(1, Math.min(1.32, (hz / 140) ** 0.22)) * (0.94 + 0.12 * unitOf(key, 5));
  const throat = openThroat(out, { mouth, size, breadth: 1.3, chest: 0 }, when, offset);
  const air: Envelope = [
    { at: 0, value: 0 },
    { at: 0.05 * span, value: peak * 0.5 },
    { at: 0.3 * span, value: peak * 0.1 },
    { at: 0.75 * span, value: peak * 0.12 },
    { at: span, value: 0 },
  ];
  breathe(out, Math.floor(8 * unitOf(key, 6)), air, when, offset, throat);
  const pitch: Envelope = [
    { at: 0, value: hz * 0.97 },
    { at: 0.22 * span, value: hz },
    { at: span, value: hz },
  ];
  const level: Envelope = [
    { at: 0, value: 0 },
    { at: 0.28 * span, value: peak },
    { at: 0.6 * span, value: peak * 0.8 },
    { at: span, value: 0 },
  ];
  const depth: Envelope = [
    { at: 0, value: 0 },
    { at: 0.7 * span, value: hz * 0.014 },
  ];
  const vibrato = { hz: 4.9 + 0.7 * unitOf(key, 7), depth };
  phonate(out, { pitch, level, vibrato, tilt: 0.4 }, when, offset, throat);
}

/** One leaf, near enough to be heard by itself: a few whispered syllables, or a tone of the chord where it has found one. */
export const whisper: Voice = {
  stem: 'whispers',
  kinds: ['whisper'],
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const span = event.duration - 0.04;
    if (span <= offset) return;
    // Few at a time are at the ear: a hundred that are equally near are rain.
    const strength = (0.25 + 0.75 * event.strength) * (0.14 + 0.86 * unitOf(key, 8) ** 4);
    const hz = event.pitches[0];
    if (hz === undefined) whispered(out, key, LOUD * strength, Math.min(span, 2.6), when, offset);
    else sung(out, key, hz, SUNG * strength, span, when, offset);
  },
};
