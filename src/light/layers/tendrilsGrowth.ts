import type { Metres, Unit, Vec3 } from '../../units.ts';
import { sequence } from '../../world/hash.ts';
import type { World } from '../../world/types.ts';
import { arm, bodySide, fingers, head, leg, neck, type Section, type Side, skin, trunk } from './tendrilsBody.ts';

/** What a strand is part of: the body, the roots and nerves that go out from it, or wood that hangs before all. */
export type Part = 'body' | 'wild' | 'near';

/** One thread from the heart; its points lie about the heart as in `tendrilsBody.ts`. */
export interface Strand {
  readonly part: Part;
  readonly points: readonly Vec3[];
  /** Path from the heart to each point, metres. */
  readonly along: readonly Metres[];
  /** When each point has grown, 0..1. */
  readonly birth: readonly Unit[];
  readonly radius: readonly Metres[];
}

type Dice = () => number;

const apart = (a: Vec3, b: Vec3): Metres => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** A smooth way through knots (centripetal enough for ours: uniform Catmull-Rom), as steps of about a length. */
function smooth(knots: readonly Vec3[], step: Metres): Vec3[] {
  const out: Vec3[] = [];
  const at = (i: number): Vec3 => knots[Math.min(knots.length - 1, Math.max(0, i))] ?? [0, 0, 0];
  for (let i = 0; i + 1 < knots.length; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const count = Math.max(1, Math.round(apart(b, c) / step));
    for (let n = 0; n < count; n++) {
      const t = n / count;
      const on = (k: 0 | 1 | 2): number =>
        0.5 *
        (2 * b[k] +
          (c[k] - a[k]) * t +
          (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
          (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t);
      out.push([on(0), on(1), on(2)]);
    }
  }
  out.push(at(knots.length - 1));
  return out;
}

/** Wavers about its way, more the farther it is from the heart: no two threads lie alike. */
function wavering(points: readonly Vec3[], dice: Dice, wide: Metres): Vec3[] {
  const waves = Array.from({ length: 6 }, () => [dice() * 6.3, 5 + 9 * dice()] as const);
  let far = 0;
  return points.map((p, i) => {
    far += i === 0 ? 0 : apart(p, points[i - 1] ?? p);
    const size = wide * Math.min(1, far / 0.2);
    const wave = (n: number) => {
      const [phase, pace] = waves[n] ?? [0, 1];
      return Math.sin(phase + far * pace);
    };
    return [
      p[0] + size * (wave(0) + 0.5 * wave(1)),
      p[1] + size * 0.7 * (wave(2) + 0.5 * wave(3)),
      p[2] + size * (wave(4) + 0.5 * wave(5)),
    ];
  });
}

interface Growing {
  readonly part: Part;
  /** When its first and its last point have grown. */
  readonly from: Unit;
  readonly to: Unit;
  readonly thick: readonly [first: Metres, last: Metres];
  /** Path from the heart to its first point. */
  readonly start: Metres;
}

function strand(points: readonly Vec3[], { part, from, to, thick, start }: Growing): Strand {
  const along: number[] = [];
  points.forEach((p, i) => {
    along.push((along[i - 1] ?? start) + (i === 0 ? 0 : apart(p, points[i - 1] ?? p)));
  });
  const whole = (along.at(-1) ?? 1) - start || 1;
  const share = along.map((far) => (far - start) / whole);
  return {
    part,
    points,
    along,
    birth: share.map((s) => from + (to - from) * s),
    radius: share.map((s) => thick[0] + (thick[1] - thick[0]) * s ** 0.55),
  };
}

/** Out of the heart: a curl that leaves it towards a way. */
const leaving = (to: Vec3, dice: Dice): Vec3[] => [
  [0, 0, 0],
  [to[0] * 0.3 + 0.05 * (dice() - 0.5), to[1] * 0.3 + 0.05 * (dice() - 0.5), to[2] * 0.3 + 0.03],
];

/** A thread over the skin of sections, turning slowly about them. */
const overSkin = (sections: readonly Section[], angle: number, twist: number): Vec3[] =>
  sections.map((one, i) => skin(one, angle + (twist * i) / Math.max(1, sections.length - 1)));

/** How finely threads are laid: a share of their number, and the step between two points. */
export interface Fineness {
  readonly share: Unit;
  readonly step: Metres;
}

function headKnots(angle: number, twist: number, lift: number): Vec3[] {
  const out = overSkin(neck, angle, 0.3 * twist);
  const c = Math.cos(head.lean);
  const s = Math.sin(head.lean);
  for (const up of [-0.72, -0.3, 0.15, 0.58, 0.86, 0.985]) {
    // The jaw is narrower than the brow; a face is a little flat.
    const round = Math.sqrt(1 - up * up) * (up < 0 ? 1 + 0.16 * up : 1);
    const turn = angle + twist * (0.3 + 0.35 * (up + 1));
    const x = Math.cos(turn) * head.wide * round;
    const y = up * head.high;
    const z = Math.sin(turn) * head.deep * round * (Math.sin(turn) > 0 ? 0.9 : 1.05);
    out.push([head.at[0] + x * c - y * s, head.at[1] + x * s + y * c, head.at[2] + z]);
  }
  if (lift > 0) {
    const top = out.at(-1) ?? head.at;
    out.push([top[0] + Math.cos(angle) * lift * 0.3 - 0.05, top[1] + 0.1 + lift * 0.6, top[2] - 0.1]);
    out.push([top[0] + Math.cos(angle) * lift * 1.1 - 0.1, top[1] + 0.1 + lift * 1.2, top[2] - 0.35]);
  }
  return out;
}

/** The threads of the body itself. */
function bodyStrands(dice: Dice, { share, step }: Fineness): Strand[] {
  const out: Strand[] = [];
  const many = (count: number) => Math.max(3, Math.round(count * share));
  const put = (knots: readonly Vec3[], from: Unit, to: Unit, thick: number, waver: Metres, thin = 0.0011) => {
    const points = wavering(smooth(knots, step), dice, waver);
    // A few carry, many follow.
    const stout = dice() < 0.18 ? 2 + 0.9 * dice() : 0.5 + 0.45 * dice();
    out.push(strand(points, { part: 'body', from, to, thick: [thick * stout, thin * Math.sqrt(stout)], start: 0 }));
  };
  const heads = many(34);
  for (let n = 0; n < heads; n++) {
    const angle = (2 * Math.PI * (n + 0.5 * dice())) / heads;
    const knots = headKnots(angle, (dice() - 0.5) * (dice() < 0.3 ? 9 : 2.4), dice() < 0.12 ? 0.25 + 0.4 * dice() : 0);
    put([...leaving(knots[0] ?? [0, 0, 0], dice), ...knots], 0, 0.46 + 0.16 * dice(), 0.0058, 0.0042, 0.0013);
  }
  for (const side of bodySide) {
    const arms = many(24);
    const hands = fingers(side);
    for (let n = 0; n < arms; n++) {
      const angle = (2 * Math.PI * (n + dice())) / arms;
      const knots = overSkin(arm(side), angle, 2.2 * (dice() - 0.5));
      const finger = hands[n % 5] ?? [];
      const fan = finger.map(
        (p, i): Vec3 => [
          p[0] + 0.011 * Math.cos(angle) * (1 - 0.3 * i),
          p[1] + 0.011 * Math.sin(angle) * (1 - 0.3 * i),
          p[2],
        ],
      );
      put([...leaving(knots[0] ?? [0, 0, 0], dice), ...knots, ...fan], 0, 0.72 + 0.14 * dice(), 0.0062, 0.0075, 0.0014);
    }
    const legs = many(22);
    for (let n = 0; n < legs; n++) {
      const angle = (side < 0 ? Math.PI / 2 : -Math.PI / 2) + Math.PI * ((n + dice()) / legs);
      const knots = overSkin(trunk, angle, 1.1 * (dice() - 0.5));
      const outer = side < 0 ? Math.PI : 0;
      const down = overSkin(leg(side), outer + 2 * (angle - outer), 1.2 * (dice() - 0.5));
      const foot = down.at(-1) ?? [0, 0, 0];
      const spread = side * (0.05 + 0.9 * dice() ** 2) * (dice() < 0.2 ? -0.4 : 1);
      const root: Vec3 = [foot[0] + spread, foot[1] - 0.12 - 0.35 * dice(), foot[2] + 0.9 * (dice() - 0.45)];
      const first = knots[0] ?? [0, 0, 0];
      put([...leaving(first, dice), ...knots, ...down, root], 0, 0.86 + 0.14 * dice(), 0.0068, 0.0105);
    }
    const flanks = many(9);
    for (let n = 0; n < flanks; n++) {
      const angle = (side < 0 ? Math.PI : 0) + 1.5 * (dice() - 0.5);
      const [, chest, waist, low, hips, hem] = overSkin(trunk, angle, 0.3);
      const over = arm(side)
        .slice(0, 2)
        .map((one) => skin(one, angle + 1.2 * (dice() - 0.5), 0.8));
      const thigh = overSkin(leg(side).slice(0, 3), angle, 0.6 * (dice() - 0.5));
      const knots = [...over, chest, waist, low, hips, hem, ...thigh].filter((one) => one !== undefined);
      put([...leaving(knots[0] ?? [0, 0, 0], dice), ...knots], 0, 0.7 + 0.2 * dice(), 0.005, 0.009);
    }
    const ribs = many(9);
    for (let n = 0; n < ribs; n++) {
      const y = 0.17 - (0.42 * n) / ribs;
      const wide = 0.245 - 0.06 * Math.abs(y + 0.06) * 3;
      const knots: Vec3[] = [
        [0.02 * side, y * 0.5, 0.08],
        [wide * 0.4 * side, y + 0.02, 0.155],
        [wide * 0.85 * side, y - 0.03, 0.1],
        [wide * side, y - 0.02, 0],
        [wide * 0.75 * side, y + 0.03, -0.1],
        [wide * 0.2 * side, y + 0.06, -0.13],
      ];
      put([[0, 0, 0], ...knots], 0.04, 0.34 + 0.1 * dice(), 0.0042, 0.004, 0.0012);
    }
  }
  return out;
}

/** A nerve that goes out into the dark, and forks. */
function nerves(
  out: Strand[],
  from: { readonly at: Vec3; readonly far: Metres; readonly birth: Unit },
  heading: Vec3,
  long: Metres,
  forks: number,
  dice: Dice,
  step: Metres,
): void {
  const bend: Vec3 = [dice() - 0.5, dice() - 0.5, (dice() - 0.5) * 0.6];
  const knots = [0, 0.25, 0.5, 0.75, 1].map((s): Vec3 => {
    const curl = long * 0.75 * s * s;
    return [
      from.at[0] + heading[0] * long * s + bend[0] * curl,
      from.at[1] + heading[1] * long * s + bend[1] * curl,
      from.at[2] + heading[2] * long * s + bend[2] * curl,
    ];
  });
  const points = wavering(smooth(knots, step * 1.7), dice, 0.02 * Math.min(1, long));
  const to = Math.min(1, from.birth + 0.3 * long);
  const own = strand(points, {
    part: 'wild',
    from: from.birth,
    to,
    thick: [0.0026 + 0.0012 * forks, 0.0008],
    start: from.far,
  });
  out.push(own);
  if (forks === 0) return;
  for (let n = 0; n < 2 + (dice() < 0.4 ? 1 : 0); n++) {
    const i = Math.floor((0.3 + 0.55 * dice()) * (points.length - 1));
    const a = points[i] ?? from.at;
    const b = points[i + 1] ?? a;
    const d = apart(a, b) || 1;
    const turned: Vec3 = [
      (b[0] - a[0]) / d + 1.3 * (dice() - 0.5),
      (b[1] - a[1]) / d + 1.3 * (dice() - 0.45),
      (b[2] - a[2]) / d + 0.8 * (dice() - 0.5),
    ];
    const size = Math.hypot(...turned) || 1;
    const way: Vec3 = [turned[0] / size, turned[1] / size, turned[2] / size];
    const root = { at: a, far: own.along[i] ?? from.far, birth: own.birth[i] ?? from.birth };
    nerves(out, root, way, long * (0.42 + 0.25 * dice()), forks - 1, dice, step);
  }
}

/** From hands, shoulders, crown and back the growth goes on into the space about. */
function wildStrands(body: readonly Strand[], dice: Dice, { share, step }: Fineness): Strand[] {
  const out: Strand[] = [];
  const count = Math.round(22 * (0.4 + 0.6 * share));
  for (let n = 0; n < count; n++) {
    const angle = Math.PI * (-0.12 + 1.24 * ((n + dice()) / count));
    const way: Vec3 = [Math.cos(angle) * 0.95, Math.sin(angle) * 0.75, -0.3 - 0.45 * dice()];
    // It leaves the body where the body reaches farthest that way.
    let best: { at: Vec3; far: number; birth: number } = { at: [0, 0, 0], far: 0, birth: 0 };
    let most = -9;
    for (let tries = 0; tries < 40; tries++) {
      const one = body[Math.floor(dice() * body.length)];
      const i = Math.floor(dice() * (one?.points.length ?? 1));
      const at = one?.points[i];
      if (one === undefined || at === undefined || (one.birth[i] ?? 1) > 0.62) continue;
      const value = at[0] * way[0] + at[1] * way[1] + 0.35 * dice();
      if (value > most) {
        most = value;
        best = { at, far: one.along[i] ?? 0, birth: one.birth[i] ?? 0 };
      }
    }
    nerves(out, best, way, 0.8 + 1.1 * dice(), share > 0.7 ? 2 : 1, dice, step);
  }
  return out;
}

/** Roots that hang at the picture's edges, near the eye: what one looks past, into the deep. */
function nearStrands(dice: Dice, { share, step }: Fineness): Strand[] {
  const count = share > 0.7 ? 6 : 4;
  return bodySide.flatMap((side: Side) =>
    Array.from({ length: count }, (_, n) => {
      const x = side * (1.36 + 0.13 * n * (0.6 + 0.8 * dice()));
      const z = 1.3 - 0.12 * n * dice();
      const foot = 0.5 - 1.9 * dice();
      const knots: Vec3[] = [
        [x * 0.94, 2.1, z],
        [x * 1.04 + 0.12 * (dice() - 0.5), 0.75, z + 0.1],
        [x * 1.02 + 0.2 * (dice() - 0.5), 0.1 + 0.5 * foot, z],
        [x * (0.92 + 0.16 * dice()), foot - 0.25, z],
      ];
      const points = wavering(smooth(knots, step * 1.6), dice, 0.03);
      return strand(points, { part: 'near', from: -1, to: -0.5, thick: [0.026 + 0.016 * dice(), 0.004], start: 2 });
    }),
  );
}

/** All threads of a world: the same for one seed, whole at once; what is shown of them is a question of `birth`. */
export function grown(world: World, fineness: Fineness): readonly Strand[] {
  const dice = sequence(world.seed, 4103);
  const body = bodyStrands(dice, fineness);
  return [...body, ...wildStrands(body, dice, fineness), ...nearStrands(dice, fineness)];
}

/** How far the growth has come, as a birth: its first roots are always there, and it is whole before the eyes turn away. */
export const frontAt = (tendrils: Unit): number => Math.min(1.03, 0.05 + 1.15 * tendrils);
