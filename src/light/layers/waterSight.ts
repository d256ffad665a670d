import type { Frame } from '../../score/types.ts';
import type { Metres } from '../../units.ts';
import type { World } from '../../world/types.ts';

/** A place on the water, and metres of water about it that it stands for. */
type Sample = readonly [x: Metres, z: Metres, about: Metres];

/** Half the angle that a picture shows at its widest, and a little more. */
const widest = 0.95;
const farthest: Metres = 150;
const looks = 12;

function samples({ stream, lake }: World, lakeToo: boolean): readonly Sample[] {
  const out: Sample[] = [];
  for (let i = 0; i < stream.halfWidth.length; i += 2) {
    out.push([stream.centre[i * 3] ?? 0, stream.centre[i * 3 + 2] ?? 0, 2.6]);
  }
  for (const share of lakeToo ? [0.97, 0.6, 0.15] : []) {
    for (let side = 0; side < 28; side++) {
      const angle = (side / 28) * 2 * Math.PI;
      const r = lake.shore(angle) * share;
      out.push([lake.centre[0] + Math.cos(angle) * r, lake.centre[2] + Math.sin(angle) * r, 7]);
    }
  }
  return out;
}

/** Does the ground stand between the eye and a place on the water? In doubt it does not. */
function hidden({ terrain }: World, [ex, ey, ez]: readonly [number, number, number], [x, z]: Sample): boolean {
  for (let look = 1; look < looks; look++) {
    const share = look / looks;
    const ray = ey + (0.3 - ey) * share;
    if (terrain.height(ex + (x - ex) * share, ez + (z - ez) * share) > ray + 0.2) return true;
  }
  return false;
}

const known = new WeakMap<World, WeakMap<Frame, boolean>>();

/**
 * Is any of the water to be seen? It costs a mirror to say yes, so hills are looked over; several layers ask about one
 * frame, and it is answered once.
 * @param within metres from which the stream alone counts; without it all water does
 */
export function waterSight(world: World, within?: Metres): (frame: Frame) => boolean {
  const points = samples(world, within === undefined);
  const look = ({ weights, curves, camera }: Frame): boolean => {
    // On the plain a rise hides it; within the inner dark there is none.
    if (weights.moss + weights.need > 0.999 || curves.inner > 0.985) return false;
    const { eye, forward } = camera;
    return points.some((point) => {
      const [x, z, about] = point;
      const [dx, dy, dz] = [x - eye[0], -eye[1], z - eye[2]];
      const far = Math.hypot(dx, dy, dz);
      if (far > (within ?? farthest)) return false;
      const ahead = (dx * forward[0] + dy * forward[1] + dz * forward[2]) / far;
      const aside = Math.acos(Math.min(1, Math.max(-1, ahead))) - Math.asin(Math.min(1, about / far));
      return aside < widest && !hidden(world, eye, point);
    });
  };
  if (within !== undefined) return look;
  const answers = known.get(world) ?? new WeakMap<Frame, boolean>();
  known.set(world, answers);
  return (frame) => {
    const answer = answers.get(frame) ?? look(frame);
    answers.set(frame, answer);
    return answer;
  };
}
