import type { Frame, Piece } from '../../score/types.ts';
import type { Seconds, Unit, Vec3 } from '../../units.ts';
import { petalGroups } from './plantMesh.ts';

/** Seconds that a group of petals takes to open. */
const opening: Seconds = 6.5;

const smooth = (from: number, to: number, x: number): Unit => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** When each group of petals opens in a night; the last asked is kept. */
function openings(piece: Piece): (night: number) => readonly Seconds[] {
  let kept: { readonly night: number; readonly at: readonly Seconds[] } | undefined;
  return (night) => {
    if (kept?.night === night) return kept.at;
    const span = piece.movements(night).find(({ id }) => id === 'lake');
    const at: Seconds[] = [];
    if (span !== undefined) {
      for (const event of piece.events(span.from, span.to)) if (event.kind === 'bloom') at[event.index] = event.at;
    }
    kept = { night, at };
    return at;
  };
}

export interface Grown {
  /** How open the whole blossom is, and how much light of openings is left. */
  readonly opened: Unit;
  readonly flare: number;
  /** Its light from inside. */
  readonly inner: Unit;
  readonly head: Vec3;
}

export interface Growth {
  /** Unit, level: from the blossom towards the seat, and the way it bows. */
  readonly face: readonly [x: number, z: number];
  readonly bowWay: readonly [x: number, z: number];
  /** Per group of petals how far open it is, and how much of its opening's light is left. Overwritten by each `at`. */
  readonly open: Float32Array;
  at(frame: Frame): Grown;
}

/** How the plant stands in a frame. */
export function growth(piece: Piece): Growth {
  const { landmarks, plant } = piece.world;
  const { blossom, seat } = landmarks;
  const far = Math.hypot(seat[0] - blossom[0], seat[2] - blossom[2]) || 1;
  const face = [(seat[0] - blossom[0]) / far, (seat[2] - blossom[2]) / far] as const;
  // It bows with the gust: across the view, a little away.
  const bowWay = [-face[0] * 0.3 + face[1] * 0.954, -face[1] * 0.3 - face[0] * 0.954] as const;
  const opensAt = openings(piece);
  const open = new Float32Array(petalGroups * 4);
  return {
    face,
    bowWay,
    open,
    at(frame) {
      const { curves } = frame;
      const at = opensAt(frame.night);
      const stays = smooth(0, 0.85, curves.plant);
      let opened = 0;
      let flare = 0;
      for (let group = 0; group < petalGroups; group++) {
        const age = frame.t - (at[group] ?? Number.POSITIVE_INFINITY);
        const own = age < 0 ? 0 : smooth(0, opening, age) * stays;
        open.set([own, 0, 0, 0], group * 4);
        opened += own / petalGroups;
      }
      for (const { event, age } of frame.active) {
        if (event.kind !== 'bloom' || event.index >= petalGroups) continue;
        const light = (0.22 + 0.78 * smooth(0, 1.4, age)) * Math.exp(-age * 0.42) * stays;
        open[event.index * 4 + 1] = light;
        flare += light;
      }
      // As in shaders/plant.vert: an arc of a circle.
      const bend = curves.bow * 0.95;
      const tall = plant.height * curves.plant;
      const out = bend > 0.01 ? (1 - Math.cos(bend)) / bend : 0;
      const up = bend > 0.01 ? Math.sin(bend) / bend : 1;
      return {
        opened,
        flare,
        inner: 0.1 * curves.plant + 0.9 * opened,
        head: [blossom[0] + bowWay[0] * out * tall, up * tall + 0.05, blossom[2] + bowWay[1] * out * tall],
      };
    },
  };
}
