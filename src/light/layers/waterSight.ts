import { halfTangents } from '../../score/projection.ts';
import type { Camera, Frame } from '../../score/types.ts';
import type { Metres, Vec3 } from '../../units.ts';
import type { World } from '../../world/types.ts';
import type { Scene } from '../layer.ts';
import { axes } from '../view.ts';

/** A place on the water, and metres of water about it that it stands for. */
type Sample = readonly [x: Metres, z: Metres, about: Metres];

type Height = World['terrain']['height'];

/** Half the angle that a picture shows at its widest, and a little more. */
const widest = 0.95;
const farthest: Metres = 150;
const looks = 24;

function samples({ stream, lake }: World, lakeToo: boolean): readonly Sample[] {
  const out: Sample[] = [];
  for (let i = 0; i < stream.halfWidth.length; i += 2) {
    out.push([stream.centre[i * 3] ?? 0, stream.centre[i * 3 + 2] ?? 0, 2.6]);
  }
  for (const share of lakeToo ? [0.97, 0.6, 0.15] : []) {
    for (let side = 0; side < 28; side++) {
      const angle = (side / 28) * 2 * Math.PI;
      const r = lake.shore(angle) * share;
      out.push([lake.centre[0] + Math.cos(angle) * r, lake.centre[2] + Math.sin(angle) * r, 8]);
    }
  }
  return out;
}

const step: Metres = 1;

/** The ground's height between corners a metre apart, each found when it is first asked for. */
function heights({ terrain }: World): Height {
  const side = Math.floor(terrain.extent / step);
  const across = 2 * side + 1;
  const found = new Float32Array(across * across).fill(Number.NaN);
  const corner = (i: number, j: number): Metres => {
    const at = j * across + i;
    const height = found[at] ?? Number.NaN;
    if (!Number.isNaN(height)) return height;
    found[at] = terrain.height((i - side) * step, (j - side) * step);
    return found[at] ?? 0;
  };
  return (x, z) => {
    const u = x / step + side;
    const v = z / step + side;
    const [i, j] = [Math.floor(u), Math.floor(v)];
    if (i < 0 || j < 0 || i >= across - 1 || j >= across - 1) return terrain.height(x, z);
    const [a, b] = [u - i, v - j];
    return (
      (corner(i, j) * (1 - a) + corner(i + 1, j) * a) * (1 - b) +
      (corner(i, j + 1) * (1 - a) + corner(i + 1, j + 1) * a) * b
    );
  };
}

/** What the tree hides at the least, to either side of its middle. */
const trunk: Metres = 1.1;

/** Does the ground or the tree stand between the eye and a place on the water? In doubt it does not. */
function hidden(
  height: Height,
  [ex, ey, ez]: readonly [number, number, number],
  [x, z]: Sample,
  [tx, , tz]: World['landmarks']['treeFoot'],
): boolean {
  const far = (x - ex) ** 2 + (z - ez) ** 2;
  const share = ((tx - ex) * (x - ex) + (tz - ez) * (z - ez)) / far;
  if (share > 0 && share < 1 && Math.hypot(ex + (x - ex) * share - tx, ez + (z - ez) * share - tz) < trunk) return true;
  for (let look = 1; look < looks; look++) {
    const share = look / looks;
    const ray = ey + (0.1 - ey) * share;
    if (height(ex + (x - ex) * share, ez + (z - ez) * share) > ray + 0.08) return true;
  }
  return false;
}

/** Normals, inwards, of the four sides of what a whole picture shows. */
function sidesOf(camera: Camera, aspect: number): readonly Vec3[] {
  const { right, up, forward } = axes(camera);
  const { x, y } = halfTangents(camera, aspect);
  const side = (by: Vec3, tan: number, sign: number): Vec3 => [
    forward[0] * tan + by[0] * sign,
    forward[1] * tan + by[1] * sign,
    forward[2] * tan + by[2] * sign,
  ];
  return [side(right, x, 1), side(right, x, -1), side(up, y, 1), side(up, y, -1)];
}

const grounds = new WeakMap<World, Height>();
type Shape = Scene['shape'];
const known = new WeakMap<World | Shape, WeakMap<Frame, { readonly aspect: number; readonly seen: boolean }>>();

/**
 * Is any of the water to be seen? It costs a mirror to say yes, so hills are looked over; several layers ask about one
 * frame, and it is answered once.
 * @param within metres from which the stream alone counts; without it all water does
 * @param shape of the picture that water itself has to lie in; without it what stands beside may be seen without it
 */
export function waterSight(world: World, within?: Metres, shape?: Shape): (frame: Frame) => boolean {
  const points = samples(world, within === undefined);
  const height = grounds.get(world) ?? heights(world);
  grounds.set(world, height);
  let last: Sample | undefined;
  const look = ({ weights, curves, camera }: Frame): boolean => {
    // On the plain a rise hides it; within the inner dark there is none.
    if (weights.moss + weights.need > 0.999 || curves.inner > 0.985) return false;
    const { eye, forward } = camera;
    const sides = shape === undefined ? [] : sidesOf(camera, shape.aspect);
    const meets = (point: Sample): boolean => {
      const [x, z, about] = point;
      const [dx, dy, dz] = [x - eye[0], -eye[1], z - eye[2]];
      const far = Math.hypot(dx, dy, dz);
      if (far > (within ?? farthest)) return false;
      const ahead = (dx * forward[0] + dy * forward[1] + dz * forward[2]) / far;
      const aside = Math.acos(Math.min(1, Math.max(-1, ahead))) - Math.asin(Math.min(1, about / far));
      if (aside >= widest) return false;
      for (const [nx, ny, nz] of sides) {
        if (nx * dx + ny * dy + nz * dz < -about * Math.hypot(nx, nz)) return false;
      }
      return !hidden(height, eye, point, world.landmarks.treeFoot);
    };
    // Where water met the eye last it mostly still does; whatever is looked at first, the answer is the same.
    if (last !== undefined && meets(last)) return true;
    last = points.find(meets);
    return last !== undefined;
  };
  if (within !== undefined) return look;
  const answers = known.get(shape ?? world) ?? new WeakMap();
  known.set(shape ?? world, answers);
  return (frame) => {
    const aspect = shape?.aspect ?? 0;
    const before = answers.get(frame);
    if (before?.aspect === aspect) return before.seen;
    const seen = look(frame);
    answers.set(frame, { aspect, seen });
    return seen;
  };
}
