import type { Figure, Frame } from '../../score/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Scene } from '../layer.ts';
import { phase } from '../phase.ts';
import { festivityOf } from './festivity.ts';

/** Rings of those who dance on the shallow water, and how many may be in one. */
const rings = 11;
const most = 5;

/** Dancers of the chorus are counted from here. */
const first = 100;

const smooth = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/**
 * The festival's chorus, a swarm that only light knows: rings of dancers on the shallows, whose steps are those of the
 * score's dancers, so that they keep its time. A pure function of the scene and the frame.
 */
export function chorusOf(scene: Scene): (frame: Frame) => readonly Figure[] {
  const { world, seed } = scene.piece;
  const { blossom, seat } = world.landmarks;
  const { centre } = world.lake;
  const tonight = festivityOf(scene);
  const places = Array.from({ length: rings }, (_, ring) => {
    const dice = (key: number) => hashUnit(ring, key, seed ^ 4211);
    const angle = ((ring + 0.7 * dice(1)) / rings) * 2 * Math.PI;
    const r = world.lake.shore(angle) - 2.4 - 5 * dice(2);
    const x = centre[0] + r * Math.cos(angle);
    const z = centre[2] + r * Math.sin(angle);
    const near = Math.hypot(x - blossom[0], z - blossom[2]) < 11;
    // Rings of all sizes: a few are one, or two.
    const count = near ? 0 : 1 + Math.floor(most * dice(3) ** 0.55);
    return { x, z, count, way: dice(4) < 0.5 ? 1 : -1, wide: 0.75 + 0.3 * count, order: dice(5), turn: dice(6) };
  });
  return (frame) => {
    const { festival, wave } = frame.curves;
    const steps = frame.figures.filter(({ role }) => role === 'dancer');
    if (festival <= 0.02 || steps.length === 0) return [];
    const { dark } = tonight(frame);
    return places.flatMap((place, ring): readonly Figure[] => {
      if (Math.hypot(place.x - seat[0], place.z - seat[2]) < dark) return [];
      const round = 2 * Math.PI * (place.turn + place.way * phase(frame.t, 61 + 9 * ring));
      return Array.from({ length: place.count }, (_, n): readonly Figure[] => {
        const index = first + ring * most + n;
        const dice = (key: number) => hashUnit(index, key, 4212);
        const steady = steps[(index * 7) % steps.length];
        const presence = smooth(place.order * 0.6 + 0.12 * dice(1), place.order * 0.6 + 0.3 + 0.12 * dice(1), festival);
        if (steady === undefined || presence <= 0) return [];
        const angle = round + (2 * Math.PI * (n + 0.35 * dice(2))) / place.count;
        const r = place.count === 1 ? 0 : place.wide * (0.85 + 0.3 * dice(3));
        return [
          {
            ...steady,
            index,
            place: [place.x + r * Math.cos(angle), 0, place.z + r * Math.sin(angle)],
            // Most face one another, some look out.
            heading:
              Math.atan2(-Math.cos(angle), -Math.sin(angle)) + (dice(4) < 0.25 ? Math.PI : 0.9 * (dice(5) - 0.5)),
            scale: 0.88 + 0.2 * dice(6),
            presence,
            glow: 0.35 + 0.55 * wave,
            warmth: 0.35 + 0.6 * dice(7),
          },
        ];
      }).flat();
    });
  };
}
