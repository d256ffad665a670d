import type { Hertz, Seconds } from '../units.ts';
import { sampleRate } from './frames.ts';
import { mix32 } from './hash.ts';
import type { Placement } from './voice.ts';

/** Within one step a tone's pitch stands still; its phase is exact at every step. */
const STEP = 64;

/** One damped mode of something struck. */
export interface Tone {
  readonly hz: Hertz;
  readonly level: number;
  /** Seconds until it has fallen by 60 dB. */
  readonly life: Seconds;
  /** When it begins, and how long it takes to open. */
  readonly at?: Seconds;
  readonly rise?: Seconds;
  /** It begins this share higher, and comes down to its pitch over about so long. */
  readonly bend?: { readonly by: number; readonly over: Seconds };
  /** It rises by this share of its pitch in a second. */
  readonly climb?: number;
}

/** Adds a mode to a table, its phase in closed form. */
export function addTone(table: Float32Array, tone: Tone): void {
  const { hz, level, life, at = 0, rise = 0, bend, climb = 0 } = tone;
  if (hz <= 0 || hz > 15000 || level === 0) return;
  const from = Math.round(at * sampleRate);
  const to = Math.min(table.length, from + Math.ceil(life * 1.25 * sampleRate));
  const loss = 10 ** (-3 / (life * sampleRate));
  const opening = Math.max(1, rise * sampleRate);
  const cycles = (age: Seconds): number =>
    hz *
    (age + (climb * age * age) / 2 + (bend === undefined ? 0 : bend.by * bend.over * (1 - Math.exp(-age / bend.over))));
  for (let start = from; start < to; start += STEP) {
    const a = cycles((start - from) / sampleRate);
    const turn = (2 * Math.PI * (cycles((start - from + STEP) / sampleRate) - a)) / STEP;
    const gain = level * loss ** (start - from);
    let re = gain * Math.cos(2 * Math.PI * (a % 1));
    let im = gain * Math.sin(2 * Math.PI * (a % 1));
    const turnRe = loss * Math.cos(turn);
    const turnIm = loss * Math.sin(turn);
    const end = Math.min(to, start + STEP);
    for (let i = start; i < end; i++) {
      const open = i - from < opening ? (i - from) / opening : 1;
      table[i] = (table[i] ?? 0) + im * open * open * (3 - 2 * open);
      const next = re * turnRe - im * turnIm;
      im = re * turnIm + im * turnRe;
      re = next;
    }
  }
}

/** Noise that opens at once and dies away, between two cutoffs (one pole each). */
export interface Hush {
  readonly level: number;
  readonly life: Seconds;
  readonly low: Hertz;
  readonly high: Hertz;
  readonly at?: Seconds;
  readonly rise?: Seconds;
}

export function addHush(table: Float32Array, hush: Hush, key: number): void {
  const { level, life, low, high, at = 0, rise = 0.001 } = hush;
  const from = Math.round(at * sampleRate);
  const to = Math.min(table.length, from + Math.ceil(life * 1.2 * sampleRate));
  const loss = 10 ** (-3 / (life * sampleRate));
  const opening = Math.max(1, rise * sampleRate);
  const soft = 1 - Math.exp((-2 * Math.PI * high) / sampleRate);
  const deep = 1 - Math.exp((-2 * Math.PI * low) / sampleRate);
  let gain = level;
  let above = 0;
  let below = 0;
  for (let i = from; i < to; i++) {
    const white = mix32(mix32(i - from) ^ key) / 0x8000_0000 - 1;
    above += (white - above) * soft;
    below += (above - below) * deep;
    const open = i - from < opening ? (i - from) / opening : 1;
    table[i] = (table[i] ?? 0) + (above - below) * gain * open;
    gain *= loss;
  }
}

/** What has been struck, as a table: it ends in silence. */
export function bake(span: Seconds, fill: (table: Float32Array) => void): AudioBuffer {
  const length = Math.max(1, Math.ceil(span * sampleRate));
  const buffer = new AudioBuffer({ length, sampleRate });
  const table = buffer.getChannelData(0);
  fill(table);
  const close = Math.min(length, Math.ceil(0.03 * sampleRate));
  for (let i = 0; i < close; i++) table[length - 1 - i] = (table[length - 1 - i] ?? 0) * (i / close);
  return buffer;
}

/** Remembers the last `most` tables by name; the same name always means the same table. */
export function shelf(most: number): (name: string, make: () => AudioBuffer) => AudioBuffer {
  const tables = new Map<string, AudioBuffer>();
  return (name, make) => {
    const known = tables.get(name);
    if (known !== undefined) return known;
    const made = make();
    const oldest = tables.size < most ? undefined : tables.keys().next().value;
    if (oldest !== undefined) tables.delete(oldest);
    tables.set(name, made);
    return made;
  };
}

/** Plays a table from the event's age on, and lets go of it, if it is longer, by the age `end`. */
export function playTable(
  out: Placement,
  { table, gain, end, into }: { table: AudioBuffer; gain: number; end: Seconds; into?: AudioNode },
  when: Seconds,
  offset: Seconds,
): void {
  const until = Math.min(end, table.duration);
  if (offset >= until) return;
  const source = out.own(new AudioBufferSourceNode(out.context, { buffer: table }));
  const level = out.own(new GainNode(out.context, { gain }));
  if (end < table.duration) {
    const close = Math.min(0.06, end * 0.5);
    const now = offset > end - close ? (end - offset) / close : 1;
    level.gain.setValueAtTime(gain * now, when);
    if (now === 1) level.gain.setValueAtTime(gain, when + end - close - offset);
    level.gain.linearRampToValueAtTime(0, when + end - offset);
  }
  source.connect(level).connect(into ?? out.input);
  source.start(when, offset);
  source.stop(when + until - offset + 0.005);
}
