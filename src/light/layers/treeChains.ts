import type { Metres, Vec3 } from '../../units.ts';
import type { Tree } from '../../world/types.ts';

/** A point on the axis of a branch. */
export interface Joint {
  readonly at: Vec3;
  readonly radius: Metres;
  readonly along: Metres;
}

/** A run of nodes from a fork to a tip, going on along the thickest child; the first joint lies within what bears it. */
export interface Chain {
  readonly joints: readonly Joint[];
  readonly root: boolean;
}

const joint = (tree: Tree, node: number, radius = tree.radius[node] ?? 0): Joint => ({
  at: [tree.position[node * 3] ?? 0, tree.position[node * 3 + 1] ?? 0, tree.position[node * 3 + 2] ?? 0],
  radius,
  along: tree.along[node] ?? 0,
});

/** Limbs that leave a stem take girth from it in steps; its skin passes over them. */
function tapered(joints: readonly Joint[]): Joint[] {
  const reach = 4;
  return joints.map((one, i) => {
    const k = Math.min(reach, i, joints.length - 1 - i);
    // The foot's flare stays as it is.
    if (one.along < 2.5) return one;
    let sum = 0;
    for (let n = i - k; n <= i + k; n++) sum += joints[n]?.radius ?? 0;
    return { ...one, radius: sum / (2 * k + 1) };
  });
}

/** Cuts the tree into chains, the trunk first, then from the thickest to the thinnest. */
export function chainsOf(tree: Tree): Chain[] {
  const heir = new Int32Array(tree.nodes).fill(-1);
  for (let node = 1; node < tree.nodes; node++) {
    const up = tree.parent[node] ?? 0;
    if ((tree.along[node] ?? 0) < 0 && (tree.along[up] ?? 0) >= 0) continue;
    const held = heir[up] ?? -1;
    if (held < 0 || (tree.radius[node] ?? 0) > (tree.radius[held] ?? 0)) heir[up] = node;
  }
  const chains: Chain[] = [];
  for (let node = 0; node < tree.nodes; node++) {
    const up = tree.parent[node] ?? -1;
    if (up >= 0 && heir[up] === node) continue;
    const joints: Joint[] = [];
    const root = (tree.along[node] ?? 0) < 0;
    if (up >= 0 && !(root && (tree.along[up] ?? 0) >= 0)) joints.push(joint(tree, up, tree.radius[node]));
    for (let next = node; next >= 0; next = heir[next] ?? -1) joints.push(joint(tree, next));
    if (joints.length > 1) chains.push({ joints, root });
  }
  const [stem] = chains;
  if (stem !== undefined) chains[0] = { ...stem, joints: tapered(stem.joints) };
  const thickest = (chain: Chain) => chain.joints[0]?.radius ?? 0;
  const [trunk, ...others] = chains;
  others.sort((a, b) => thickest(b) - thickest(a));
  return trunk === undefined ? [] : [trunk, ...others];
}

const away = (p: Vec3, a: Vec3, b: Vec3): Metres => {
  const d: Vec3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const w: Vec3 = [p[0] - a[0], p[1] - a[1], p[2] - a[2]];
  const t = (w[0] * d[0] + w[1] * d[1] + w[2] * d[2]) / (d[0] ** 2 + d[1] ** 2 + d[2] ** 2 || 1);
  return Math.hypot(w[0] - d[0] * t, w[1] - d[1] * t, w[2] - d[2] * t);
};

/** Leaves out joints that lie within `slack` of the line between their neighbours (Douglas & Peucker 1973). */
export function simplified(joints: readonly Joint[], slack: Metres): Joint[] {
  const first = joints[0];
  const last = joints[joints.length - 1];
  if (first === undefined || last === undefined || joints.length < 3) return [...joints];
  let worst = 0;
  let far = slack;
  for (const [i, one] of joints.entries()) {
    const off = away(one.at, first.at, last.at) + 0.5 * Math.abs(one.radius - (first.radius + last.radius) / 2);
    if (i > 0 && i < joints.length - 1 && off > far) {
      far = off;
      worst = i;
    }
  }
  if (worst === 0) return [first, last];
  return [...simplified(joints.slice(0, worst + 1), slack).slice(0, -1), ...simplified(joints.slice(worst), slack)];
}

const spline = (a: number, b: number, c: number, d: number, t: number) =>
  b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));

/** Joints at most `spacing` apart on a smooth curve through the given ones (Catmull & Rom 1974). */
export function smoothed(joints: readonly Joint[], spacing: (joint: Joint) => Metres): Joint[] {
  const out: Joint[] = [];
  for (let i = 0; i + 1 < joints.length; i++) {
    const b = joints[i];
    const c = joints[i + 1];
    if (b === undefined || c === undefined) continue;
    const a = joints[i - 1] ?? b;
    const d = joints[i + 2] ?? c;
    const length = Math.hypot(c.at[0] - b.at[0], c.at[1] - b.at[1], c.at[2] - b.at[2]);
    const parts = Math.max(1, Math.ceil(length / spacing(b)));
    for (let k = 0; k < parts; k++) {
      const t = k / parts;
      const on = (axis: 0 | 1 | 2) => spline(a.at[axis], b.at[axis], c.at[axis], d.at[axis], t);
      out.push({
        at: [on(0), on(1), on(2)],
        radius: Math.max(0.004, spline(a.radius, b.radius, c.radius, d.radius, t)),
        along: b.along + (c.along - b.along) * t,
      });
    }
  }
  const last = joints[joints.length - 1];
  if (last !== undefined) out.push(last);
  return out;
}
