import type { Metres, Unit, Vec3 } from '../../units.ts';
import { sequence } from '../../world/hash.ts';
import type { World } from '../../world/types.ts';
import { arm, bodySide, fingers, head, leafFeet, leg, neck, type Section, skin, trunk } from './tendrilsBody.ts';
import { apart, type Dice, type Fineness, type Strand, smooth, strand, wavering } from './tendrilsStrand.ts';
import { nearStrands, wildStrands } from './tendrilsWild.ts';

/** Out of the heart: a curl that leaves it towards a way. */
const leaving = (to: Vec3, dice: Dice): Vec3[] => [
  [0, 0, 0],
  [to[0] * 0.3 + 0.05 * (dice() - 0.5), to[1] * 0.3 + 0.05 * (dice() - 0.5), to[2] * 0.3 + 0.03],
];

/** A thread over the skin of sections, turning slowly about them. */
const overSkin = (sections: readonly Section[], angle: number, twist: number): Vec3[] =>
  sections.map((one, i) => skin(one, angle + (twist * i) / Math.max(1, sections.length - 1)));

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
    out.push([
      head.at[0] + x * c - y * s,
      head.at[1] + x * s + y * c - 0.4 * head.bow * z,
      head.at[2] + z + head.bow * y,
    ]);
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
    const stout = dice() < 0.34 ? 1.8 + 1.5 * dice() : 0.35 + 0.45 * dice();
    out.push(strand(points, { part: 'body', from, to, thick: [thick * stout, thin * Math.sqrt(stout)], start: 0 }));
  };
  const heads = many(13);
  for (let n = 0; n < heads; n++) {
    const angle = (2 * Math.PI * (n + 0.5 * dice())) / heads;
    const knots = headKnots(angle, (dice() - 0.5) * (dice() < 0.3 ? 9 : 3.4), dice() < 0.12 ? 0.25 + 0.4 * dice() : 0);
    put([...leaving(knots[0] ?? [0, 0, 0], dice), ...knots], 0, 0.46 + 0.16 * dice(), 0.0058, 0.0042, 0.0013);
  }
  for (const side of bodySide) {
    const arms = many(11);
    const hands = fingers(side);
    for (let n = 0; n < arms; n++) {
      const angle = (2 * Math.PI * (n + dice())) / arms;
      const knots = overSkin(arm(side), angle, 4.4 * (dice() - 0.5));
      const finger = hands[n % 5] ?? [];
      const fan = finger.map(
        (p, i): Vec3 => [
          p[0] + 0.011 * Math.cos(angle) * (1 - 0.3 * i),
          p[1] + 0.011 * Math.sin(angle) * (1 - 0.3 * i),
          p[2],
        ],
      );
      put([...leaving(knots[0] ?? [0, 0, 0], dice), ...knots, ...fan], 0, 0.72 + 0.14 * dice(), 0.0075, 0.012, 0.0014);
    }
    const legs = many(10);
    for (let n = 0; n < legs; n++) {
      const angle = (side < 0 ? Math.PI / 2 : -Math.PI / 2) + Math.PI * ((n + dice()) / legs);
      const knots = overSkin(trunk, angle, 2.4 * (dice() - 0.5));
      const outer = side < 0 ? Math.PI : 0;
      const down = overSkin(leg(side), outer + 2 * (angle - outer), 3 * (dice() - 0.5));
      const foot = down.at(-1) ?? [0, 0, 0];
      const spread = side * (0.05 + 0.9 * dice() ** 2) * (dice() < 0.2 ? -0.4 : 1);
      const root: Vec3 = [foot[0] + spread, foot[1] - 0.12 - 0.35 * dice(), foot[2] + 0.9 * (dice() - 0.45)];
      const first = knots[0] ?? [0, 0, 0];
      put([...leaving(first, dice), ...knots, ...down, root], 0, 0.86 + 0.14 * dice(), 0.0088, 0.02);
    }
    const flanks = many(3);
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
    // The girdle: from the flank over the crest of the hip into the groin, and about the thigh; every third from the other side.
    const girdle = many(3);
    for (let n = 0; n < girdle; n++) {
      const k = n / girdle;
      const from = n % 3 === 2 ? -side : side;
      const back = n % 4 === 3 ? -1 : 1;
      const [thigh, knee] = leg(side).slice(1);
      if (thigh === undefined || knee === undefined) continue;
      const outer = (share: number, z: number, y: number): Vec3 => [-0.03 + from * share, y, back * z];
      const knots: Vec3[] = [
        outer(0.15, 0.1, -0.06),
        outer(0.165, 0.085, -0.3 - 0.06 * k),
        outer(0.2 - 0.06 * k, 0.1 + 0.03 * k, -0.5 - 0.07 * k),
        [-0.034 + from * (0.11 - 0.07 * k), -0.62 - 0.06 * k, back * 0.145],
        [-0.034 + side * (0.03 + 0.03 * k), -0.72 - 0.03 * k, back * 0.12],
        skin(thigh, Math.PI / 2 + side * (0.5 + 1.6 * k), 1),
        skin(knee, Math.PI / 2 + side * (1.4 + 1.8 * k), 1),
      ];
      put([...leaving(knots[0] ?? [0, 0, 0], dice), ...knots], 0, 0.74 + 0.16 * dice(), 0.0056, 0.006);
    }
    const ribs = many(3);
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

/** The stems of the seven leaves: each grows from the nearest thread and bends into its leaf's own way. */
function leafStems(body: readonly Strand[]): Strand[] {
  return leafFeet.map(([foot, way]) => {
    let [from, far, birth, least]: [Vec3, Metres, Unit, number] = [[0, 0, 0], 0, 0, 9];
    for (const one of body) {
      one.points.forEach((p, i) => {
        // It sets out a hand's breadth nearer to the heart than where it ends.
        const away = Math.abs(apart(p, foot) - 0.11) + 0.3 * Math.max(0, Math.hypot(...p) - Math.hypot(...foot));
        if (away >= least) return;
        [from, far, birth, least] = [p, one.along[i] ?? 0, one.birth[i] ?? 0, away];
      });
    }
    const before = (k: number): Vec3 => [foot[0] - way[0] * k, foot[1] - way[1] * k, foot[2] - way[2] * k];
    const points = smooth([from, before(0.05), foot], 0.02);
    return strand(points, {
      part: 'stem',
      from: birth,
      to: Math.min(1, birth + 0.12),
      thick: [0.0055, 0.0034],
      start: far,
    });
  });
}

/** All threads of a world: the same for one seed, whole at once; what is shown of them is a question of `birth`. */
export function grown(world: World, fineness: Fineness): readonly Strand[] {
  const dice = sequence(world.seed, 4103);
  const body = bodyStrands(dice, fineness);
  return [...body, ...leafStems(body), ...wildStrands(body, dice, fineness), ...nearStrands(dice, fineness)];
}

/** How far the growth has come, as a birth: its first roots are always there, and it is whole before the eyes turn away. */
export const frontAt = (tendrils: Unit): number => Math.min(1.03, 0.05 + 1.15 * tendrils);
