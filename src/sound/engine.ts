import type { Piece, Touch } from '../score/types.ts';
import { type AudioClock, createAudioClock } from '../time/audio.ts';
import type { Timeline } from '../time/timeline.ts';
import type { Decibels, Seconds, Unit } from '../units.ts';
import { type Conductor, createConductor, type Passage } from './conductor.ts';
import { frameOf, limiterDelay, sampleRate } from './frames.ts';
import { fadeOut } from './placement.ts';
import { stemIds } from './stems.ts';
import { createStudio, loadWorklets, type Studio } from './studio.ts';
import tickUrl from './tick.worker.ts?worker&url';

export interface EngineOptions {
  /** Where the sound goes instead of the loudspeakers. */
  readonly sink?: (context: AudioContext) => AudioNode;
}

export interface Engine {
  readonly context: AudioContext;
  /** The context's time as heard: give it to the timeline while `running`, and picture and sound agree to the sample. */
  readonly clock: AudioClock;
  readonly running: boolean;
  /** To be called within a visitor's gesture, where the browser asks for one. Resolves when sound flows. */
  start(): Promise<void>;
  suspend(): Promise<void>;
  setVolume(unit: Unit): void;
  setMuted(muted: boolean): void;
  /** The timeline has jumped. (Its own seeks are noticed without it.) */
  seek(): void;
  /** Takes another piece at the present position; what sounds fades first. */
  setPiece(piece: Piece): void;
  touches(list: readonly Touch[]): void;
  counts(): { readonly nodes: number; readonly voices: number };
  /** RMS of the last 43 ms, dBFS; -200 for silence. */
  level(): Decibels;
  dispose(): Promise<void>;
}

/** The score is read this far ahead: long enough for a page that stutters, short enough for a touch. */
const LOOKAHEAD: Seconds = 0.5;
/** Silence between fading out and coming back in at another place, in which everything is set anew. */
const CLEARING: Seconds = 0.06;
const FADE_IN: Seconds = 0.16;
/** A position that is off by more than this has jumped; by less, it is drawn along. */
const JUMP: Seconds = 0.08;
const SLACK: Seconds = 0.004;
const VOLUME_GLIDE: Seconds = 0.06;
const SILENCE: Decibels = -200;

