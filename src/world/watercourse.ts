import type { Metres, Unit } from '../units.ts';
import { unit } from './hash.ts';
import type { Layout } from './layout.ts';
import { aim, between, onLine, type Plan, type Polyline, plan, span, spline, toward } from './plan.ts';
import { clamp, mix, smoothstep } from './scalar.ts';

/** The stream seen from above, before there is a ground. */
export interface Watercourse {
  readonly line: Polyline;
  halfWidth(s: Metres): Metres;
  /** Signed distance to the water's edge, negative on the water; `far` metres or more are all `far`. */
  edge(x: Metres, z: Metres): Metres;
  readonly far: Metres;
}

const CELL = 0.5;
const FAR = 30;

/** A bent line from spring to mouth, wound by two uneven waves that die away at both ends. */
function controls(seed: number, layout: Layout): readonly Plan[] {
  const from = layout.spring;
  const rim = layout.round(layout.mouthAngle, 16);
  const inward = aim(layout.round(layout.mouthAngle, 6), layout.lake);
  const way = aim(from, rim);
  const across = plan(-way.z, way.x);
  const count = Math.max(6, Math.round(span(from, rim) / 8));
  const phase = unit(seed, 41) * 2 * Math.PI;
  const points: Plan[] = [];
  for (let i = 0; i <= count; i++) {
    const f = i / count;
    const wind =
      3.6 * Math.sin(f * 15.5 + phase) + 2.6 * Math.sin(f * 8.3 + phase * 1.7) + 1.2 * (unit(seed, 42, i) - 0.5);
    points.push(toward(between(from, rim, f), across, wind * smoothstep(0, 0.16, f) * smoothstep(1, 0.84, f)));
  }
  const first = points[1] ?? rim;
  const back = toward(from, aim(from, first), -2);
  points.push(layout.round(layout.mouthAngle, 5), toward(layout.mouth, inward, 0.5), toward(layout.mouth, inward, 7));
  return [back, ...points];
}

/** The stream's course for a seed. Its distance field is baked once on a half-metre grid: height is asked for often. */
export function layStream(seed: number, layout: Layout): Watercourse {
  const line = spline(controls(seed, layout), 0.5);
  const widen = layout.place.streamWidth / 2;
  const octave = (s: Metres, wave: Metres, key: number): number => {
    const f = s / wave;
    const i = Math.floor(f);
    return mix(unit(seed, 43, key, i), unit(seed, 43, key, i + 1), smoothstep(0, 1, f - i));
  };
  const halfWidth = (s: Metres): Metres => {
    const uneven = 0.62 + 0.5 * octave(s, 13, 1) + 0.26 * octave(s, 4.5, 2);
    return (
      widen * uneven * mix(0.55, 1, smoothstep(0, 9, s)) * (1 + 0.9 * smoothstep(line.length - 12, line.length, s))
    );
  };
  const field = bakeEdge(line, halfWidth);
  return { line, halfWidth, far: FAR, edge: field };
}

function bakeEdge(line: Polyline, halfWidth: (s: Metres) => Metres): (x: Metres, z: Metres) => Metres {
  const n = line.x.length;
  const widths = Float64Array.from({ length: n }, (_, i) => halfWidth(i * line.step));
  let west = Infinity;
  let north = Infinity;
  let east = -Infinity;
  let south = -Infinity;
  for (let i = 0; i < n; i++) {
    west = Math.min(west, line.x[i] ?? 0);
    east = Math.max(east, line.x[i] ?? 0);
    north = Math.min(north, line.z[i] ?? 0);
    south = Math.max(south, line.z[i] ?? 0);
  }
  west -= FAR;
  north -= FAR;
  const columns = Math.ceil((east + FAR - west) / CELL) + 1;
  const rows = Math.ceil((south + FAR - north) / CELL) + 1;
  const field = new Float32Array(columns * rows);
  const stride = 8;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const x = west + c * CELL;
      const z = north + r * CELL;
      let near = 0;
      let best = Infinity;
      for (let i = 0; i < n; i += stride) {
        const d = ((line.x[i] ?? 0) - x) ** 2 + ((line.z[i] ?? 0) - z) ** 2;
        if (d < best) {
          best = d;
          near = i;
        }
      }
      let edge = FAR;
      if (best < (FAR + 6) ** 2) {
        for (let i = Math.max(0, near - stride); i < Math.min(n, near + stride); i++) {
          const d = Math.hypot((line.x[i] ?? 0) - x, (line.z[i] ?? 0) - z) - (widths[i] ?? 0);
          if (d < edge) edge = d;
        }
      }
      field[r * columns + c] = edge;
    }
  }
  return (x, z) => {
    const fx = (x - west) / CELL;
    const fz = (z - north) / CELL;
    if (!(fx >= 0 && fz >= 0 && fx < columns - 1 && fz < rows - 1)) return FAR;
    const c = Math.floor(fx);
    const r = Math.floor(fz);
    const k = r * columns + c;
    const top = mix(field[k] ?? FAR, field[k + 1] ?? FAR, fx - c);
    const bottom = mix(field[k + columns] ?? FAR, field[k + columns + 1] ?? FAR, fx - c);
    return mix(top, bottom, fz - r);
  };
}

/** The stream's point at a fraction of its length, with its unit downstream direction. */
export function alongStream(
  course: Watercourse,
  u: Unit,
): { readonly at: Plan; readonly way: Plan; readonly s: Metres } {
  const s = clamp(u, 0, 1) * course.line.length;
  const at = onLine(course.line, s);
  return { at, way: aim(onLine(course.line, s - 0.6), onLine(course.line, s + 0.6)), s };
}
