import type { Frame } from '../../score/types.ts';
import type { Metres, Seconds, Vec3 } from '../../units.ts';
import type { Tree } from '../../world/types.ts';

/** At most so many surges run in the wood at once; the youngest are kept. */
export const frontLimit = 8;

/** A surge climbs so fast, and comes back so fast. Metres a second. */
const climb = 6;
const descend = 7.5;

export interface Fronts {
  /** Where it began or goes home to: xyz, and its distance from the foot along the wood. */
  readonly place: Float32Array;
  /** How far from there its crest is, +1 going out or -1 coming home, strength, warmth. */
  readonly run: Float32Array;
  count: number;
  pack(frame: Frame): void;
}

const clamp = (x: number) => Math.min(1, Math.max(0, x));
const smooth = (t: number) => t * t * (3 - 2 * t);

/** Brightness of a surge over its life: there from its first frame, full after a breath, at rest by its end. */
function envelope(age: Seconds, duration: Seconds, attack: Seconds): number {
  const rise = 0.2 + 0.8 * smooth(clamp(age / attack));
  return rise * (1 - smooth(clamp((age / duration - 0.45) / 0.55)));
}

/** The light of `touch` and `return` in the wood, as crests that run along it. */
export function treeFronts(tree: Tree): Fronts {
  let longest: Metres = 1;
  for (let node = 0; node < tree.nodes; node++) longest = Math.max(longest, tree.along[node] ?? 0);
  const alongAt = ([x, y, z]: Vec3): Metres => {
    let nearest = Number.POSITIVE_INFINITY;
    let along = 0;
    for (let node = 0; node < tree.nodes; node++) {
      const off =
        Math.hypot(
          (tree.position[node * 3] ?? 0) - x,
          (tree.position[node * 3 + 1] ?? 0) - y,
          (tree.position[node * 3 + 2] ?? 0) - z,
        ) - (tree.radius[node] ?? 0);
      if (off >= nearest) continue;
      nearest = off;
      along = tree.along[node] ?? 0;
    }
    return along;
  };
  const found = new Map<string, Metres>();
  const known = (id: string, place: Vec3): Metres => {
    const held = found.get(id);
    if (held !== undefined) return held;
    const along = alongAt(place);
    if (found.size > 64) found.clear();
    found.set(id, along);
    return along;
  };
  const fronts: Fronts = {
    place: new Float32Array(frontLimit * 4),
    run: new Float32Array(frontLimit * 4),
    count: 0,
    pack(frame) {
      fronts.count = 0;
      for (let i = frame.active.length - 1; i >= 0 && fronts.count < frontLimit; i--) {
        const active = frame.active[i];
        if (active === undefined) continue;
        const { event, age } = active;
        if (event.kind !== 'touch' && event.kind !== 'return') continue;
        const start = known(event.id, event.place);
        const home = event.kind === 'return';
        const reach = home ? Math.max(0, longest - start - descend * age) : climb * age;
        const strength = event.strength * envelope(age, event.duration, home ? 1.2 : 0.8);
        fronts.place.set([...event.place, start], fronts.count * 4);
        fronts.run.set([reach, home ? -1 : 1, strength, event.warmth], fronts.count * 4);
        fronts.count++;
      }
    },
  };
  return fronts;
}
