import { sampleRate } from '../frames.ts';
import { type Flock, type Grain, grainAt, groupCount } from '../swarm.ts';
import { anchorIn, PieceFrames } from './anchor.ts';

const CHORD = 6;

interface Swarming {
  readonly seed: number;
  readonly flocks: readonly Flock[];
}

function isSwarming(value: unknown): value is Swarming {
  return typeof value === 'object' && value !== null && 'seed' in value && 'flocks' in value;
}

/**
 * Hundreds of small damped tones a second: bubbles, sparks, ticks of growth. Which there are is a function of the piece's frame;
 * `amount` says what share of them is heard, `chord0`.. what they are tuned to, `left0`, `right0`.. where each group is.
 */
class Swarm extends AudioWorkletProcessor {
  static get parameterDescriptors(): readonly AudioWorkletParameter[] {
    const of = (name: string): AudioWorkletParameter => ({ name, defaultValue: 0, automationRate: 'k-rate' });
    const row = (name: string, count: number) => Array.from({ length: count }, (_, n) => of(`${name}${n}`));
    return [of('amount'), ...row('chord', CHORD), ...row('left', groupCount), ...row('right', groupCount)];
  }

  private readonly frames: PieceFrames;
  private readonly seed: number;
  private readonly strands: readonly Flock[];
  private readonly grains: (Grain | undefined)[];
  private readonly sums = Array.from({ length: groupCount }, () => new Float32Array(128));
  private before = Number.NaN;

  constructor(options: { readonly processorOptions?: unknown }) {
    super();
    const { seed, flocks } = isSwarming(options.processorOptions) ? options.processorOptions : { seed: 0, flocks: [] };
    this.seed = seed;
    this.strands = flocks.flatMap((flock) => Array.from({ length: flock.count }, () => flock));
    this.grains = this.strands.map(() => undefined);
    this.frames = new PieceFrames(this.port, anchorIn(options.processorOptions));
  }

  process(
    _inputs: readonly (readonly Float32Array[])[],
    outputs: readonly (readonly Float32Array[])[],
    parameters: Readonly<Record<string, Float32Array>>,
  ): boolean {
    const left = outputs[0]?.[0];
    const right = outputs[0]?.[1];
    if (left === undefined || right === undefined) return true;
    const now = this.frames.at(currentFrame);
    if (now !== this.before + left.length) this.grains.fill(undefined);
    this.before = now;
    const value = (name: string): number => parameters[name]?.[0] ?? 0;
    const amount = value('amount');
    if (amount <= 0) return true;
    const chord: number[] = [];
    for (let n = 0; n < CHORD; n++) if (value(`chord${n}`) > 0) chord.push(value(`chord${n}`));
    for (const sum of this.sums) sum.fill(0);
    for (const [k, flock] of this.strands.entries()) {
      let grain = this.grains[k];
      if (grain === undefined || grain.to <= now) {
        grain = grainAt(this.seed, k, flock, now, amount, chord);
        this.grains[k] = grain;
      }
      const sum = this.sums[k % groupCount];
      if (grain.level > 0 && grain.from < now + left.length && sum !== undefined) addGrain(sum, grain, now);
    }
    for (const [n, sum] of this.sums.entries()) {
      const l = value(`left${n}`);
      const r = value(`right${n}`);
      for (let i = 0; i < left.length; i++) {
        const x = sum[i] ?? 0;
        left[i] = (left[i] ?? 0) + x * l;
        right[i] = (right[i] ?? 0) + x * r;
      }
    }
    return true;
  }
}

/** One block of a grain. Its phase is exact at either end: within, the pitch stands still. */
function addGrain(sum: Float32Array, grain: Grain, now: number): void {
  const start = Math.max(now, grain.from);
  const end = Math.min(now + sum.length, grain.to);
  const age = (start - grain.from) / sampleRate;
  const span = (end - start) / sampleRate;
  const cycles = grain.hz * age * (1 + (grain.climb * age) / 2);
  const turned = grain.hz * span * (1 + grain.climb * (age + span / 2));
  const turn = (2 * Math.PI * turned) / (end - start);
  const loss = Math.exp(-grain.damping / sampleRate);
  // What is left when a grain has to make room is let down within its last stretch.
  const close = Math.min(1, (grain.to - start) / 240);
  const slope = (Math.min(1, (grain.to - end) / 240) - close) / (end - start);
  const gain = grain.level * Math.exp(-grain.damping * age);
  let re = gain * Math.cos(2 * Math.PI * (cycles % 1));
  let im = gain * Math.sin(2 * Math.PI * (cycles % 1));
  const turnRe = loss * Math.cos(turn);
  const turnIm = loss * Math.sin(turn);
  let fade = close;
  for (let i = start - now; i < end - now; i++) {
    sum[i] = (sum[i] ?? 0) + im * fade;
    fade += slope;
    const next = re * turnRe - im * turnIm;
    im = re * turnIm + im * turnRe;
    re = next;
  }
}

registerProcessor('mosslight-swarm', Swarm);
