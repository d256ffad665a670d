import type { Metres, Radians, Vec3 } from '../units.ts';
import { addNode, type Skeleton } from './colonize.ts';
import { sequence } from './hash.ts';
import type { Layout } from './layout.ts';
import { clamp, mix, smoothstep } from './scalar.ts';
import type { Trunk } from './trunk.ts';

/** Where a limb goes to look for light: points on its outer part, and how far it has come there, 0.4..1. */
export interface Bough {
  readonly at: Vec3;
  readonly out: number;
  /** The low limb carries its own, flatter foliage. */
  readonly low: boolean;
}

interface Way {
  readonly from: number;
  readonly azimuth: Radians;
  /** Slope at its root and at its end, radians over the level. */
  readonly rise: Radians;
  readonly lift: Radians;
  readonly length: Metres;
  readonly girth: Metres;
  /** Radius left at its end. */
  readonly end: Metres;
  readonly restless: number;
}

/** The skeleton's oldest limbs, which no growth towards light would bend like that; radii by node are least ones. */
interface Scaffold {
  readonly girths: Map<number, Metres>;
  readonly boughs: Bough[];
}

/** Where a limb turned aside: a bud on its other side may go on as a branch. */
interface Elbow {
  readonly node: number;
  readonly at: number;
  readonly heading: Radians;
  readonly side: number;
}

/** Runs one limb out, straight for a while and then aside, as wood goes on from bud to bud; gives back its nodes. */
function run(tree: Skeleton, way: Way, step: Metres, next: () => number, elbows: Elbow[] = []): number[] {
  const nodes: number[] = [];
  let node = way.from;
  let heading = way.azimuth;
  let turn = 0;
  let heave = 0;
  let side = next() < 0.5 ? -1 : 1;
  let straight = 2 + Math.floor(next() * 3);
  const steps = Math.max(3, Math.round(way.length / step));
  for (let i = 1; i <= steps; i++) {
    const t = i / steps;
    turn = 0.6 * turn + way.restless * (next() - 0.5) * 0.26;
    heave = 0.8 * heave + way.restless * (next() - 0.5) * 0.22;
    straight -= 1;
    if (straight < 0) {
      straight = 2 + Math.floor(next() * 5);
      side = next() < 0.75 ? -side : side;
      const bend = way.restless * mix(0.25, 0.75, next());
      if (nodes.length > 0) elbows.push({ node, at: t, heading: heading - side * bend, side: -side });
      heading += side * bend;
      heave += way.restless * (next() - 0.45) * 0.5;
    }
    // It keeps to where its light is.
    heading += turn - 0.14 * (heading - way.azimuth);
    // Heavy wood sags in its middle and seeks the light with its end.
    const slope = mix(way.rise, way.lift, smoothstep(0.15, 1, t)) - 0.3 * Math.sin(Math.PI * t) * (1 - t) + heave;
    const flat = Math.cos(slope) * step;
    node = addNode(
      tree,
      node,
      (tree.x[node] ?? 0) + Math.cos(heading) * flat,
      (tree.y[node] ?? 0) + Math.sin(slope) * step,
      (tree.z[node] ?? 0) + Math.sin(heading) * flat,
      (tree.along[node] ?? 0) + step,
    );
    nodes.push(node);
  }
  return nodes;
}

/** Girth along a limb: a collar where it leaves the stem, then a slow taper. */
function girthAlong(way: Way, at: number, step: Metres): Metres {
  const taper = mix(way.girth, way.end, at ** 0.62);
  return taper * (1 + 0.6 * Math.exp((-at * way.length) / (1.8 * step)));
}

/**
 * Five or six old limbs from the trunk's top, each forked once, and one low and heavy that reaches far out to the side
 * as seen by who comes. A storm once took what stood on one side: limbs are short there.
 * @param stem trunk nodes from the foot up
 */
