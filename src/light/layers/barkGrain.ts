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
 * Very old bark: long plates between furrows that run with the grain, part and join; each plate flat and rough on its face, fibrous, cracked
 * across into blocks and flaked in layers. Light lies at the bottom of the furrows, in stretches.
 */
export function barkGrain(seed: number): (u: number, v: number) => Grain {
  const bends = noise(3, 3, seed + 5);
  const kinks = noise(9, 12, seed + 6);
  const roughness = noise(58, 56, seed + 9);
  const fibres = noise(84, 11, seed + 7);
  const creases = noise(26, 5, seed + 8);
  const openness = noise(5, 8, seed + 10);
  const flakes = noise(17, 21, seed + 11);
  const plates = border(8, 4, seed);
  const splits = border(19, 8, seed + 17);
  const blocks = border(8, 27, seed + 31);
  const grain: Grain = { height: 0, fissure: 0 };
  return (u, v) => {
    const bent = u + 0.05 * (bends(u, v) - 0.5) + 0.04 * (kinks(u, v) - 0.5);
    const rough = roughness(bent, v);
    const fibre = fibres(bent, v);
    const { edge: raw, upright, own } = plates(bent, v);
    const edge = raw + 0.07 * (rough - 0.5) + 0.06 * (fibre - 0.5);
    const split = splits(bent, v + 0.13).edge + 0.16 * (rough - 0.5);
    const block = blocks(bent, v).edge + 0.22 * (rough - 0.5);
    const crease = 1 - Math.abs(2 * creases(bent, v) - 1);
    const open = openness(bent, v);
    const groove = 0.25 * step(-0.02, 0.05, edge) + 0.75 * step(0.03, 0.11 + 0.12 * own, edge);
    const layer = terraced(0.3 * own + 0.7 * flakes(bent, v), 4);
    const top =
      (0.36 + 0.24 * own + 0.16 * layer + 0.16 * fibre + 0.1 * rough) *
      (0.66 + 0.34 * step(0.01, 0.1, split)) *
      (0.58 + 0.42 * step(-0.02, 0.07, block));
    grain.height = Math.min(1, groove * top * (1 - 0.4 * crease ** 9) * 1.05);
    // The deepest line of a furrow, of uneven width; half of them are closed.
    const width = 0.011 + 0.024 * step(0.4, 0.85, open) * (0.3 + 0.7 * rough);
    const deep = Math.max(0, edge) / width;
    const thread = deep < 4 ? Math.exp(-deep * deep) * step(0.34, 0.62, open) * (0.1 + 0.9 * upright ** 3) : 0;
    grain.fissure = Math.min(1, thread * (0.35 + 0.85 * rough) + 0.2 * crease ** 34 * step(0.5, 0.8, open));
    return grain;
  };
}
