import type { Metres, Unit, Vec3 } from '../../units.ts';
import { addNode, colonize, type Skeleton } from '../../world/colonize.ts';
import { sequence } from '../../world/hash.ts';
import type { World } from '../../world/types.ts';

/** Threads grown from the heart, parents before children; parallel arrays over nodes. */
export interface Threads {
  readonly nodes: number;
  /** xyz, world metres. */
  readonly position: Float32Array;
  readonly parent: Int32Array;
  /** Path length from the heart, metres. */
  readonly along: Float32Array;
  /** When it grows, 0..1; a parent always before its children. */
  readonly birth: Float32Array;
  readonly radius: Float32Array;
  /** How many children; 0 is a tip. */
  readonly children: Uint8Array;
  /** 1 what fills the body .. 0 what goes out into the dark. */
  readonly body: Float32Array;
}

/** How tall the body is that the tendrils imply, and the pose that it stands in. */
const bodyHeight: Metres = 1.88;
const posePhase = 0.56;
const drawnHeight: Metres = 1.7;

/** Level unit vectors of the inner dark: towards the eye that comes in through the bark, and to that eye's right. */
export function innerAxes(world: World): { readonly toEye: Vec3; readonly right: Vec3 } {
  const { heart, bark } = world.landmarks;
  const x = bark[0] - heart[0];
  const z = bark[2] - heart[2];
  const length = Math.hypot(x, z) || 1;
  const toEye: Vec3 = [x / length, 0, z / length];
  return { toEye, right: [toEye[2], 0, -toEye[0]] };
}

/** Points in and under the skin of a body that stands open-armed, its chest at the heart, facing the eye; xyz. */
function bodyPoints(world: World, count: number): Float32Array {
  const { heart } = world.landmarks;
  const { toEye, right } = innerAxes(world);
  const scale = bodyHeight / drawnHeight;
  const joints = world.figures.pose('greet', posePhase);
  const joint = (j: number, axis: number): number => joints[j * 3 + axis] ?? 0;
  const chest = joint(1, 1);
  const dice = sequence(world.seed, 4101);
  const bones = world.figures.bones.map((bone) => {
    const way = [0, 1, 2].map((axis) => joint(bone.b, axis) - joint(bone.a, axis));
    const length = Math.hypot(way[0] ?? 0, way[1] ?? 0, way[2] ?? 0);
    const head = bone.b === 3;
    // Head and shoulders are what one knows a body by.
    const fuller = head ? 5 : bone.ra > 0.11 ? 1.3 : 1;
    return { ...bone, way, length, weight: (length + 0.1) * (bone.ra + bone.rb + 0.03) * fuller };
  });
  const total = bones.reduce((sum, bone) => sum + bone.weight, 0);
  const out: number[] = [];
  for (const bone of bones) {
    const head = bone.b === 3;
    const own = Math.round((bone.weight / total) * count);
    for (let n = 0; n < own; n++) {
      const s = head ? 0.35 + 0.75 * dice() : dice();
      const thick = head
        ? 0.118 * Math.sqrt(Math.max(0, 1 - ((s - 0.82) / 0.5) ** 2))
        : bone.ra + (bone.rb - bone.ra) * s;
      // Most of it under the skin, so that the outline is what one sees.
      const share = dice() < 0.78 ? 0.82 + 0.2 * dice() : Math.sqrt(dice());
      const angle = dice() * 2 * Math.PI;
      const w = bone.way.map((value) => value / (bone.length || 1));
      const side = Math.abs(w[1] ?? 0) > 0.8 ? [1, 0, 0] : [0, 1, 0];
      const u = cross(w, side);
      const v = cross(w, u);
      const p = [0, 1, 2].map(
        (axis) =>
          joint(bone.a, axis) +
          bone.length * s * (w[axis] ?? 0) +
          thick * share * (Math.cos(angle) * (u[axis] ?? 0) + Math.sin(angle) * (v[axis] ?? 0)),
      );
      const [x = 0, y = 0, z = 0] = p;
      // Body space: x to its left, which is the eye's right.
      out.push(
        heart[0] + scale * (x * right[0] + z * toEye[0]),
        heart[1] + scale * (y - chest),
        heart[2] + scale * (x * right[2] + z * toEye[2]),
      );
    }
  }
  return Float32Array.from(out);
}

function cross(a: readonly number[], b: readonly number[]): number[] {
  const [ax = 0, ay = 0, az = 0] = a;
  const [bx = 0, by = 0, bz = 0] = b;
  const c = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
  const length = Math.hypot(c[0] ?? 0, c[1] ?? 0, c[2] ?? 0) || 1;
  return c.map((value) => value / length);
}

