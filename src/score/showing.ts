import type { Seconds, Unit } from '../units.ts';
import type { GestureId } from '../world/types.ts';
import { mix, smoothstep } from './ease.ts';
import { beamAt, foldAt, healedAt, lampAt, propAt } from './memories.ts';
import type { Scene, Tonight } from './tonight.ts';
import type { Figure, MemoryFrame } from './types.ts';
import { along } from './vector.ts';

/** The scene on the projector at a local time, and how far through it. */
function showing(tonight: Tonight, local: Seconds): { scene: Scene; progress: Unit } | undefined {
  const scene = tonight.scenes.find(({ from, duration }) => local >= from && local < from + duration);
  return scene && { scene, progress: (local - scene.from) / scene.duration };
}

const playingOf = (progress: Unit): 0 | 1 | 2 => (progress < 1 / 3 ? 0 : progress < 2 / 3 ? 1 : 2);

/** How much of the harsh gesture is done: all of it, twice; the third time it halts. */
const harshness = (progress: Unit): Unit => 1 - propAt(progress);

export function memoryAt(tonight: Tonight, local: Seconds): MemoryFrame | null {
  const now = showing(tonight, local);
  if (now === undefined) return null;
  const { scene, progress } = now;
  const harsh = tonight.preset.comfort.memories;
  return {
    id: scene.memory.id,
    index: scene.memory.index,
    playing: playingOf(progress),
    progress,
    healed: healedAt(progress),
    fold: foldAt(progress),
    weave: [
      0.006 * Math.sin(local * 5.3) + 0.004 * Math.sin(local * 8.9 + 2),
      0.008 * Math.sin(local * 6.7 + 1) + 0.004 * Math.sin(local * 10.1),
    ],
    lamp: lampAt(local, progress),
    place: scene.place,
    heading: scene.heading,
    prop: mix(1, propAt(progress), 0.4 + 0.6 * harsh),
  };
}

/** How many memories have become leaves. */
export const leavesAt = (tonight: Tonight, local: Seconds): number =>
  tonight.scenes.filter(({ from, duration }) => local >= from + duration).length;

/**
 * The one who judges and the one who is judged: the same self twice. As the hand opens they turn to each other, meet, and
 * are one.
 */
export function sceneFigures(tonight: Tonight, local: Seconds): Figure[] {
  const now = showing(tonight, local);
  if (now === undefined) return [];
  const { scene, progress } = now;
  const { memory, place, heading } = scene;
  const healed = healedAt(progress);
  const harsh = harshness(progress) * (0.4 + 0.6 * tonight.preset.comfort.memories);
  const presence = beamAt(progress) * (1 - foldAt(progress));
  const right = [Math.cos(heading), 0, -Math.sin(heading)] as const;
  const apart = mix(0.62, 0.04, smoothstep(0.5, 1, healed));
  const both = { index: memory.index, scale: 1, warmth: 0.75 * healed };
  const judge: Figure = {
    ...both,
    role: 'judge',
    place: along(place, right, apart),
    heading: heading - mix(0.7, 0.1, healed),
    from: `${memory.id}Harsh` satisfies GestureId,
    fromPhase: harsh,
    to: `${memory.id}Healed` satisfies GestureId,
    toPhase: healed,
    mix: healed,
    presence,
    glow: mix(0.45, 0.9, healed),
  };
  const judged: Figure = {
    ...both,
    role: 'judged',
    place: along(place, right, -apart),
    heading: heading + mix(0.8, 0.1, healed),
    from: 'shrink',
    fromPhase: 0.3 + 0.7 * harsh,
    to: 'stand',
    toPhase: 0,
    mix: healed,
    presence: presence * (1 - 0.9 * smoothstep(0.7, 1, healed)),
    glow: mix(0.25, 0.8, healed),
  };
  return [judge, judged];
}
