import type { Metres } from '../units.ts';
import { unit } from './hash.ts';

/** Nodes while they grow; parents always come before children. */
export interface Skeleton {
  readonly x: number[];
  readonly y: number[];
  readonly z: number[];
  readonly parent: number[];
  readonly along: Metres[];
}

export function addNode(tree: Skeleton, parent: number, x: Metres, y: Metres, z: Metres, along: Metres): number {
  tree.x.push(x);
  tree.y.push(y);
  tree.z.push(z);
  tree.parent.push(parent);
  tree.along.push(along);
  return tree.x.length - 1;
}

export interface Growth {
  readonly seed: number;
  readonly step: Metres;
  /** An attractor dies when a node comes as near as this. */
  readonly kill: Metres;
  readonly reach: Metres;
  /** Sideways unrest of the growing tips, 0 straight. */
  readonly gnarl: number;
  /** First node that may branch. */
  readonly from: number;
  readonly most: number;
}

/**
 * Space colonization (Runions, Lane & Prusinkiewicz 2007): each attractor (xyz) pulls its nearest node; every pulled node
 * grows one step towards the mean of its pulls; reached attractors die. Each attractor remembers its nearest node, so a
 * new node is compared with attractors once.
 */
export function colonize(tree: Skeleton, attractors: Float32Array, growth: Growth): void {
  const { step, kill, reach, gnarl, seed } = growth;
  const points = attractors.slice();
  let alive = points.length / 3;
  const nearest = new Int32Array(alive).fill(-1);
  const distance = new Float64Array(alive).fill(Infinity);
  const kill2 = kill * kill;

  const compare = (node: number): void => {
    const nx = tree.x[node] ?? 0;
    const ny = tree.y[node] ?? 0;
    const nz = tree.z[node] ?? 0;
    for (let a = 0; a < alive; a++) {
      const dx = (points[a * 3] ?? 0) - nx;
      const dy = (points[a * 3 + 1] ?? 0) - ny;
      const dz = (points[a * 3 + 2] ?? 0) - nz;
      const d = dx * dx + dy * dy + dz * dz;
      if (d < (distance[a] ?? 0)) {
        distance[a] = d;
        nearest[a] = node;
      }
    }
  };
  const reap = (): void => {
    for (let a = alive - 1; a >= 0; a--) {
      if ((distance[a] ?? 0) >= kill2) continue;
      alive -= 1;
      points.copyWithin(a * 3, alive * 3, alive * 3 + 3);
      nearest[a] = nearest[alive] ?? -1;
      distance[a] = distance[alive] ?? 0;
    }
  };

  for (let node = growth.from; node < tree.x.length; node++) compare(node);
  reap();
  const pull = new Float32Array(growth.most * 3 + 3);
  const lastChild = new Int32Array(growth.most + 1).fill(-1);
  for (let round = 0; round < 400 && alive > 0 && tree.x.length < growth.most; round++) {
    const early = tree.x.length - growth.from < 90;
    const pulled: number[] = [];
    const seen = new Uint8Array(tree.x.length);
    for (let a = 0; a < alive; a++) {
      const d2 = distance[a] ?? 0;
      // At first every attractor calls, however far; later only near ones, or far limbs would grow as bundles.
      if (!early && d2 > reach * reach) continue;
      const node = nearest[a] ?? 0;
      const d = 1 / Math.sqrt(d2);
      if (seen[node] === 0) {
        seen[node] = 1;
        pulled.push(node);
        pull.fill(0, node * 3, node * 3 + 3);
      }
      for (let c = 0; c < 3; c++) {
        const own = c === 0 ? tree.x[node] : c === 1 ? tree.y[node] : tree.z[node];
        const k = node * 3 + c;
        pull[k] = (pull[k] ?? 0) + ((points[a * 3 + c] ?? 0) - (own ?? 0)) * d;
      }
    }
    if (pulled.length === 0) break;
    const before = tree.x.length;
    for (const node of pulled) {
      if (tree.x.length >= growth.most) break;
      let dx = pull[node * 3] ?? 0;
      let dy = pull[node * 3 + 1] ?? 0;
      let dz = pull[node * 3 + 2] ?? 0;
      const n = Math.hypot(dx, dy, dz) || 1;
      dx = dx / n + gnarl * (unit(seed, 1, node, round) - 0.5);
      dy = dy / n + gnarl * (unit(seed, 2, node, round) - 0.46);
      dz = dz / n + gnarl * (unit(seed, 3, node, round) - 0.5);
      const m = step / (Math.hypot(dx, dy, dz) || 1);
      const x = (tree.x[node] ?? 0) + dx * m;
      const y = (tree.y[node] ?? 0) + dy * m;
      const z = (tree.z[node] ?? 0) + dz * m;
      const child = lastChild[node] ?? -1;
      // Two attractors in balance would call the same child for ever.
      const again =
        child >= 0 &&
        Math.hypot((tree.x[child] ?? 0) - x, (tree.y[child] ?? 0) - y, (tree.z[child] ?? 0) - z) < step * 0.35;
      if (again) continue;
      lastChild[node] = addNode(tree, node, x, y, z, (tree.along[node] ?? 0) + step);
    }
    if (tree.x.length === before) break;
    for (let node = before; node < tree.x.length; node++) compare(node);
    reap();
  }
}
