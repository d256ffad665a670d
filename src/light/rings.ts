import type { Active, Frame, Palette } from '../score/types.ts';
import type { Colour, Metres, Seconds, Unit } from '../units.ts';
import { hashUnit } from './bake/hash.ts';

/** At most so many rings run at once; the youngest are kept. */
export const ringLimit = 24;

/** How far a ring runs before it has died, on open ground. */
export const ringReach: Metres = 20;

const speed = 1.95;

/** Radius of a ring's crest: quick over the first steps' length, then slow enough to be followed over the hills. */
export function ringRadius(age: Seconds): Metres {
  if (age <= 0) return 0;
  return speed * age + 3 * (1 - Math.exp(-age * 1.7));
}

/** Brightness of a ring by its radius: rises within a step's width, dies out towards `reach`. */
export function ringEnvelope(radius: Metres, reach: Metres = ringReach): Unit {
  if (radius <= 0 || radius >= reach) return 0;
  const rise = Math.min(1, radius / 0.6);
  const left = 1 - radius / reach;
  return rise * left * left * (0.35 + 0.65 * left);
}

/** Under reduced motion a ring does not run: it lies at this radius and glows up and away. */
const restingRadius: Metres = 2.6;

const kinds: ReadonlySet<string> = new Set(['step', 'pulse', 'touch', 'return']);

/** Does this event send a ring over the moss? */
const rings = (active: Active): boolean => kinds.has(active.event.kind);

const mix = (a: Colour, b: Colour, k: number): Colour => [
  a[0] + (b[0] - a[0]) * k,
  a[1] + (b[1] - a[1]) * k,
  a[2] + (b[2] - a[2]) * k,
];

const silver: Colour = [0.78, 0.8, 0.46];
/** What an old ring is left with, and how cushions answer that it wakes. */
const oldViolet: Colour = [0.56, 0.5, 0.74];
const answerGold: Colour = [0.9, 0.62, 0.3];

/** The night's first ring and its last pulse carry last night's blossom; others run from silver to violet, answers are gold. */
function ringColour(active: Active, palette: Palette, radius: Metres, woken: boolean): Colour {
  const { kind, index, warmth } = active.event;
  if (kind === 'pulse') return palette.lastBlossom;
  const old = Math.min(1, Math.max(0, (radius - 8) / 9));
  const run = woken ? answerGold : mix(mix(silver, oldViolet, 0.8 * old), palette.ember, warmth);
  return kind === 'step' && index === 0 ? mix(run, palette.lastBlossom, 0.85) : run;
}

export interface RingArrays {
  /** x, y, z of the centre and the crest's radius, per ring. */
  readonly place: Float32Array;
  /** Linear colour, and the strength that multiplies it. */
  readonly colour: Float32Array;
  count: number;
}

export const ringArrays = (): RingArrays => ({
  place: new Float32Array(ringLimit * 4),
  colour: new Float32Array(ringLimit * 4),
  count: 0,
});

/** Where the land lies, for the rings that a ring wakes. */
export interface Lie {
  height(x: Metres, z: Metres): Metres;
  /** The tree's foot: most of what is woken lies that way, where the walker looks. */
  readonly tree: readonly [Metres, Metres, Metres];
}

/** What a step's ring wakes as it passes: so many cushions answer with a ring of their own, each with this strength. */
const woken = 2;
const wokenStrength: Unit = 0.95;

/**
 * One step in two sends its ring over the hills; what the others send has sunk to a memory of one within so many metres, so
 * that one ring rules the plain.
 */
const shortFrom: Metres = 3;
const shortTo: Metres = 13;
const remembered: Unit = 0.45;

function leads({ kind, index }: Active['event'], radius: Metres): Unit {
  if (kind !== 'step' || index % 2 === 0) return 1;
  const k = Math.min(1, Math.max(0, (radius - shortFrom) / (shortTo - shortFrom)));
  return 1 - (1 - remembered) * k * k * (3 - 2 * k);
}

/** Writes the rings that run in this frame into `out`, youngest first, and after them those that they have woken. */
export function packRings(frame: Frame, out: RingArrays, lie?: Lie): void {
  out.count = 0;
  // In Need rings come weak and die early.
  const reach = ringReach * (0.4 + 0.6 * frame.curves.colour);
  const write = (active: Active, x: Metres, y: Metres, z: Metres, radius: Metres, strength: Unit, answers = false) => {
    // A little farther towards the tree: the shader shortens the others.
    if (radius <= 0 || radius >= reach * 1.35 || out.count >= ringLimit) return;
    const at = out.count * 4;
    const [r, g, b] = ringColour(active, frame.palette, radius, answers);
    const ending = Math.min(1, (active.event.duration - active.age) / 2);
    out.place[at] = x;
    out.place[at + 1] = y;
    out.place[at + 2] = z;
    out.place[at + 3] = frame.calm ? restingRadius : radius;
    out.colour[at] = r;
    out.colour[at + 1] = g;
    out.colour[at + 2] = b;
    const swell = frame.calm ? Math.sin((Math.PI * radius) / (reach * 1.35)) ** 2 : 1;
    out.colour[at + 3] = active.event.strength * strength * swell * ending * (0.3 + 0.7 * frame.curves.colour);
    out.count++;
  };
  for (let i = frame.active.length - 1; i >= 0; i--) {
    const active = frame.active[i];
    if (active === undefined || !rings(active)) continue;
    const [x, y, z] = active.event.place;
    const radius = ringRadius(active.age);
    write(active, x, y, z, radius, leads(active.event, radius));
  }
  if (lie === undefined) return;
  for (let i = frame.active.length - 1; i >= 0; i--) {
    const active = frame.active[i];
    if (active === undefined || active.event.kind !== 'step' || active.event.index % 2 !== 0) continue;
    const { place, index, night } = active.event;
    const way = Math.atan2(lie.tree[2] - place[2], lie.tree[0] - place[0]);
    for (let n = 0; n < woken; n++) {
      const far = 4.2 + 5 * hashUnit(night + 211, index, n);
      const since = ringRadius(active.age) - far;
      if (since <= 0) continue;
      const turn = way + (n % 2 === 0 ? 1 : -1) * (0.12 + 0.2 * n + 0.4 * hashUnit(night + 223, index, n));
      const x = place[0] + far * Math.cos(turn);
      const z = place[2] + far * Math.sin(turn);
      // It sets out when it is reached, as slowly as what woke it runs by then.
      write(active, x, lie.height(x, z), z, since * 0.92, wokenStrength * (1 - far / ringReach), true);
    }
  }
}
