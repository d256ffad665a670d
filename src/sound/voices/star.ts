import { starTimes } from '../../score/starTimes.ts';
import type { Hertz, Seconds } from '../../units.ts';
import { drawEnvelope, type Envelope, struck } from '../envelope.ts';
import { hashText, unitOf } from '../hash.ts';
import { playPartial } from '../partial.ts';
import { nearer } from '../space.ts';
import type { Placement, Voice } from '../voice.ts';

const LOUD = 0.16;
const COLD = 0.03;
const GLASS = 0.5;

/** Partials of a bell whose third is minor and whose octaves are true, each with a life of its own (after Risset 1969). */
const BELL = [
  { ratio: 0.5, level: 0.45, life: 1 },
  { ratio: 1, level: 0.6, life: 0.8 },
  { ratio: 1.2, level: 0.5, life: 0.6 },
  { ratio: 1.5, level: 0.22, life: 0.42 },
  { ratio: 2, level: 0.85, life: 0.58 },
  { ratio: 2.5, level: 0.4, life: 0.34 },
  { ratio: 3, level: 0.6, life: 0.36 },
  { ratio: 4.17, level: 0.5, life: 0.28 },
  { ratio: 5.43, level: 0.42, life: 0.22 },
  { ratio: 6.8, level: 0.32, life: 0.16 },
  { ratio: 8.2, level: 0.22, life: 0.12 },
  { ratio: 9.7, level: 0.14, life: 0.09 },
] as const;

const later = (envelope: Envelope, at: Seconds): Envelope => [
  { at: 0, value: 0 },
  ...envelope.map((point) => ({ ...point, at: point.at + Math.max(at, 1e-3) })),
];

/** Thin glass, breathed on: high, without warmth, and in it, hardly to be heard, one memory. */
function cold(
  out: Placement,
  hz: Hertz,
  cluster: readonly Hertz[],
  key: number,
  peak: number,
  scale: number,
  when: Seconds,
  offset: Seconds,
): void {
  const { coldest, warms, bell } = starTimes;
  const shape = (level: number): Envelope => [
    { at: 0, value: 0 },
    { at: 0.06 * scale, value: level * 0.35 },
    { at: coldest * scale, value: level },
    { at: warms * scale, value: level * 0.7 },
    { at: (bell - 0.2) * scale, value: level * 0.06, curve: 'exponential' },
    { at: bell * scale, value: 0 },
  ];
  const channel = Math.floor(7 * unitOf(key, 40));
  for (const [n, ratio] of [4, 6.02].entries()) {
    const glass = out.own(
      new BiquadFilterNode(out.context, { type: 'bandpass', frequency: Math.min(7000, hz * ratio), Q: 34 }),
    );
    const level = out.own(new GainNode(out.context, { gain: 0 }));
    drawEnvelope(level.gain, shape(peak * GLASS * (n === 0 ? 1 : 0.6)), when, offset);
    out
      .noise(channel + n)
      .connect(glass)
      .connect(level)
      .connect(out.input);
  }
  playPartial(out, { hz: hz * (4 + 0.05 * unitOf(key, 41)), envelope: shape(peak * COLD) }, when, offset);
  for (const tone of cluster) {
    let high = tone;
    while (high < 900) high *= 2;
    playPartial(out, { hz: high, envelope: shape(peak * COLD * 0.8) }, when, offset);
  }
}

/** A choice: a star that is cold, warms, and only then has a bell. */
export const star: Voice = {
  stem: 'stars',
  kinds: ['star'],
  heardAt: nearer(12),
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const hz = event.pitches[0] ?? 4 * out.piece.preset.music.root;
    const end = event.duration - 0.05;
    const scale = Math.min(1, event.duration / starTimes.length);
    const peak = 0.3 + 0.7 * event.strength;
    cold(out, hz, event.cluster ?? [], key, peak, scale, when, offset);
    const warm: Envelope = [
      { at: 0, value: 0 },
      { at: starTimes.warms * scale, value: 0 },
      { at: (starTimes.bell - 0.05) * scale, value: peak * 0.05 },
      { at: (starTimes.bell + 1.5) * scale, value: peak * 0.012 },
      { at: Math.max(end, 0.001), value: 0 },
    ];
    for (const ratio of [1 / 2, 1]) playPartial(out, { hz: hz * ratio, envelope: warm }, when, offset);
    const at = starTimes.bell * scale;
    const life = end - at;
    if (life <= 0.05) return;
    const bright = out.piece.preset.music.brightness;
    for (const [n, mode] of BELL.entries()) {
      const level = LOUD * peak * mode.level * (mode.ratio > 1.1 ? bright : 1) * (0.85 + 0.3 * unitOf(key, n));
      const envelope = later(struck(level, 0.0025, life * mode.life), at);
      playPartial(out, { hz: hz * mode.ratio, envelope }, when, offset);
      // The heavy partials are pairs: a bell is never quite round.
      if (mode.ratio > 2) continue;
      const pair = later(struck(level * 0.45, 0.0025, life * mode.life * 0.9), at);
      playPartial(out, { hz: hz * mode.ratio + 0.6 + 0.9 * unitOf(key, 20 + n), envelope: pair }, when, offset);
    }
  },
};
