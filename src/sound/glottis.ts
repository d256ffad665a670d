import type { Hertz, Seconds } from '../units.ts';
import { drawEnvelope, type Envelope, envelopeAt } from './envelope.ts';
import type { Placement } from './voice.ts';

const HARMONICS = 48;
/** Step of the sum that gives the phase at an age. */
const STEP: Seconds = 1 / 1500;

interface Phonation {
  /** Hertz, in straight lines. */
  readonly pitch: Envelope;
  readonly level: Envelope;
  /** Vibrato: its rate, and its depth in hertz. */
  readonly vibrato?: { readonly hz: Hertz; readonly depth: Envelope };
  /** Amplitude of harmonic k is k to the minus this: 1 clear, 1.6 soft and breathy. */
  readonly tilt: number;
}

/** Sines that begin at a phase, given in cycles; each harmonic keeps its place beside the first. */
function waveOf(context: BaseAudioContext, amplitudes: readonly number[], phase: number): PeriodicWave {
  const real = new Float32Array(amplitudes.length + 1);
  const imag = new Float32Array(amplitudes.length + 1);
  for (const [n, amplitude] of amplitudes.entries()) {
    const angle = 2 * Math.PI * (((n + 1) * phase) % 1);
    real[n + 1] = amplitude * Math.sin(angle);
    imag[n + 1] = amplitude * Math.cos(angle);
  }
  return new PeriodicWave(context, { real, imag, disableNormalization: true });
}

/** Waves from their very beginning, by tilt: making one costs more than sounding it. */
const kept = new WeakMap<BaseAudioContext, Map<number, PeriodicWave>>();

function sourceOf(context: BaseAudioContext, tilt: number, phase: number): PeriodicWave {
  const amplitudes = Array.from({ length: HARMONICS }, (_, n) => (n + 1) ** -tilt);
  if (phase !== 0) return waveOf(context, amplitudes, phase);
  const waves = kept.get(context) ?? new Map<number, PeriodicWave>();
  kept.set(context, waves);
  const wave = waves.get(tilt) ?? waveOf(context, amplitudes, 0);
  waves.set(tilt, wave);
  return wave;
}

/** Cycles that a voice has gone through at an age: its frequency, summed. */
function cyclesAt({ pitch, vibrato }: Phonation, age: Seconds): number {
  const steps = Math.ceil(age / STEP);
  if (steps === 0) return 0;
  const step = age / steps;
  let cycles = 0;
  for (let n = 0; n < steps; n++) {
    const t = (n + 0.5) * step;
    const sway = vibrato === undefined ? 0 : envelopeAt(vibrato.depth, t) * Math.sin(2 * Math.PI * vibrato.hz * t);
    cycles += (envelopeAt(pitch, t) + sway) * step;
  }
  return cycles;
}

/** Vocal folds: a buzz that follows a pitch, into a throat. Met midway it has the phase that it would have had. */
export function phonate(out: Placement, voice: Phonation, when: Seconds, offset: Seconds, into: AudioNode): void {
  const { context } = out;
  const end = voice.level.at(-1)?.at ?? 0;
  if (offset >= end) return;
  const stop = when + end - offset + 0.005;
  const source = out.own(new OscillatorNode(context, { frequency: envelopeAt(voice.pitch, offset) }));
  source.setPeriodicWave(sourceOf(context, voice.tilt, cyclesAt(voice, offset) % 1));
  drawEnvelope(source.frequency, voice.pitch, when, offset);
  if (voice.vibrato !== undefined) {
    const { hz, depth } = voice.vibrato;
    const sway = out.own(new OscillatorNode(context, { frequency: hz }));
    if (offset > 0) sway.setPeriodicWave(waveOf(context, [1], (hz * offset) % 1));
    const amount = out.own(new GainNode(context, { gain: 0 }));
    drawEnvelope(amount.gain, depth, when, offset);
    sway.connect(amount).connect(source.frequency);
    sway.start(when);
    sway.stop(stop);
  }
  const level = out.own(new GainNode(context, { gain: 0 }));
  drawEnvelope(level.gain, voice.level, when, offset);
  source.connect(level).connect(into);
  source.start(when);
  source.stop(stop);
}
