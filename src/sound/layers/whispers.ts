import type { Vec3 } from '../../units.ts';
import type { Tree } from '../../world/types.ts';
import { boughCount, leafCount } from '../crowd.ts';
import type { Layer } from '../layer.ts';
import { hear, panGains } from '../space.ts';
import { bakeCycles } from '../sung.ts';
import { BiquadFilter, Gain } from '../tone.ts';
import { breath, breathCount, phrase, phraseCount } from '../whispered.ts';

const LEVEL = 0.5;
const CHORD = 8;

/** Leaves that hang together: equal shares of the crown, in order of their bearing from its middle. */
function boughsOf(tree: Tree): { readonly of: Uint8Array; readonly places: readonly Vec3[] } {
  const at = (leaf: number, axis: number): number => tree.leafPosition[leaf * 3 + axis] ?? 0;
  const bearing = (leaf: number): number =>
    Math.atan2(at(leaf, 2) - tree.crownCentre[2], at(leaf, 0) - tree.crownCentre[0]);
  const count = Math.min(leafCount, tree.leaves);
  const order = Array.from({ length: count }, (_, n) => n).sort((a, b) => bearing(a) - bearing(b));
  const of = new Uint8Array(leafCount);
  const sums = Array.from({ length: boughCount }, () => [0, 0, 0, 0]);
  for (const [rank, leaf] of order.entries()) {
    const bough = Math.floor((rank * boughCount) / count);
    const sum = sums[bough];
    of[leaf] = bough;
    if (sum === undefined) continue;
    for (const axis of [0, 1, 2]) sum[axis] = (sum[axis] ?? 0) + at(leaf, axis);
    sum[3] = (sum[3] ?? 0) + 1;
  }
  const places = sums.map(([x = 0, y = 0, z = 0, n = 1]): Vec3 => [x / n, y / n, z / n]);
  return { of, places };
}

interface Sounds {
  readonly breaths: readonly Float32Array[];
  readonly phrases: readonly Float32Array[];
  readonly cycles: Float32Array;
}

/** The same for every seed, so made once for all; here and not in the worklet, where it would stop the sound. */
let made: Sounds | undefined;
function sounds(): Sounds {
  made ??= {
    breaths: Array.from({ length: breathCount }, (_, n) => breath(n)),
    phrases: Array.from({ length: phraseCount }, (_, n) => phrase(n)),
    cycles: bakeCycles(),
  };
  return made;
}

/** The tree's whispers: breath, words, and at last a choir on the bed's chord, each bough heard from where it hangs. */
export const whispers: Layer = {
  stem: 'whispers',
  build(site) {
    const { tree } = site.piece.world;
    const boughs = boughsOf(tree);
    const crowd = site.follower('mosslight-whispers', {
      numberOfInputs: 0,
      numberOfOutputs: 2,
      outputChannelCount: [2, 2],
      processorOptions: { seed: site.piece.seed, boughs: boughs.of, ...sounds() },
    });
    const air = site.own(new BiquadFilter({ context: site.context, type: 'lowpass', frequency: 9000, Q: 0 }));
    const level = site.own(new Gain({ context: site.context, gain: LEVEL }));
    const send = site.own(new Gain({ context: site.context, gain: 0.3 }));
    crowd.connect(air.input, 0);
    air.connect(level);
    // Those that are near come with all their teeth, and hardly any room.
    const lips = site.own(new BiquadFilter({ context: site.context, type: 'lowpass', frequency: 12000, Q: 0 }));
    const close = site.own(new Gain({ context: site.context, gain: LEVEL }));
    const touch = site.own(new Gain({ context: site.context, gain: 0.08 }));
    crowd.connect(lips.input, 1);
    lips.connect(close);
    close.output.connect(site.dry);
    close.connect(touch);
    touch.output.connect(site.room);
    level.output.connect(site.dry);
    level.connect(send);
    send.output.connect(site.room);
    const param = (name: string): AudioParam => {
      const found = crowd.parameters.get(name);
      if (found === undefined) throw new Error(`the whispers have no param ${name}`);
      return found;
    };
    const row = (name: string, count: number) => Array.from({ length: count }, (_, n) => param(`${name}${n}`));
    const [amount, voiced, glide] = [param('amount'), param('voiced'), param('glide')];
    const [chord, next] = [row('chord', CHORD), row('next', CHORD)];
    const sides = { left: row('left', boughCount), right: row('right', boughCount) };
    let before = '';
    return ({ curves, harmony, camera }, pen) => {
      pen.to(amount, curves.whispers);
      pen.to(voiced, curves.voiced);
      const now = `${harmony.chord.join()}/${harmony.next.join()}`;
      if (now === before && !pen.fresh) {
        pen.to(glide, harmony.glide);
      } else {
        before = now;
        pen.step(glide, harmony.glide);
        for (let n = 0; n < CHORD; n++) {
          for (const [row, pitches] of [
            [chord, harmony.chord],
            [next, harmony.next],
          ] as const) {
            const hz = row[n];
            if (hz !== undefined) pen.step(hz, pitches[n] ?? 0);
          }
        }
      }
      let cutoff = 0;
      for (const [n, place] of boughs.places.entries()) {
        const heard = hear(camera, place, curves.room);
        const [l, r] = panGains(heard.pan);
        // Whispers carry by being many: they fade with distance, but far less than one voice does.
        const near = heard.direct ** 0.3;
        const left = sides.left[n];
        const right = sides.right[n];
        if (left !== undefined) pen.to(left, near * l);
        if (right !== undefined) pen.to(right, near * r);
        cutoff += heard.cutoff / boughCount;
      }
      pen.to(air.frequency, Math.min(11000, cutoff * 0.85) * site.piece.preset.music.brightness ** 0.5);
      pen.to(send.gain, 0.15 + 0.45 * curves.room);
    };
  },
};
