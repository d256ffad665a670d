import type { Seconds } from '../../units.ts';
import { drawEnvelope, type Envelope } from '../envelope.ts';
import { hashText, unitOf } from '../hash.ts';
import type { Voice } from '../voice.ts';

const LOUD = 0.5;
/** It passes its place this long after it began, and as fast. */
const PASSES: Seconds = 2.6;
const SPEED = 7;

/** One gust over the water: it comes from one side, bows the plant as it passes, and leaves on the other. */
export const gust: Voice = {
  stem: 'wind',
  kinds: ['gust'],
  heardAt({ id, place, duration }, age, { forward, up }) {
    const from = unitOf(hashText(id), 0) < 0.5 ? 1 : -1;
    const way = from * SPEED * (age - Math.min(PASSES, duration * 0.4));
    const [x, z] = [forward[1] * up[2] - forward[2] * up[1], forward[0] * up[1] - forward[1] * up[0]];
    return [place[0] + x * way, place[1], place[2] + z * way];
  },
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const end = Math.min(event.duration - 0.05, 6.5);
    if (end <= offset || end <= 0) return;
    const peak = LOUD * (0.3 + 0.7 * event.strength);
    const at = Math.min(PASSES, end * 0.42);
    const swell = (level: number): Envelope => [
      { at: 0, value: 0 },
      { at: at * 0.08, value: level * 0.03 },
      { at: at * 0.5, value: level * 0.25, curve: 'exponential' },
      { at: at, value: level, curve: 'exponential' },
      { at: at + (end - at) * 0.3, value: level * 0.5, curve: 'exponential' },
      { at: at + (end - at) * 0.62, value: level * 0.1, curve: 'exponential' },
      { at: end * 0.97, value: level * 0.003, curve: 'exponential' },
      { at: end, value: 0 },
    ];
    const bands = [
      { type: 'bandpass', Q: 0.7, calm: 180, full: 430, level: 1 },
      { type: 'bandpass', Q: 4.5, calm: 330, full: 640, level: 0.5 },
      { type: 'bandpass', Q: 0.9, calm: 1500, full: 2600, level: 0.1 },
    ] as const;
    for (const [n, { type, Q, calm, full, level }] of bands.entries()) {
      const band = out.own(new BiquadFilterNode(out.context, { type, Q }));
      const open = full * (0.94 + 0.12 * unitOf(key, 2 + n));
      const speed: Envelope = [
        { at: 0, value: calm },
        { at: at, value: open },
        { at: at + (end - at) * 0.4, value: (calm + open) / 2 },
        { at: end, value: calm },
      ];
      drawEnvelope(band.frequency, speed, when, offset);
      const air = out.own(new GainNode(out.context, { gain: 0 }));
      drawEnvelope(air.gain, swell(peak * level), when, offset);
      out
        .noise((Math.floor(8 * unitOf(key, 1)) + n) % 8)
        .connect(band)
        .connect(air)
        .connect(out.input);
    }
  },
};
