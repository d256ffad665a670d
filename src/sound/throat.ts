import type { Seconds } from '../units.ts';
import { drawEnvelope, type Envelope } from './envelope.ts';
import { gainOf } from './mix.ts';
import type { Placement } from './voice.ts';
import { bandwidths, type VowelId, vowels } from './vowels.ts';

/** A mouth that is on its way from vowel to vowel. */
export type Mouth = readonly { readonly at: Seconds; readonly vowel: VowelId }[];

interface Throat {
  readonly mouth: Mouth;
  /** How much shorter than a man's the tract is, as a factor on its resonances: 1 .. 1.35. */
  readonly size: number;
  /** Factor on the bandwidths: 1 sung, 2 and more whispered. */
  readonly breadth: number;
  /** Share of the source that passes beside the formants, below them: the chest. */
  readonly chest: number;
}

/**
 * A vocal tract: four resonances side by side, with signs that alternate so that no notch lies between two of them
 * (Klatt 1980). What goes into the node it gives back comes out as that vowel.
 */
export function openThroat(
  out: Placement,
  { mouth, size, breadth, chest }: Throat,
  when: Seconds,
  offset: Seconds,
): AudioNode {
  const { context } = out;
  const source = out.own(new GainNode(context));
  const track = (read: (vowel: VowelId) => number): Envelope =>
    mouth.map(({ at, vowel }) => ({ at, value: read(vowel) }));
  for (const [n, bandwidth] of bandwidths.entries()) {
    const hz = track((vowel) => (vowels[vowel].hz[n] ?? 0) * size);
    const formant = out.own(new BiquadFilterNode(context, { type: 'bandpass' }));
    const level = out.own(new GainNode(context));
    const sign = n % 2 === 0 ? 1 : -1;
    // Once a block is smooth enough for a mouth, and costs a tenth of once a sample.
    formant.frequency.automationRate = 'k-rate';
    formant.Q.automationRate = 'k-rate';
    drawEnvelope(formant.frequency, hz, when, offset);
    const q = hz.map(({ at, value }) => ({ at, value: value / (bandwidth * breadth * size) }));
    drawEnvelope(formant.Q, q, when, offset);
    drawEnvelope(
      level.gain,
      track((vowel) => sign * gainOf(vowels[vowel].db[n] ?? -60)),
      when,
      offset,
    );
    source.connect(formant).connect(level).connect(out.input);
  }
  if (chest > 0) {
    const low = out.own(new BiquadFilterNode(context, { type: 'lowpass', frequency: 420 * size, Q: 0 }));
    const deep = out.own(new BiquadFilterNode(context, { type: 'highpass', frequency: 90, Q: 0 }));
    const level = out.own(new GainNode(context, { gain: chest }));
    source.connect(low).connect(deep).connect(level).connect(out.input);
  }
  return source;
}

/** Breath under an envelope, into a throat. */
export function breathe(
  out: Placement,
  channel: number,
  envelope: Envelope,
  when: Seconds,
  offset: Seconds,
  into: AudioNode,
): void {
  const level = out.own(new GainNode(out.context, { gain: 0 }));
  drawEnvelope(level.gain, envelope, when, offset);
  out.noise(channel).connect(level).connect(into);
}
