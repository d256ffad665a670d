import type { Figure, Frame } from '../../score/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Scene } from '../layer.ts';
import { phase } from '../phase.ts';
import { type Festivity, festivityOf } from './festivity.ts';

/** Rings of those who dance on the shallow water, and how many may be in one. */
const rings = 11;
const most = 7;

/** Dancers of the chorus are counted from here. */
const first = 100;

const smooth = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

interface Ring {
  readonly x: number;
  readonly z: number;
  readonly count: number;
  readonly way: number;
  readonly wide: number;
  readonly order: number;
  readonly turn: number;
}

/** Rings lie before tonight's crowds; a few are elsewhere, for themselves. */
function ringsOf({ piece: { world, seed } }: Scene, { crowds, crowdCount }: Festivity): readonly Ring[] {
  const { blossom } = world.landmarks;
  const { centre } = world.lake;
  return Array.from({ length: rings }, (_, ring) => {
    const dice = (key: number) => hashUnit(ring, key, seed ^ 4211);
    const pick = dice(8);
    let crowd = 0;
    while (crowd + 1 < crowdCount && pick > (crowds[crowd * 4 + 2] ?? 1)) crowd++;
    const [about = 0, spread = 0.1] = crowds.subarray(crowd * 4, crowd * 4 + 2);
    const alone = dice(9) < 0.18;
    const angle = about + (dice(1) - 0.5) * (alone ? 2.6 : 2.4 * spread);
    const r = world.lake.shore(angle) - 1.8 - 4.5 * dice(2) ** 1.5;
    const x = centre[0] + r * Math.cos(angle);
    const z = centre[2] + r * Math.sin(angle);
    const near = Math.hypot(x - blossom[0], z - blossom[2]) < 11;
    // Rings of all sizes: a few are one, or two.
    const count = near ? 0 : alone ? 1 : 1 + Math.floor(most * dice(3) ** 0.55);
    return { x, z, count, way: dice(4) < 0.5 ? 1 : -1, wide: 0.75 + 0.3 * count, order: dice(5), turn: dice(6) };
  });
}

const choruses = new WeakMap<Scene, (frame: Frame) => readonly Figure[]>();

/**
 * The festival's chorus, a swarm that only light knows: rings of dancers on the shallows, whose steps are those of the
 * score's dancers, so that they keep its time. A pure function of the scene and the frame.
 */
export function chorusOf(scene: Scene): (frame: Frame) => readonly Figure[] {
  const found = choruses.get(scene);
  if (found !== undefined) return found;
  const sown = sowChorus(scene);
  let last: Frame | undefined;
  let seen: readonly Figure[] = [];
  // Several ask about one frame.
  const chorus = (frame: Frame) => {
    if (frame !== last) {
      last = frame;
      seen = sown(frame);
    }
    return seen;
  };
  choruses.set(scene, chorus);
  return chorus;
}

function sowChorus(scene: Scene): (frame: Frame) => readonly Figure[] {
  const { seat } = scene.piece.world.landmarks;
  const tonight = festivityOf(scene);
  let known: Festivity | undefined;
  let places: readonly Ring[] = [];
  return (frame) => {
    const { festival, wave } = frame.curves;
    const steps = frame.figures.filter(({ role }) => role === 'dancer');
    if (festival <= 0.02 || steps.length === 0) return [];
    const here = tonight(frame);
    if (here !== known) {
      known = here;
      places = ringsOf(scene, here);
    }
    return places.flatMap((place, ring): readonly Figure[] => {
      if (Math.hypot(place.x - seat[0], place.z - seat[2]) < here.dark) return [];
      // Without a GPU they are few, so that those near have enough motes.
      if (scene.quality.bare && place.order > 0.35) return [];
      const round = 2 * Math.PI * (place.turn + place.way * phase(frame.t, 61 + 9 * ring));
      return Array.from({ length: place.count }, (_, n): readonly Figure[] => {
        const index = first + ring * most + n;
        const dice = (key: number) => hashUnit(index, key, 4212);
        const steady = steps[(index * 7) % steps.length];
        // Nobody of them comes near the eye.
        const away = Math.hypot(place.x - frame.camera.eye[0], place.z - frame.camera.eye[2]);
        const presence =
          smooth(13, 19, away) *
          smooth(place.order * 0.6 + 0.12 * dice(1), place.order * 0.6 + 0.3 + 0.12 * dice(1), festival);
        if (steady === undefined || presence <= 0) return [];
        const angle = round + (2 * Math.PI * (n + (place.count > 2 ? 0.08 : 0.35) * dice(2))) / place.count;
        // As far out as hands reach.
        const r = place.count === 1 ? 0 : place.count > 2 ? 0.95 / Math.sin(Math.PI / place.count) : place.wide;
        return [
          {
            ...steady,
            index,
            // Where enough are in one they hold hands.
            ...(place.count > 2 ? ({ from: 'danceRing', to: 'danceRing' } as const) : {}),
            place: [place.x + r * Math.cos(angle), 0, place.z + r * Math.sin(angle)],
            // Most face one another, some look out.
            heading:
              Math.atan2(-Math.cos(angle), -Math.sin(angle)) +
              (place.count > 2 ? 0 : dice(4) < 0.25 ? Math.PI : 0.9 * (dice(5) - 0.5)),
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
