import { beamAt, scene } from '../../score/memories.ts';
import type { Event } from '../../score/types.ts';
import type { Hertz, Seconds, Unit } from '../../units.ts';
import { drawEnvelope, type Envelope, type Point, struck } from '../envelope.ts';
import { sampleRate } from '../frames.ts';
import { phonate } from '../glottis.ts';
import { hashText, mix32, unitOf } from '../hash.ts';
import { playPartial } from '../partial.ts';
import { addHush, addTone, bake, playTable } from '../table.ts';
import type { Placement, Voice } from '../voice.ts';

const LOUD = 0.085;
const WARM = 0.24;
const TICK = 0.16;
/** Pictures a second that the projector's claw pulls down. */
const CLAW: Hertz = 17;
/** When the cluster is on the screen, in each of the two harsh playings, as shares of one. */
const SWELL = { from: 0.02, full: 0.34, worst: 0.68, gone: 0.97 } as const;

const smooth = (x: Unit): Unit => x * x * (3 - 2 * x);

/** One note of the motif: the cluster's tone that it comes from, and when it arrives. */
interface Way {
  readonly from: Hertz;
  readonly to: Hertz;
  readonly leaves: Seconds;
  readonly arrives: Seconds;
}

function waysOf(event: Event, whole: Seconds): Way[] {
  const motif = event.motif ?? event.pitches;
  const cluster = event.cluster ?? event.pitches;
  const first = scene.opens * whole;
  const last = (scene.folds + 0.025) * whole;
  return motif.map((to, n) => {
    const at = first + ((last - first) * n) / motif.length;
    const from = cluster[n % Math.max(1, cluster.length)] ?? to;
    return { from, to, leaves: at, arrives: at + ((last - first) / motif.length) * 0.8 };
  });
}

/** Twice it swells and is cut off; the third time it swells, and is let go into the warmth. */
function swelling(peak: number, whole: Seconds, way: Way, end: Seconds, depth: number): Point[] {
  const third = whole / 3;
  const points: Point[] = [{ at: 0, value: 0 }];
  for (const playing of [0, 1]) {
    const at = (x: Unit): Seconds => (playing + x) * third;
    points.push({ at: at(SWELL.from), value: 0 }, { at: at(SWELL.full), value: peak * 0.55 });
    points.push({ at: at(SWELL.worst), value: peak * (1 - 0.2 * depth) }, { at: at(SWELL.gone), value: peak * 0.75 });
    points.push({ at: at(0.995), value: 0 });
  }
  points.push({ at: third * 2.02, value: 0 }, { at: third * 2.2, value: peak * 0.6 });
  points.push({ at: way.leaves, value: peak * 0.6 }, { at: (way.leaves + way.arrives) / 2, value: peak * 0.42 });
  points.push({ at: way.arrives, value: peak * 0.75 }, { at: (way.arrives + end) / 2, value: peak * 0.5 });
  points.push({ at: end, value: 0 });
  return points;
}

/** The glide itself, eased by a few straight lines. */
function gliding({ from, to, leaves, arrives }: Way, end: Seconds): Envelope {
  const points: Point[] = [{ at: 0, value: from }];
  for (let n = 0; n <= 6; n++) {
    points.push({ at: leaves + ((arrives - leaves) * n) / 6 + 0.001, value: from * (to / from) ** smooth(n / 6) });
  }
  points.push({ at: Math.max(end, arrives + 0.002), value: to });
  return points;
}

