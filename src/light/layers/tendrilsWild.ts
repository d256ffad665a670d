import type { Metres, Unit, Vec3 } from '../../units.ts';
import { bodySide, type Side } from './tendrilsBody.ts';
import { apart, type Dice, type Fineness, type Strand, smooth, strand, wavering } from './tendrilsStrand.ts';

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
export function wildStrands(body: readonly Strand[], dice: Dice, { share, step }: Fineness): Strand[] {
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
export function nearStrands(dice: Dice, { share, step }: Fineness): Strand[] {
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
