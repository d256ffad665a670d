import { drawEnvelope, type Envelope } from '../envelope.ts';
import { hashText, unitOf } from '../hash.ts';
import { playPartial } from '../partial.ts';
import type { Voice } from '../voice.ts';

const LOUD = 0.05;
const PETAL = 0.028;

/** A petal opens: a soft breath, and out of it the harmonic that joins the lake's drone. */
export const bloom: Voice = {
  stem: 'lake',
  kinds: ['bloom'],
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const hz = event.pitches[0];
    const end = event.duration - 0.05;
    const peak = 0.4 + 0.6 * event.strength;
    const scale = Math.min(1, end / 6);
    // High harmonics are as present as low ones when they are fainter; below 120 Hz the octave speaks for the tone.
    if (hz !== undefined) {
      const level = LOUD * peak * Math.min(1.5, (330 / hz) ** 0.45);
      const swell = (part: number, life: number): Envelope => [
        { at: 0, value: 0 },
        { at: 0.25 * scale, value: level * part * 0.12 },
        { at: 1.9 * scale, value: level * part },
        { at: 1.9 * scale + (end - 1.9 * scale) * 0.35 * life, value: level * part * 0.4, curve: 'exponential' },
        { at: 1.9 * scale + (end - 1.9 * scale) * 0.97 * life, value: level * part * 5e-4, curve: 'exponential' },
        { at: 1.9 * scale + (end - 1.9 * scale) * life, value: 0 },
      ];
      playPartial(out, { hz, envelope: swell(0.7, 1) }, when, offset);
      playPartial(out, { hz: hz + 0.2 + 0.3 * unitOf(key, 0), envelope: swell(0.4, 0.9) }, when, offset);
      playPartial(out, { hz: hz * 2, envelope: swell(hz < 160 ? 0.4 : 0.12, 0.7) }, when, offset);
      playPartial(out, { hz: hz * 3, envelope: swell(hz < 160 ? 0.16 : 0.04, 0.5) }, when, offset);
    }
    const petal: Envelope = [
      { at: 0, value: 0 },
      { at: 0.1 * scale, value: PETAL * peak * 0.4 },
      { at: 0.55 * scale, value: PETAL * peak },
      { at: 1.3 * scale, value: PETAL * peak * 0.3, curve: 'exponential' },
      { at: 2.4 * scale, value: PETAL * peak * 0.004, curve: 'exponential' },
      { at: 2.5 * scale, value: 0 },
    ];
    const skin = out.own(new BiquadFilterNode(out.context, { type: 'bandpass', Q: 1.3 }));
    const curl: Envelope = [
      { at: 0, value: 900 },
      { at: 0.55 * scale, value: 1900 },
      { at: 2.5 * scale, value: 1100 },
    ];
    drawEnvelope(skin.frequency, curl, when, offset);
    const air = out.own(new GainNode(out.context, { gain: 0 }));
    drawEnvelope(air.gain, petal, when, offset);
    out
      .noise(Math.floor(8 * unitOf(key, 1)))
      .connect(skin)
      .connect(air)
      .connect(out.input);
  },
};
