import type { Metres } from '../units.ts';

/** A place seen from above: x east, z south. */
export interface Plan {
  readonly x: Metres;
  readonly z: Metres;
}

export function plan(x: Metres, z: Metres): Plan {
  return { x, z };
}

/** a + b * k */
export function toward(a: Plan, b: Plan, k = 1): Plan {
  return { x: a.x + b.x * k, z: a.z + b.z * k };
}

export function between(a: Plan, b: Plan, t: number): Plan {
  return { x: a.x + (b.x - a.x) * t, z: a.z + (b.z - a.z) * t };
}

export function span(a: Plan, b: Plan): Metres {
  return Math.hypot(b.x - a.x, b.z - a.z);
}

/** Unit direction from a to b. */
export function aim(a: Plan, b: Plan): Plan {
  const d = span(a, b) || 1;
  return { x: (b.x - a.x) / d, z: (b.z - a.z) / d };
}

/** A direction turned by an angle from +x towards +z. */
export function turned(d: Plan, angle: number): Plan {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return { x: d.x * c - d.z * s, z: d.x * s + d.z * c };
}

/** Distance from p to the segment a-b, and how far along it (0..1) the nearest point lies. */
export function toSegment(p: Plan, a: Plan, b: Plan): { readonly distance: Metres; readonly along: number } {
  const dx = b.x - a.x;
  const dz = b.z - a.z;
  const t = Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.z - a.z) * dz) / (dx * dx + dz * dz || 1)));
  const ox = p.x - a.x - dx * t;
  const oz = p.z - a.z - dz * t;
  // Math.hypot is several times slower, and the ground is asked for a million times.
  return { distance: Math.sqrt(ox * ox + oz * oz), along: t };
}

/** A curve as points in equal steps of arc length. */
export interface Polyline {
  readonly x: Float64Array;
  readonly z: Float64Array;
  readonly step: Metres;
  readonly length: Metres;
  /** Arc length at which each inner control point is reached. */
  readonly marks: readonly Metres[];
}

/** Cubic Hermite from b to c; m and n are the tangents there over the whole piece. */
function hermite(b: number, c: number, m: number, n: number, t: number): number {
  return b + t * (m + t * (3 * (c - b) - 2 * m - n + t * (2 * (b - c) + m + n)));
}

/**
 * Tangents of one piece of a centripetal Catmull-Rom spline (Yuksel et al. 2011): unlike the uniform one it neither
 * loops nor kinks where near and far controls follow one another.
 */
function tangents(a: Plan, b: Plan, c: Plan, d: Plan): readonly [Plan, Plan] {
  const knot = (p: Plan, q: Plan): number => Math.sqrt(Math.max(span(p, q), 1e-9));
  const u = knot(a, b);
  const v = knot(b, c);
  const w = knot(c, d);
  const slope = (p: number, q: number, r: number, h: number, k: number): number =>
    v * ((q - p) / h - (r - p) / (h + k) + (r - q) / k);
  return [
    plan(slope(a.x, b.x, c.x, u, v), slope(a.z, b.z, c.z, u, v)),
    plan(slope(b.x, c.x, d.x, v, w), slope(b.z, c.z, d.z, v, w)),
  ];
}

/**
 * Centripetal Catmull-Rom spline through the controls, resampled in steps of about `step` metres. The first and last control only
 * give the tangents at the ends; the curve runs from the second to the last but one.
 */
export function spline(controls: readonly Plan[], step: Metres): Polyline {
  const fineX: number[] = [];
  const fineZ: number[] = [];
  const fineS: number[] = [];
  const marks: number[] = [];
  let s = 0;
  for (let i = 1; i + 2 < controls.length; i++) {
    const [a, b, c, d] = controls.slice(i - 1, i + 3);
    if (!a || !b || !c || !d) continue;
    marks.push(s);
    const [m, n] = tangents(a, b, c, d);
    const pieces = Math.max(2, Math.ceil((span(b, c) / step) * 2));
    for (let j = fineS.length === 0 ? 0 : 1; j <= pieces; j++) {
      const x = hermite(b.x, c.x, m.x, n.x, j / pieces);
      const z = hermite(b.z, c.z, m.z, n.z, j / pieces);
      const last = fineS.length - 1;
      if (last >= 0) s += Math.hypot(x - (fineX[last] ?? x), z - (fineZ[last] ?? z));
      fineX.push(x);
      fineZ.push(z);
      fineS.push(s);
    }
  }
  marks.push(s);
  const count = Math.max(2, Math.round(s / step) + 1);
  const x = new Float64Array(count);
  const z = new Float64Array(count);
  let k = 0;
  for (let i = 0; i < count; i++) {
    const want = (s * i) / (count - 1);
    while (k + 2 < fineS.length && (fineS[k + 1] ?? s) < want) k += 1;
    const s0 = fineS[k] ?? 0;
    const t = (want - s0) / ((fineS[k + 1] ?? s) - s0 || 1);
    x[i] = (fineX[k] ?? 0) * (1 - t) + (fineX[k + 1] ?? 0) * t;
    z[i] = (fineZ[k] ?? 0) * (1 - t) + (fineZ[k + 1] ?? 0) * t;
  }
  return { x, z, step: s / (count - 1), length: s, marks };
}

/** The place at arc length s; beyond its ends the curve goes on straight. */
export function onLine(line: Polyline, s: Metres): Plan {
  const last = line.x.length - 1;
  const f = s / line.step;
  const i = Math.min(last - 1, Math.max(0, Math.floor(f)));
  const t = f - i;
  return {
    x: (line.x[i] ?? 0) * (1 - t) + (line.x[i + 1] ?? 0) * t,
    z: (line.z[i] ?? 0) * (1 - t) + (line.z[i + 1] ?? 0) * t,
  };
}
