import type { Active, Frame, Palette } from '../score/types.ts';
import type { Colour, Metres, Seconds, Unit } from '../units.ts';

/** At most so many rings run at once; the youngest are kept. */
export const ringLimit = 24;

/** How far a ring runs before it has died, on open ground. */
export const ringReach: Metres = 20;

const speed = 4.5;

/** Radius of a ring's crest: quick at first, then steady. */
export function ringRadius(age: Seconds): Metres {
  if (age <= 0) return 0;
  return speed * age * (1 - 0.12 * Math.min(1, age / 5)) + 0.35 * (1 - Math.exp(-age * 3));
}

/** Brightness of a ring by its radius: rises within a step's width, dies out towards `reach`. */
export function ringEnvelope(radius: Metres, reach: Metres = ringReach): Unit {
  if (radius <= 0 || radius >= reach) return 0;
  const rise = Math.min(1, radius / 0.6);
  const left = 1 - radius / reach;
  return rise * left * left * (0.35 + 0.65 * left);
}

const kinds: ReadonlySet<string> = new Set(['step', 'pulse', 'touch', 'return']);

/** Does this event send a ring over the moss? */
const rings = (active: Active): boolean => kinds.has(active.event.kind);

const mix = (a: Colour, b: Colour, k: number): Colour => [
  a[0] + (b[0] - a[0]) * k,
  a[1] + (b[1] - a[1]) * k,
  a[2] + (b[2] - a[2]) * k,
];

const coolFilm: Colour = [0.2, 0.92, 0.74];

/** The night's first ring and its last pulse carry last night's blossom; others lie between film and ember. */
function ringColour(active: Active, palette: Palette): Colour {
  const { kind, index, warmth } = active.event;
  if (kind === 'step' && index === 0) return mix(coolFilm, palette.lastBlossom, 0.85);
  if (kind === 'pulse') return palette.blossom;
  return mix(coolFilm, palette.ember, warmth);
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

/** Writes the rings that run in this frame into `out`, youngest first. */
export function packRings(frame: Frame, out: RingArrays): void {
  out.count = 0;
  // In Need rings come weak and die early.
  const reach = ringReach * (0.4 + 0.6 * frame.curves.colour);
  for (let i = frame.active.length - 1; i >= 0 && out.count < ringLimit; i--) {
    const active = frame.active[i];
    if (active === undefined || !rings(active)) continue;
    const radius = ringRadius(active.age);
    // A little farther towards the tree: the shader shortens the others.
    if (radius >= reach * 1.35) continue;
    const [x, y, z] = active.event.place;
    const [r, g, b] = ringColour(active, frame.palette);
    out.place.set([x, y, z, radius], out.count * 4);
    out.colour.set([r, g, b, active.event.strength * (0.3 + 0.7 * frame.curves.colour)], out.count * 4);
    out.count++;
  }
}
