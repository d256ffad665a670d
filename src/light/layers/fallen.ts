import { starTimes } from '../../score/starTimes.ts';
import type { Event, Frame } from '../../score/types.ts';
import type { Unit, Vec3 } from '../../units.ts';
import type { Scene } from '../layer.ts';

interface Fallen {
  readonly event: Event;
  readonly place: Vec3;
}

const eased = (from: number, to: number, x: number): Unit => {
  const k = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return k * k * (3 - 2 * k);
};

/** Where on the stream the walker has a star's light before the feet when it is chosen. */
function landing({ piece }: Scene, event: Event): Vec3 {
  const { eye, forward } = piece.camera(event.at + starTimes.bell);
  const level = Math.hypot(forward[0], forward[2]) || 1;
  let best: Vec3 = eye;
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n <= 160; n++) {
    const { place } = piece.world.stream.at(n / 160);
    const [x, z] = [place[0] - eye[0], place[2] - eye[2]];
    const far = Math.hypot(x, z) || 1;
    const off = Math.abs(far - 15) * 0.1 + 1 - (x * forward[0] + z * forward[2]) / far / level;
    if (off < least) [least, best] = [off, place];
  }
  return best;
}

/** A chosen star's light comes down into the stream and stays there a while: the bed shines, and banks catch it. */
export function fallenStars(scene: Scene): (frame: Frame) => void {
  let night = Number.NaN;
  let tonight: readonly Fallen[] = [];
  /** A pure result, kept for one night. */
  const fallen = (of: number): readonly Fallen[] => {
    if (night !== of) {
      night = of;
      const span = scene.piece.movements(night).find(({ id }) => id === 'stream') ?? { from: 0, to: 0 };
      tonight = scene.piece
        .events(span.from, span.to)
        .filter(({ kind }) => kind === 'star')
        .map((event) => ({ event, place: landing(scene, event) }));
    }
    return tonight;
  };
  // The first night's now, so that no frame waits for it.
  fallen(0);
  return (frame) => {
    const present = frame.weights.stream;
    if (present <= 0) return;
    const kept = scene.quality.bare ? 0 : 0.45;
    const [r, g, b] = frame.palette.ember;
    for (const { event, place } of fallen(frame.night)) {
      const age = frame.t - event.at;
      // A processor pays for every lamp.
      if (age <= starTimes.warms || (scene.quality.bare && age > 22)) continue;
      const [x, , z] = frame.camera.eye;
      const near = 1 - eased(22, 44, Math.hypot(place[0] - x, place[2] - z));
      const power =
        2.2 *
        present *
        near *
        eased(starTimes.warms, starTimes.bell, age) *
        (kept + (1 - kept) * (1 - eased(6, 20, age)));
      if (power > 0.01)
        scene.lamps.hang({
          place: [place[0], 0.25, place[2]],
          colour: [1.1 * r * power, 0.85 * g * power, 0.7 * b * power],
          reach: 1.7,
        });
    }
  };
}