/** The projector: a claw that ticks, unevenly worn, and the gate that falls shut before each playing. */
function projector(out: Placement, event: Event, whole: Seconds, key: number, when: Seconds, offset: Seconds): void {
  const table = bake(whole, (samples) => {
    const ticks = Array.from({ length: 6 }, (_, n) => {
      const tick = new Float32Array(0.05 * sampleRate);
      addHush(tick, { level: 0.9, life: 0.02, low: 700, high: 2600 }, mix32(n + 0x71c));
      addTone(tick, { hz: 1320 + 170 * unitOf(n, 1), level: 0.12, life: 0.03, rise: 0.0006 });
      addTone(tick, { hz: 236 + 22 * unitOf(n, 2), level: 0.3, life: 0.06, rise: 0.002 });
      return tick;
    });
    const open = scene.opened * whole;
    for (let n = 0, at = 0.03; at < whole - 0.08; n++) {
      // Between two playings the film runs back.
      const within = ((at * 3) / whole) % 1;
      const back = at < (whole * 2) / 3 + 0.2 && within > 0.94 ? 1.7 : 1;
      const pace = CLAW * (1 + 0.035 * Math.sin(at * 1.7) + 0.02 * Math.sin(at * 4.1)) * back;
      const worn = 0.45 + 0.35 * unitOf(key, 900 + (n % 13)) + 0.35 * unitOf(key, 2000 + n);
      const healing = at < open ? 1 : Math.max(0, 1 - (at - open) / (whole - open));
      const gain = worn * beamAt(Math.min(1, at / whole + 0.03)) * healing * (0.85 + 0.15 / back);
      const tick = ticks[Math.floor(6 * unitOf(key, 4000 + n))];
      const from = Math.round(at * sampleRate);
      for (let i = 0; tick !== undefined && i < tick.length && from + i < samples.length; i++) {
        samples[from + i] = (samples[from + i] ?? 0) + (tick[i] ?? 0) * gain;
      }
      at += (1 + 0.1 * (unitOf(key, 6000 + n) - 0.5)) / pace;
    }
    for (const playing of [0, 1, 2]) {
      const at = (playing * whole) / 3;
      addHush(samples, { level: 2.2, life: 0.09, low: 120, high: 1500, at, rise: 0.004 }, mix32(key ^ playing));
      addTone(samples, { hz: 148, level: 0.6, life: 0.16, at, rise: 0.004, bend: { by: 0.3, over: 0.02 } });
    }
  });
  playTable(out, { table, gain: TICK * (0.5 + 0.5 * event.strength), end: whole - 0.02 }, when, offset);
}

/** A hard memory: twice a dense, reedy cluster under the projector's ticking; then the hand opens, and it becomes a motif. */
export const memory: Voice = {
  stem: 'memory',
  kinds: ['memory'],
  play(event, when, offset, out) {
    const key = hashText(event.id);
    const whole = event.duration;
    const end = whole - 0.06;
    if (end <= 0.2) return;
    const harsh = 0.35 + 0.65 * Math.min(1, out.piece.preset.comfort.memories);
    const ways = waysOf(event, whole);
    projector(out, event, whole, key, when, offset);
    // A bow that presses, then a bow that rests: how open the reed is.
    const reed = out.own(new BiquadFilterNode(out.context, { type: 'lowpass', Q: 1.4 }));
    const third = whole / 3;
    const [closed, wide, warm] = [420, 700 + 1500 * harsh * out.piece.preset.music.brightness, 760];
    const press: Point[] = [{ at: 0, value: closed }];
    for (const playing of [0, 1]) {
      press.push({ at: (playing + SWELL.full) * third, value: (closed + wide) / 2 });
      press.push({ at: (playing + SWELL.worst) * third, value: wide });
      press.push(
        { at: (playing + SWELL.gone) * third, value: wide * 0.9 },
        { at: (playing + 1) * third, value: closed },
      );
    }
    press.push(
      { at: third * 2.2, value: (closed + wide) / 2 },
      { at: scene.opens * whole, value: (closed + wide) / 2 },
    );
    press.push({ at: scene.opened * whole, value: warm }, { at: end, value: closed });
    drawEnvelope(reed.frequency, press, when, offset);
    reed.connect(out.input);
    const share = (LOUD * harsh * (0.3 + 0.7 * event.strength)) / Math.sqrt(Math.max(1, ways.length));
    for (const [n, way] of ways.entries()) {
      for (const twin of [0, 1]) {
        // Two bows a tone, never agreeing: they beat once or twice in a second until the tone has come home.
        const off = twin === 0 ? 0 : 0.7 + 1.6 * unitOf(key, 20 + n);
        const pair = { ...way, from: way.from + off, to: way.to + off * 0.15 };
        const level = swelling(share * (twin === 0 ? 1 : 0.7), whole, way, end, unitOf(key, 40 + n));
        phonate(out, { pitch: gliding(pair, end), level, tilt: 1.05 }, when, offset, reed);
      }
      chime(out, way, (WARM * (0.3 + 0.7 * event.strength)) / Math.sqrt(ways.length), end, when, offset);
    }
  },
};

/** Each note of the motif, as it arrives, is also touched: soft, and warm. */
function chime(out: Placement, way: Way, peak: number, end: Seconds, when: Seconds, offset: Seconds): void {
  const at = way.leaves + (way.arrives - way.leaves) * 0.55;
  if (end - at < 0.3) return;
  for (const [ratio, level, life] of [
    [1, 1, 1],
    [2, 0.3, 0.7],
    [3, 0.1, 0.45],
  ] as const) {
    const shape = struck(peak * level, 0.09, (end - at) * life);
    const envelope = [{ at: 0, value: 0 }, ...shape.map((point) => ({ ...point, at: at + point.at }))];
    playPartial(out, { hz: way.to * ratio, envelope }, when, offset);
  }
}
