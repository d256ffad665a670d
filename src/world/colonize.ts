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

/** Living attractors by cell, so that a new node is compared only with those it can matter to. */
class Light {
  readonly points: Float32Array;
  readonly nearest: Int32Array;
  /** Squared distance to the nearest node; negative once reached. */
  readonly distance: Float64Array;
  alive: number[];
  private readonly cells = new Map<number, number[]>();
  private readonly cell: Metres;

  constructor(points: Float32Array, cell: Metres) {
    const count = points.length / 3;
    this.points = points;
    this.cell = cell;
    this.nearest = new Int32Array(count).fill(-1);
    this.distance = new Float64Array(count).fill(Infinity);
    this.alive = Array.from({ length: count }, (_, i) => i);
    for (const a of this.alive) {
      const key = this.key(this.index(a * 3), this.index(a * 3 + 1), this.index(a * 3 + 2));
      const list = this.cells.get(key);
      if (list) list.push(a);
      else this.cells.set(key, [a]);
    }
  }

  private index(k: number): number {
    return Math.floor((this.points[k] ?? 0) / this.cell);
  }

  private key(i: number, j: number, k: number): number {
    return ((i + 512) * 1024 + j + 512) * 1024 + k + 512;
  }

  private meet(list: readonly number[], node: number, x: Metres, y: Metres, z: Metres): void {
    for (const a of list) {
      const dx = (this.points[a * 3] ?? 0) - x;
      const dy = (this.points[a * 3 + 1] ?? 0) - y;
      const dz = (this.points[a * 3 + 2] ?? 0) - z;
      const d = dx * dx + dy * dy + dz * dz;
      if (d < (this.distance[a] ?? 0)) {
        this.distance[a] = d;
        this.nearest[a] = node;
      }
    }
  }

  /** A new node: within `reach` only, or for all. */
  compare(node: number, x: Metres, y: Metres, z: Metres, reach: Metres): void {
    if (reach === Infinity) {
      this.meet(this.alive, node, x, y, z);
      return;
    }
    const at = (v: Metres): number => Math.floor(v / this.cell);
    for (let i = at(x - reach); i <= at(x + reach); i++) {
      for (let j = at(y - reach); j <= at(y + reach); j++) {
        for (let k = at(z - reach); k <= at(z + reach); k++) {
          const list = this.cells.get(this.key(i, j, k));
          if (list) this.meet(list, node, x, y, z);
        }
      }
    }
  }

  reap(kill: Metres): void {
    const kill2 = kill * kill;
    const dead = (a: number): boolean => (this.distance[a] ?? 0) < kill2;
    this.alive = this.alive.filter((a) => !dead(a));
    for (const [key, list] of this.cells) {
      const left = list.filter((a) => !dead(a));
      if (left.length === 0) this.cells.delete(key);
      else if (left.length < list.length) this.cells.set(key, left);
    }
  }
}

/**
 * Space colonization (Runions, Lane & Prusinkiewicz 2007): each attractor (xyz) pulls its nearest node; every pulled node
 * grows one step towards the mean of its pulls; reached attractors die.
 */
export function colonize(tree: Skeleton, attractors: Float32Array, growth: Growth): void {
  const { step, kill, reach, gnarl, seed } = growth;
  const light = new Light(attractors, reach / 2);
  const { points, nearest, distance } = light;
  const compare = (node: number, far: Metres): void => {
    light.compare(node, tree.x[node] ?? 0, tree.y[node] ?? 0, tree.z[node] ?? 0, far);
  };
  for (let node = growth.from; node < tree.x.length; node++) compare(node, Infinity);
  light.reap(kill);
  const pull = new Float32Array(growth.most * 3 + 3);
  const lastChild = new Int32Array(growth.most + 1).fill(-1);
  for (let round = 0; round < 400 && light.alive.length > 0 && tree.x.length < growth.most; round++) {
    // At first every attractor calls, however far; later only near ones, or far limbs would grow as bundles.
    const early = tree.x.length - growth.from < 90;
    const pulled: number[] = [];
    const seen = new Uint8Array(tree.x.length);
    for (const a of light.alive) {
      const d2 = distance[a] ?? 0;
      if (!early && d2 > reach * reach) continue;
      const node = nearest[a] ?? 0;
      const d = 1 / Math.sqrt(d2);
      const k = node * 3;
      if (seen[node] === 0) {
        seen[node] = 1;
        pulled.push(node);
        pull.fill(0, k, k + 3);
      }
      pull[k] = (pull[k] ?? 0) + ((points[a * 3] ?? 0) - (tree.x[node] ?? 0)) * d;
      pull[k + 1] = (pull[k + 1] ?? 0) + ((points[a * 3 + 1] ?? 0) - (tree.y[node] ?? 0)) * d;
      pull[k + 2] = (pull[k + 2] ?? 0) + ((points[a * 3 + 2] ?? 0) - (tree.z[node] ?? 0)) * d;
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
    for (let node = before; node < tree.x.length; node++) compare(node, early ? Infinity : reach);
    light.reap(kill);
  }
}