export function raiseLimbs(
  seed: number,
  tree: Skeleton,
  stem: readonly number[],
  crown: number,
  layout: Layout,
  trunk: Trunk,
  step: Metres,
): Scaffold {
  const next = sequence(seed, 161);
  const { treeHeight: height, treeAge: age } = layout.place;
  const girths = new Map<number, Metres>();
  const boughs: Bough[] = [];
  const restless = 0.45 + 0.55 * age;
  const grow = (way: Way, low: boolean, from: number, boughed = true): number[] => {
    const elbows: Elbow[] = [];
    const nodes = run(tree, way, step, next, elbows);
    for (const [i, node] of nodes.entries()) {
      const t = (i + 1) / nodes.length;
      girths.set(node, girthAlong(way, t, step));
      if (t >= from && (i % 3 === 0 || i === nodes.length - 1)) {
        boughs.push({ at: [tree.x[node] ?? 0, tree.y[node] ?? 0, tree.z[node] ?? 0], out: t, low });
      }
    }
    if (boughed) {
      for (const { node: bud, at, heading, side } of elbows) {
        if (at < 0.2 || next() < 0.18) continue;
        grow(
          {
            ...way,
            from: bud,
            azimuth: heading + side * mix(0.15, 0.6, next()),
            rise: mix(0.1, 0.9, next()),
            lift: mix(0.3, 1.1, next()),
            length: way.length * mix(0.42, 0.16, at) * mix(0.7, 1.3, next()),
            girth: girthAlong(way, at, step) * mix(0.42, 0.66, next()),
            end: way.end * 0.4,
          },
          low,
          0.5,
          false,
        );
      }
    }
    return nodes;
  };
  const facing = Math.atan2(layout.approach.z, layout.approach.x);
  const leaning = Math.atan2(trunk.lean.z, trunk.lean.x);
  const storm = leaning + (next() - 0.5) * 1.4;
  const sideways = Math.sin(leaning - facing) > 0 ? -1 : 1;
  const count = 5 + (next() < 0.5 ? 0 : 1);
  const start = leaning + Math.PI + (next() - 0.5) * 1.2;
  for (let i = 0; i < count; i++) {
    // One of them has taken the dead leader's place, and has gone up beside it.
    const leader = i === 0;
    const azimuth = start + ((i + (leader ? 0 : 0.5 * (next() - 0.5))) / count) * 2 * Math.PI;
    const lee = 0.5 - 0.5 * Math.cos(azimuth - storm);
    const length = height * (leader ? 0.56 : mix(0.33, 0.5, lee) * mix(0.85, 1.12, next()));
    const girth = trunk.girth * (leader ? 0.5 : mix(0.36, 0.5, lee * next() + 0.2));
    const way: Way = {
      from: leader ? crown : (stem[stem.length - 1 - (i % 3)] ?? crown),
      azimuth,
      rise: leader ? 1.15 : mix(0.5, 0.9, next()),
      lift: leader ? 1.45 : mix(0.6, 1.2, next()),
      length,
      girth,
      end: trunk.girth * 0.06,
      restless,
    };
    const nodes = grow(way, false, 0.5);
    const forkAt = Math.floor(nodes.length * mix(0.28, leader ? 0.32 : 0.5, next()));
    const from = nodes[forkAt];
    if (from === undefined) continue;
    const side = next() < 0.5 ? -1 : 1;
    grow(
      {
        ...way,
        from,
        // The leader's reaches out over the low limb, and sky is left between them.
        azimuth: leader ? facing + sideways * mix(1.1, 1.7, next()) : azimuth + side * mix(0.5, 0.95, next()),
        rise: leader ? 0.4 : mix(0.3, 0.8, next()),
        lift: mix(0.5, 1.1, next()),
        length: length * mix(0.5, 0.68, next()),
        girth: girthAlong(way, forkAt / nodes.length, step) * 0.74,
      },
      false,
      0.45,
    );
  }
  // The low limb: on the side away from the lean, across the view of who comes, a little towards them.
  const base = stem[Math.floor(stem.length * 0.72)] ?? crown;
  const low: Way = {
    from: base,
    azimuth: facing + sideways * mix(1.3, 1.6, next()),
    rise: 0.42,
    lift: 0.5,
    length: height * mix(0.42, 0.48, next()),
    girth: trunk.girth * 0.5,
    end: trunk.girth * 0.1,
    restless: restless * 0.85,
  };
  const nodes = grow(low, true, 0.42);
  const elbow = nodes[Math.floor(nodes.length * 0.42)];
  if (elbow !== undefined) {
    grow(
      {
        ...low,
        from: elbow,
        azimuth: low.azimuth - sideways * 0.55,
        rise: 0.75,
        lift: 0.7,
        length: low.length * 0.5,
        girth: trunk.girth * 0.24,
      },
      true,
      0.4,
    );
  }
  return { girths, boughs };
}

