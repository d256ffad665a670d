import { cellsOf, noise, step, tileRise } from './barkNoise.ts';

interface Border {
  /** Distance to the border between plates, in cells' widths. */
  edge: number;
  /** 1 where the border runs with the grain .. 0 where it crosses it. */
  upright: number;
  /** The plate's own number 0..1. */
  own: number;
}

/**
 * The border between long plates: the bisector of the two nearest points of cellular noise (Worley 1996) on a torus.
 * Nearness is measured with heights pressed, the result is not: fissures are as wide across the grain as along it.
 * The answer's object is used again by the next question.
 */
function border(across: number, up: number, seed: number): (u: number, v: number) => Border {
  const press = 0.8;
  const tall = (tileRise * across) / up;
  const { table: columns, wide } = cellsOf(across, up, seed);
  const { table: rows } = cellsOf(across, up, seed + 1);
  const answer: Border = { edge: 0, upright: 0, own: 0 };
  return (u, v) => {
    const x = (u - Math.floor(u)) * across;
    const y = (v - Math.floor(v)) * up;
    const i = Math.floor(x);
    const j = Math.floor(y);
    let first = 99;
    let second = 99;
    let ax = 0;
    let ay = 0;
    let bx = 0;
    let by = 0;
    let nearest = 0;
    for (let cj = j - 1; cj <= j + 1; cj++) {
      for (let ci = i - 1; ci <= i + 1; ci++) {
        const at = (cj + 1) * wide + ci + 1;
        const dx = ci + 0.08 + 0.84 * (columns[at] ?? 0) - x;
        const dy = (cj + (rows[at] ?? 0) - y) * press;
        const d = dx * dx + dy * dy;
        if (d < first) {
          second = first;
          bx = ax;
          by = ay;
          first = d;
          ax = dx;
          ay = dy;
          nearest = at;
        } else if (d < second) {
          second = d;
          bx = dx;
          by = dy;
        }
      }
    }
    const apart = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) || 1;
    const nx = (bx - ax) / apart;
    const ny = ((by - ay) / apart) * (press / tall);
    const steep = Math.sqrt(nx * nx + ny * ny);
    answer.edge = (second - first) / (2 * apart * steep);
    answer.upright = Math.abs(nx) / steep;
    answer.own = ((columns[nearest] ?? 0) * 7 + (rows[nearest] ?? 0) * 5) % 1;
    return answer;
  };
}

export interface Grain {
  /** Height 0..1. */
  height: number;
  /** How deep in a fissure, where light lives. */
  fissure: number;
}

/** A staircase with rounded edges: layers of cork that have flaked off. */
function terraced(x: number, layers: number): number {
  const t = x * layers;
  const whole = Math.floor(t);
  return (whole + step(0.35, 1, t - whole)) / layers;
}

/**
 * Very old bark: broad plates of uneven height and width between furrows that run with the grain, part and join; each
 * plate cracked across and flaked in layers. Light lies in the deepest line of a furrow, and only in some stretches.
 */
export function barkGrain(seed: number): (u: number, v: number) => Grain {
  const bends = noise(2, 3, seed + 5);
  const kinks = noise(7, 10, seed + 6);
  const roughness = noise(46, 44, seed + 9);
  const fibres = noise(74, 14, seed + 7);
  const creases = noise(15, 6, seed + 8);
  const openness = noise(5, 8, seed + 10);
  const flakes = noise(13, 21, seed + 11);
  const plates = border(7, 4, seed);
  const splits = border(15, 9, seed + 17);
  const scales = border(13, 23, seed + 31);
  const grain: Grain = { height: 0, fissure: 0 };
  return (u, v) => {
    const bent = u + 0.16 * (bends(u, v) - 0.5) + 0.055 * (kinks(u, v) - 0.5);
    const rough = roughness(bent, v);
    const fibre = fibres(bent, v);
    const { edge: raw, upright, own } = plates(bent, v);
    const edge = raw + 0.06 * (rough - 0.5) + 0.05 * (fibre - 0.5);
    const split = splits(bent, v + 0.13).edge + 0.1 * (rough - 0.5);
    const scale = scales(bent, v).edge + 0.2 * (rough - 0.5);
    const crease = 1 - Math.abs(2 * creases(bent, v) - 1);
    const open = openness(bent, v);
    const groove = step(-0.01, 0.2 + 0.1 * own, edge) ** 0.75;
    const layer = terraced(0.25 * own + 0.75 * flakes(bent, v), 4);
    const top =
      (0.34 + 0.2 * own + 0.15 * layer + 0.19 * fibre + 0.12 * rough) *
      (0.6 + 0.4 * step(0.01, 0.13, split)) *
      (0.74 + 0.26 * step(0.0, 0.09, scale));
    grain.height = Math.min(1, groove * top * (1 - 0.5 * crease ** 12) * 1.06);
    // The deepest line of a furrow, of uneven width; half of them are closed.
    const width = 0.006 + 0.018 * step(0.42, 0.85, open) * (0.2 + 0.8 * rough);
    const deep = Math.max(0, edge) / width;
    const thread = deep < 4 ? Math.exp(-deep * deep) * step(0.3, 0.6, open) * (0.08 + 0.95 * upright ** 3) : 0;
    grain.fissure = Math.min(1, thread + 0.3 * crease ** 34 * step(0.5, 0.8, open));
    return grain;
  };
}
