import type { Hertz, Seconds } from '../units.ts';
import { drawEnvelope, type Envelope } from './envelope.ts';
import type { Placement } from './voice.ts';

/** Highest pitch that is worth an oscillator. */
const HIGHEST: Hertz = 14000;

/** Cosine, made once a context. */
const cosines = new WeakMap<BaseAudioContext, PeriodicWave>();

function cosineOf(context: BaseAudioContext): PeriodicWave {
  const known = cosines.get(context);
  if (known !== undefined) return known;
  const wave = new PeriodicWave(context, { real: [0, 1], imag: [0, 0], disableNormalization: true });
  cosines.set(context, wave);
  return wave;
}

export interface Partial {
  readonly hz: Hertz;
  readonly envelope: Envelope;
  /** -1..1 beside the event's own place; left out, the partial is in the middle of it. */
  readonly into?: AudioNode;
}

/**
 * One sine of an event under its envelope. Met midway it has the very phase that it would have had: as sine and cosine in the
 * proportion that the phase asks for.
 */
export function playPartial(out: Placement, partial: Partial, when: Seconds, offset: Seconds): void {
  const { hz, envelope } = partial;
  const end = envelope.at(-1)?.at ?? 0;
  if (hz > HIGHEST || hz <= 0 || offset >= end) return;
  const { context } = out;
  const stop = when + end - offset + 0.005;
  const level = out.own(new GainNode(context, { gain: 0 }));
  drawEnvelope(level.gain, envelope, when, offset);
  level.connect(partial.into ?? out.input);
  const phase = 2 * Math.PI * ((hz * offset) % 1);
  const sources: [share: number, wave: PeriodicWave | undefined][] =
    offset === 0
      ? [[1, undefined]]
      : [
          [Math.cos(phase), undefined],
          [Math.sin(phase), cosineOf(context)],
        ];
  for (const [share, wave] of sources) {
    const source = out.own(new OscillatorNode(context, { frequency: hz }));
    if (wave !== undefined) source.setPeriodicWave(wave);
    if (share === 1) source.connect(level);
    else source.connect(out.own(new GainNode(context, { gain: share }))).connect(level);
    source.start(when);
    source.stop(stop);
  }
}
