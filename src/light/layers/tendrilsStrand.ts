import type { Metres, Unit, Vec3 } from '../../units.ts';

/** What a strand is part of: the body, a leaf's stem, the roots and nerves that go out from it, or wood that hangs before all. */
export type Part = 'body' | 'stem' | 'wild' | 'near';

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

export type Dice = () => number;

export const apart = (a: Vec3, b: Vec3): Metres => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** A smooth way through knots (centripetal enough for ours: uniform Catmull-Rom), as steps of about a length. */
export function smooth(knots: readonly Vec3[], step: Metres): Vec3[] {
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
export function wavering(points: readonly Vec3[], dice: Dice, wide: Metres): Vec3[] {
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

export interface Growing {
  readonly part: Part;
  /** When its first and its last point have grown. */
  readonly from: Unit;
  readonly to: Unit;
  readonly thick: readonly [first: Metres, last: Metres];
  /** Path from the heart to its first point. */
  readonly start: Metres;
}

export function strand(points: readonly Vec3[], { part, from, to, thick, start }: Growing): Strand {
  const along: number[] = [];
  points.forEach((p, i) => {
    along.push((along[i - 1] ?? start) + (i === 0 ? 0 : apart(p, points[i - 1] ?? p)));
  });
  const whole = (along.at(-1) ?? 1) - start || 1;
  const phase = 40 * (points.at(-1)?.[1] ?? 0);
  const share = along.map((far) => (far - start) / whole);
  return {
    part,
    points,
    along,
    birth: share.map((s) => from + (to - from) * s),
    // Here it swells and there it thins.
    radius: share.map(
      (s, i) => (thick[0] + (thick[1] - thick[0]) * s ** 0.55) * (1 + 0.45 * Math.sin(phase + 11 * (along[i] ?? 0))),
    ),
  };
}

/** How finely threads are laid: a share of their number, and the step between two points. */
export interface Fineness {
  readonly share: Unit;
  readonly step: Metres;
}
