import type { Metres } from '../units.ts';
import { addNode, colonize, type Skeleton } from './colonize.ts';
import { crownAttractors } from './crown.ts';
import { hash32, unit } from './hash.ts';
import type { Layout } from './layout.ts';
import { hangLeaves } from './leaves.ts';
import { breakLimbs, raiseLimbs } from './limbs.ts';
import { spreadRoots } from './roots.ts';
import { clamp } from './scalar.ts';
import type { Trunk } from './trunk.ts';
import type { Terrain, Tree } from './types.ts';

const WHISPERS = 1000;
const ATTRACTORS = 6500;
const TWIG: Metres = 0.011;

/** Sums leaves' ends down the tree; nodes of roots keep none. */
function tipsBelow(tree: Skeleton, thick: ReadonlyMap<number, Metres>): Float64Array {
  const n = tree.x.length;
  const tips = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    if (thick.has(i)) continue;
    if (tips[i] === 0) tips[i] = 1;
    const up = tree.parent[i] ?? -1;
    if (up >= 0) tips[up] = (tips[up] ?? 0) + (tips[i] ?? 0);
  }
  return tips;
}

/**
 * The tree of a seed: a trunk, buttress roots, old limbs and what storms left of others, a colonized crown, leaves. Radii follow the pipe model (Shinozaki et al.
 * 1964), r = r_twig * tips^(1/e), with e such that the trunk has the girth it was raised with.
 */
export function growTree(seed: number, layout: Layout, terrain: Terrain, trunk: Trunk): Tree {
  const { treeHeight: height, treeAge: age } = layout.place;
  const tree: Skeleton = { x: [], y: [], z: [], parent: [], along: [] };
  const step = height * 0.0135;
  const thick = new Map<number, Metres>();

  const [fx, fy, fz] = trunk.foot;
  let node = addNode(tree, -1, fx, fy - 0.2, fz, 0);
  const stem = [node];
  const rings = Math.ceil(trunk.fork / (step * 0.8));
  for (let i = 1; i <= rings; i++) {
    const h = (trunk.fork * i) / rings;
    const [x, y, z] = trunk.axis(h);
    node = addNode(tree, node, x, y, z, h);
    stem.push(node);
  }
  const top = node;
  spreadRoots(seed, tree, 1, trunk, terrain, thick);

  breakLimbs(seed, tree, stem, layout, trunk, step, thick);

  const crown = addNode(tree, top, ...trunk.axis(trunk.fork + step * 0.8), trunk.fork + step * 0.8);
  const { girths, boughs } = raiseLimbs(seed, tree, stem, crown, layout, trunk, step);
  const grown = tree.x.length;
  colonize(tree, crownAttractors(seed, layout, trunk, boughs, ATTRACTORS), {
    seed: hash32(seed, 151),
    step,
    kill: step * 1.55,
    reach: step * 10,
    gnarl: 0.25 + 0.55 * age,
    from: crown,
    most: 9000,
  });

  const n = tree.x.length;
  const tips = tipsBelow(tree, thick);
  const exponent = Math.log(tips[0] ?? 2) / Math.log((0.92 * trunk.girth) / TWIG);
  const position = new Float32Array(n * 3);
  const radius = new Float32Array(n);
  const twigs: number[] = [];
  for (let i = 0; i < n; i++) {
    const x = tree.x[i] ?? 0;
    const y = tree.y[i] ?? 0;
    const z = tree.z[i] ?? 0;
    position.set([x, y, z], i * 3);
    const pipe = TWIG * (tips[i] ?? 1) ** (1 / exponent);
    const trunkRadius = i <= top ? trunk.radius(y - fy) : 0;
    radius[i] = thick.get(i) ?? (i <= top ? trunkRadius : Math.max(pipe, girths.get(i) ?? 0));
    if (i >= grown && (tips[i] ?? 0) <= 3) twigs.push(x, y, z);
  }
  // Rounded up by the flare, the crown's first nodes must not be thicker than what bears them.
  for (let i = 1; i < n; i++) {
    const up = tree.parent[i] ?? 0;
    radius[i] = Math.min(radius[i] ?? 0, radius[up] ?? 0);
  }
  const count = Math.round(clamp(10200 + 2600 * unit(seed, 152), 9000, 14000));
  const leaves = hangLeaves(seed, Float32Array.from(twigs), count, height * 0.013);
  return {
    nodes: n,
    position,
    radius,
    parent: Int32Array.from(tree.parent),
    along: Float32Array.from(tree.along),
    leaves: leaves.leaves,
    leafPosition: leaves.position,
    leafNormal: leaves.normal,
    leafSize: leaves.size,
    whispers: WHISPERS,
    height,
    crownCentre: leaves.centre,
    crownRadius: leaves.radius,
  };
}