/** Sound on the page: one AudioContext, following the timeline. Nothing sounds before `start`. */
export function createEngine(firstPiece: Piece, timeline: Timeline, options: EngineOptions = {}): Engine {
  const context = new AudioContext({ latencyHint: 'playback', sampleRate });
  const clock = createAudioClock(context, () => performance.now());
  const gate = new GainNode(context, { gain: 0 });
  const volume = new GainNode(context);
  const meter = new AnalyserNode(context, { fftSize: 2048 });
  const window = new Float32Array(meter.fftSize);
  gate.connect(volume).connect(meter);
  volume.connect(options.sink?.(context) ?? context.destination);

  let piece = firstPiece;
  let touchList: readonly Touch[] = [];
  let loudness: Unit = 1;
  let muted = false;
  let started = false;
  let disposed = false;
  let loading: Promise<void> | undefined;
  let ticks: Worker | undefined;
  let graph: { readonly studio: Studio; readonly conductor: Conductor } | undefined;
  let jumped = false;

  const build = (): { studio: Studio; conductor: Conductor } => {
    const studio = createStudio(context, piece, { stems: stemIds, anchor: { frame: 0, from: 0 } });
    studio.output.connect(gate);
    return { studio, conductor: createConductor(studio, piece, stemIds) };
  };

  const fade = (to: Unit, from: Seconds, span: Seconds): void => {
    gate.gain.cancelScheduledValues(from);
    gate.gain.setValueAtTime(gate.gain.value, from);
    gate.gain.linearRampToValueAtTime(to, from + span);
  };

  /** Where the piece is in context time, the limiter's delay taken off: what is heard is what is shown. */
  const passageAt = (at: Seconds): Passage => {
    const motion = timeline.query();
    const heard = clock.now() - limiterDelay / sampleRate;
    return { position: motion.position + (at - heard) * motion.velocity, context: at, velocity: motion.velocity };
  };

  const leave = (): Seconds => {
    const now = context.currentTime;
    fade(0, now, fadeOut);
    graph?.conductor.halt(now + fadeOut);
    return now + fadeOut;
  };

  const enter = (): void => {
    const silent = leave();
    if (graph === undefined || timeline.query().velocity <= 0) return;
    const at = silent + CLEARING;
    const passage = passageAt(at);
    const { studio, conductor } = graph;
    studio.clear.cancelScheduledValues(0);
    studio.clear.setValueAtTime(1, silent + CLEARING * 0.3);
    studio.clear.setValueAtTime(0, silent + CLEARING * 0.6);
    studio.anchor({ frame: frameOf(passage.position), from: frameOf(silent + CLEARING * 0.5) });
    // A position before the piece is the piece's beginning, a little later.
    const early = Math.min(0, passage.position) / passage.velocity;
    conductor.begin({ ...passage, position: Math.max(0, passage.position), context: at - early }, touchList);
    conductor.advance(at + LOOKAHEAD, touchList);
    gate.gain.setValueAtTime(0, at);
    gate.gain.linearRampToValueAtTime(1, at + FADE_IN);
  };

  const running = (): boolean => started && !disposed && context.state === 'running';

  const follow = (): void => {
    if (!running() || graph === undefined) return;
    const { conductor } = graph;
    if (jumped) {
      jumped = false;
      enter();
      return;
    }
    const { passage } = conductor;
    const at = context.currentTime;
    if (passage === undefined) {
      // Only frees what has faded.
      conductor.advance(at, touchList);
      return;
    }
    const wanted = passageAt(at);
    const error = wanted.position - (passage.position + (at - passage.context) * passage.velocity);
    if (Math.abs(error) > JUMP) {
      enter();
      return;
    }
    // Two clocks that drift apart: what is still to come is drawn along by a tenth.
    if (Math.abs(error) > SLACK && at > passage.context) {
      conductor.rebase({ ...wanted, position: wanted.position - error * 0.9 });
    }
    conductor.advance(at + LOOKAHEAD, touchList);
  };

  const jump = (): void => {
    if (jumped) return;
    jumped = true;
    queueMicrotask(follow);
  };

  const unsubscribe = timeline.subscribe((_motion, cause) => {
    if (cause === 'clock' || !running() || graph === undefined) return;
    if (cause === 'pause') leave();
    else if (cause === 'rebase') graph.conductor.rebase(passageAt(context.currentTime));
    else jump();
  });

  const setLevel = (): void => {
    const now = context.currentTime;
    volume.gain.cancelScheduledValues(now);
    // The square of the control: what feels like half as loud lies near its middle.
    volume.gain.setTargetAtTime(muted ? 0 : loudness ** 2, now, VOLUME_GLIDE);
  };

  return {
    context,
    clock,
    get running() {
      return running();
    },
    start: async () => {
      if (disposed) return;
      const resumed = context.resume();
      loading ??= loadWorklets(context);
      await Promise.all([resumed, loading]);
      if (disposed) return;
      graph ??= build();
      if (ticks === undefined) {
        ticks = new Worker(tickUrl, { type: 'module' });
        ticks.onmessage = follow;
      }
      started = true;
      jump();
    },
    suspend: async () => {
      if (!running()) return;
      leave();
      started = false;
      await new Promise((resolve) => setTimeout(resolve, 1000 * fadeOut + 20));
      // A start in the meantime wins.
      if (!started && !disposed) await context.suspend();
    },
    setVolume: (unit) => {
      loudness = Math.min(1, Math.max(0, unit));
      setLevel();
    },
    setMuted: (on) => {
      muted = on;
      setLevel();
    },
    seek: jump,
    setPiece: (next) => {
      piece = next;
      if (graph === undefined) return;
      const old = graph;
      const silent = leave();
      graph = build();
      // The old graph fades within the gate that both share; it is freed when nothing of it is heard.
      setTimeout(
        () => {
          old.conductor.dispose();
          old.studio.dispose();
        },
        1000 * (silent - context.currentTime),
      );
      jump();
    },
    touches: (list) => {
      touchList = list;
      if (running() && graph?.conductor.passage !== undefined) {
        graph.conductor.advance(context.currentTime + LOOKAHEAD, touchList);
      }
    },
    counts: () => ({ nodes: 3 + (graph?.studio.count.nodes ?? 0), voices: graph?.conductor.voices ?? 0 }),
    level: () => {
      meter.getFloatTimeDomainData(window);
      const power = window.reduce((sum, x) => sum + x * x, 0) / window.length;
      return power > 0 ? Math.max(SILENCE, 10 * Math.log10(power)) : SILENCE;
    },
    dispose: async () => {
      if (disposed) return;
      disposed = true;
      unsubscribe();
      ticks?.terminate();
      graph?.conductor.dispose();
      graph?.studio.dispose();
      await context.close();
    },
  };
}
