import type { Hertz, Unit } from '../units.ts';
import type { Automatable } from './envelope.ts';
import type { Pen, Site } from './layer.ts';
import { panGains } from './space.ts';
import { type Flock, groupCount } from './swarm.ts';

/** A node's param by name. */
export function paramsOf(node: AudioWorkletNode): (name: string) => Automatable {
  return (name) => {
    const found = node.parameters.get(name);
    if (found === undefined) throw new Error(`the worklet has no param ${name}`);
    return found;
  };
}

/** Where one group of a swarm is heard. */
export interface Spot {
  readonly pan: number;
  readonly level: Unit;
}

/** A swarm of small tones in a site, and what writes it. */
export function swarmIn(
  site: Site,
  salt: number,
  flocks: readonly Flock[],
): {
  readonly node: AudioWorkletNode;
  write(pen: Pen, amount: Unit, chord: readonly Hertz[], spots: readonly Spot[]): void;
} {
  const node = site.follower('mosslight-swarm', {
    numberOfInputs: 0,
    outputChannelCount: [2],
    processorOptions: { seed: site.piece.seed ^ salt, flocks },
  });
  const param = paramsOf(node);
  const amountParam = param('amount');
  const chordParams = Array.from({ length: 6 }, (_, n) => param(`chord${n}`));
  const sides = Array.from({ length: groupCount }, (_, n) => ({ left: param(`left${n}`), right: param(`right${n}`) }));
  let before = '';
  return {
    node,
    write: (pen, amount, chord, spots) => {
      pen.to(amountParam, amount);
      const name = chord.join();
      if (pen.fresh || name !== before) {
        before = name;
        for (const [n, to] of chordParams.entries()) pen.step(to, chord[n] ?? 0);
      }
      for (const [n, { left, right }] of sides.entries()) {
        const { pan, level } = spots[n % spots.length] ?? { pan: 0, level: 1 };
        const [l, r] = panGains(pan);
        pen.to(left, level * l);
        pen.to(right, level * r);
      }
    },
  };
}
