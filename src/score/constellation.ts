import type { Radians, Vec3 } from '../units.ts';
import type { Stars } from '../world/types.ts';
import type { Chance } from './chance.ts';
import type { Form } from './movements.ts';
import { lookingUp } from './starTimes.ts';
import { along, between, dot, headingOf, level, mixVec, rightOf, turned } from './vector.ts';
import type { Walk } from './walk.ts';

/** Stars fainter than this are never chosen, nor are very bright ones: the choice must be able to warm them. */
const faintest = 4.8;
/** Half the width and the height of the part of the sky that holds tonight's map, radians. */
const halfWidth = 0.32;
const lowest = 0.1;
const highest = 0.31;
/** The same walk over again would choose the same stars: each night the map hangs a little elsewhere in the sky. */
const adrift: Radians = 0.07;
const aloft: Radians = 0.03;

/** Points evenly spaced along tonight's walk, from the first step to the seat at the lake, seen from above. */
function waypoints(form: Form, walk: Walk, count: number): Vec3[] {
  const from = form.spans[0]?.from ?? 0;
  const to = form.spans[6]?.to ?? from;
  const trail = Array.from({ length: 241 }, (_, n) => walk(from + ((to - from) * n) / 240).feet);
  const lengths = [0];
  for (let n = 1; n < trail.length; n += 1) {
    const a = trail[n - 1] ?? [0, 0, 0];
    const b = trail[n] ?? a;
    lengths.push((lengths[n - 1] ?? 0) + Math.hypot(b[0] - a[0], b[2] - a[2]));
  }
  const whole = lengths.at(-1) ?? 0;
  return Array.from({ length: count }, (_, i) => {
    const wanted = (whole * i) / Math.max(1, count - 1);
    const n = Math.max(
      1,
      lengths.findIndex((length) => length >= wanted - 1e-9),
    );
    const [a, b] = [lengths[n - 1] ?? 0, lengths[n] ?? 0];
    return mixVec(trail[n - 1] ?? [0, 0, 0], trail[n] ?? [0, 0, 0], b > a ? (wanted - a) / (b - a) : 0);
  });
}

/** The walk's figure, flat: its longer side level, one scale for both sides, stretched at most threefold if very narrow. */
function flattened(points: readonly Vec3[]): readonly (readonly [azimuth: Radians, height: Radians])[] {
  const first = points[0] ?? [0, 0, 0];
  const axis = level(between(first, points.at(-1) ?? first));
  const side = rightOf(axis);
  const flat = points.map((point) => between(first, point)).map((from) => [dot(from, axis), -dot(from, side)] as const);
  const us = flat.map(([u]) => u);
  const vs = flat.map(([, v]) => v);
  const [u0, u1] = [Math.min(...us), Math.max(...us)];
  const [v0, v1] = [Math.min(...vs), Math.max(...vs)];
  const scale = (2 * halfWidth) / Math.max(1, u1 - u0);
  const stretch = Math.min(3, (highest - lowest) / Math.max(1e-6, (v1 - v0) * scale));
  return flat.map(([u, v]) => [(u - (u0 + u1) / 2) * scale, (v - (v0 + v1) / 2) * scale * stretch]);
}

const away = (a: Radians, b: Radians): Radians => Math.abs(turned(b, a, 1) - b);

/**
 * The figure in the sky where the walker looks while the stars are chosen. A map may be turned half round but never
 * mirrored: of the two ways the one whose points are more in sight, each in its time, is taken.
 */
function projected(points: readonly Vec3[], form: Form, walk: Walk, dice: Chance): Vec3[] {
  const span = form.spans[4] ?? form.after;
  const gazes = points.map((_, n) => {
    const { feet, gaze } = walk(span.from + (span.to - span.from) * lookingUp(n / points.length));
    return level(between(feet, gaze));
  });
  const middle = headingOf(gazes.reduce((sum, gaze) => along(sum, gaze, 1), [0, 0, 0])) + adrift * dice.sway(0);
  const figure = flattened(points);
  const turnedBy = (way: 1 | -1) => figure.map(([azimuth]) => middle - way * azimuth);
  const strain = (headings: readonly Radians[]): number =>
    headings.reduce((sum, heading, n) => sum + away(heading, headingOf(gazes[n] ?? [0, 0, -1])) ** 2, 0);
  const way = strain(turnedBy(1)) <= strain(turnedBy(-1)) ? 1 : -1;
  return figure.map(([azimuth, height]) => {
    const heading = middle - way * azimuth;
    const up = (lowest + highest) / 2 + aloft * dice.sway(1) + way * height;
    return [Math.sin(heading) * Math.cos(up), Math.sin(up), Math.cos(heading) * Math.cos(up)];
  });
}

const starAt = (stars: Stars, n: number): Vec3 => [
  stars.direction[n * 3] ?? 0,
  stars.direction[n * 3 + 1] ?? 1,
  stars.direction[n * 3 + 2] ?? 0,
];

/**
 * Tonight's chosen stars in the order of their choosing: a real constellation in the sky ahead of the walker along the
 * stream whose figure is the map of tonight's walk. Each point of the map takes the nearest star that is bright enough and
 * not too close to one already taken.
 */
export function chooseStars(stars: Stars, form: Form, walk: Walk, count: number, dice: Chance): number[] {
  const points = projected(waypoints(form, walk, count), form, walk, dice);
  const middle = level(points.reduce((sum, point) => along(sum, point, 1), [0, 0, 0]));
  const bright: number[] = [];
  for (let n = 0; n < stars.count; n += 1) {
    // Brightest first: nothing after a faint one is brighter.
    if ((stars.magnitude[n] ?? 99) > faintest && bright.length > 60) break;
    const [, y] = starAt(stars, n);
    if (y > 0.05 && dot(level(starAt(stars, n)), middle) > 0.6) bright.push(n);
  }
  const chosen: number[] = [];
  const apart = Math.cos(0.022);
  for (const point of points) {
    let best = -1;
    let nearest = Number.NEGATIVE_INFINITY;
    for (const n of bright) {
      const there = starAt(stars, n);
      if (chosen.includes(n) || chosen.some((other) => dot(starAt(stars, other), there) > apart)) continue;
      // Of two equally near stars the brighter one.
      const fit = dot(point, there) - 0.0004 * (stars.magnitude[n] ?? 0);
      if (fit > nearest) {
        nearest = fit;
        best = n;
      }
    }
    if (best < 0) best = bright.find((n) => !chosen.includes(n)) ?? chosen.length;
    chosen.push(best);
  }
  return chosen;
}

export const starDirection = starAt;