/** Far points in the dark behind and around the body. */
function wildPoints(world: World, count: number): Float32Array {
  const { heart } = world.landmarks;
  const { toEye, right } = innerAxes(world);
  const dice = sequence(world.seed, 4102);
  const out: number[] = [];
  while (out.length < count * 3) {
    const angle = dice() * 2 * Math.PI;
    const far = 1.3 + 3.4 * dice();
    const across = Math.cos(angle) * far * 1.25;
    const up = Math.sin(angle) * far * 0.8;
    const back = 0.5 + 2.4 * dice();
    out.push(
      heart[0] + right[0] * across - toEye[0] * back,
      heart[1] + up,
      heart[2] + right[2] * across - toEye[2] * back,
    );
  }
  return Float32Array.from(out);
}

/** Rounds off the stair that equal steps leave; tips and the heart stay. */
function eased(tree: Skeleton, children: readonly number[][], rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    for (const axis of [tree.x, tree.y, tree.z]) {
      const before = [...axis];
      for (let node = 1; node < axis.length; node++) {
        const own = children[node] ?? [];
        if (own.length === 0) continue;
        const below = own.reduce((sum, child) => sum + (before[child] ?? 0), 0) / own.length;
        axis[node] = 0.4 * (before[node] ?? 0) + 0.3 * (before[tree.parent[node] ?? 0] ?? 0) + 0.3 * below;
      }
    }
  }
}

/**
 * The tendrils of the inner dark: space colonization (Runions, Lane & Prusinkiewicz 2007) from the heart towards points
 * that fill a standing body, and a few wild ones out into the dark. A closed growth: the same for one world, whole at
 * once; what is shown of it is a question of `birth`.
 */
function growTendrils(world: World): Threads {
  const { heart } = world.landmarks;
  const grow = (attractors: Float32Array, step: Metres, kill: Metres, reach: Metres, gnarl: number, most: number) => {
    const tree: Skeleton = { x: [], y: [], z: [], parent: [], along: [] };
    addNode(tree, -1, heart[0], heart[1], heart[2], 0);
    colonize(tree, attractors, { seed: world.seed ^ 0x51ed, step, kill, reach, gnarl, from: 0, most });
    return tree;
  };
  const parts = [
    { tree: grow(bodyPoints(world, 4200), 0.027, 0.028, 0.3, 0.35, 6000), body: 1, thin: 0.0031, taper: 2.7, ease: 2 },
    { tree: grow(wildPoints(world, 130), 0.085, 0.16, 1.2, 1.5, 1000), body: 0, thin: 0.002, taper: 2.5, ease: 3 },
  ];
  const nodes = parts.reduce((sum, { tree }) => sum + tree.x.length, 0);
  const threads: Threads = {
    nodes,
    position: new Float32Array(nodes * 3),
    parent: new Int32Array(nodes),
    along: new Float32Array(nodes),
    birth: new Float32Array(nodes),
    radius: new Float32Array(nodes),
    children: new Uint8Array(nodes),
    body: new Float32Array(nodes),
  };
  let first = 0;
  for (const { tree, body, thin, taper, ease } of parts) {
    const count = tree.x.length;
    const children: number[][] = tree.x.map(() => []);
    tree.parent.forEach((parent, node) => {
      if (parent >= 0) children[parent]?.push(node);
    });
    eased(tree, children, ease);
    const tips = new Float64Array(count);
    const farthest = new Float64Array(count);
    let longest = 0;
    for (let node = count - 1; node >= 0; node--) {
      const own = children[node] ?? [];
      tips[node] = own.length === 0 ? 1 : own.reduce((sum, child) => sum + (tips[child] ?? 0), 0);
      farthest[node] = own.reduce((most, child) => Math.max(most, farthest[child] ?? 0), tree.along[node] ?? 0);
      longest = Math.max(longest, farthest[node] ?? 0);
    }
    for (let node = 0; node < count; node++) {
      const at = first + node;
      const along = tree.along[node] ?? 0;
      const parent = tree.parent[node] ?? -1;
      threads.position.set([tree.x[node] ?? 0, tree.y[node] ?? 0, tree.z[node] ?? 0], at * 3);
      threads.parent[at] = parent < 0 ? -1 : first + parent;
      threads.along[at] = along;
      // Long limbs hurry a little, so that hands and feet are there together with the head.
      threads.birth[at] = 0.5 * (along / (longest || 1)) + 0.5 * (along / (farthest[node] || 1));
      threads.radius[at] = thin * (tips[node] ?? 1) ** (1 / taper);
      threads.children[at] = Math.min(255, children[node]?.length ?? 0);
      threads.body[at] = body;
    }
    first += count;
  }
  return threads;
}

const grown = new WeakMap<World, Threads>();

/** The tendrils of a world, grown once. */
export function grownIn(world: World): Threads {
  const held = grown.get(world);
  if (held !== undefined) return held;
  const threads = growTendrils(world);
  grown.set(world, threads);
  return threads;
}

/** How far the growth has come, as a birth: its first roots are always there, and it is whole before the eyes turn away. */
export const frontAt = (tendrils: Unit): number => Math.min(1.03, 0.05 + 1.2 * tendrils);