/** What storms left: one thick broken limb on the trunk, a dead limb that ends in the open, and a dead crown over the living one. Radii are exact. */
export function breakLimbs(
  seed: number,
  tree: Skeleton,
  stem: readonly number[],
  layout: Layout,
  trunk: Trunk,
  step: Metres,
  thick: Map<number, Metres>,
): void {
  const next = sequence(seed, 162);
  const facing = Math.atan2(layout.approach.z, layout.approach.x);
  const leaning = Math.atan2(trunk.lean.z, trunk.lean.x);
  const lee = Math.sin(leaning - facing) > 0 ? 1 : -1;
  const dead = (way: Way): readonly number[] => {
    const nodes = run(tree, way, step * 0.6, next);
    for (const [i, node] of nodes.entries()) thick.set(node, girthAlong(way, (i + 1) / nodes.length, step));
    return nodes;
  };
  const snag = (share: number, azimuth: Radians, length: Metres, girth: Metres, end: Metres, rise: Radians): void => {
    const from = stem[Math.floor((stem.length - 1) * share)];
    if (from !== undefined) dead({ from, azimuth, rise, lift: rise * 0.9, length, girth, end, restless: 0.45 });
  };
  const h = clamp(layout.place.treeHeight, 14, 45);
  snag(0.66, facing + lee * mix(0.7, 1.05, next()), h * 0.062, trunk.girth * 0.34, trunk.girth * 0.27, 0.62);
  snag(0.9, facing + lee * mix(1.5, 2.1, next()), h * 0.05, trunk.girth * 0.2, trunk.girth * 0.13, 0.7);

  // Its old leader died back: bare and forked it stands over what lives, as of a stag's head.
  const from = stem[stem.length - 1];
  if (from === undefined) return;
  const first = tree.x.length;
  const leader: Way = {
    from,
    azimuth: leaning + lee * 0.3 + (next() - 0.5) * 0.8,
    rise: 1.3,
    lift: 1.5,
    length: h * 0.8,
    girth: trunk.girth * 0.44,
    end: trunk.girth * 0.03,
    restless: 1.15,
  };
  const spine = dead(leader);
  const tines = [0.56, 0.63, 0.69, 0.75, 0.81, 0.87, 0.93];
  for (const [i, at] of tines.entries()) {
    const root = spine[Math.floor(at * spine.length)];
    if (root === undefined) continue;
    // Spread across the view of who comes: before the sky each is read.
    const side = (i % 2 === 0 ? 1 : -1) * (next() < 0.85 ? 1 : -1);
    const girth = girthAlong(leader, at, step) * mix(0.6, 0.82, next());
    const way: Way = {
      from: root,
      azimuth: facing + side * mix(1.1, 2, next()),
      rise: mix(0.25, 0.8, next()),
      lift: mix(0.7, 1.25, next()),
      length: h * mix(0.52, 0.06, at) * mix(0.6, 1.3, next()),
      girth,
      end: 0.014,
      restless: 1.25,
    };
    const tine = dead(way);
    for (const share of [0.4, 0.68]) {
      const bud = tine[Math.floor(share * tine.length)];
      if (bud === undefined || next() < 0.2) continue;
      dead({
        ...way,
        from: bud,
        azimuth: way.azimuth + (next() - 0.5) * 2.4,
        rise: mix(0.3, 1.2, next()),
        lift: mix(0.5, 1.3, next()),
        length: way.length * mix(0.3, 0.6, next()),
        girth: Math.max(0.02, girth * (1 - share) * 0.7),
        end: 0.011,
      });
    }
  }
  // The highest of it is the tree's height.
  let top = 0;
  const [, ground] = trunk.foot;
  const base = tree.y[from] ?? ground;
  for (let node = first; node < tree.y.length; node++) top = Math.max(top, (tree.y[node] ?? 0) - base);
  const fit = (layout.place.treeHeight * 0.985 - (base - ground)) / Math.max(top, 1);
  for (let node = first; node < tree.y.length; node++) tree.y[node] = base + ((tree.y[node] ?? 0) - base) * fit;
}
