import type { Metres, Vec3 } from '../units.ts';
import { sequence } from './hash.ts';
import { mix } from './scalar.ts';

export interface Foliage {
  readonly leaves: number;
  readonly position: Float32Array;
  readonly normal: Float32Array;
  readonly size: Float32Array;
  readonly centre: Vec3;
  readonly radius: Metres;
}

/** Leaves around twigs (nodes, xyz), shuffled so that any prefix is a fair sample of the crown. */
export function hangLeaves(seed: number, twigs: Float32Array, count: number, spread: Metres): Foliage {
  const next = sequence(seed, 131);
  const n = twigs.length / 3;
  const position = new Float32Array(count * 3);
  const normal = new Float32Array(count * 3);
  const size = new Float32Array(count);
  // A permutation decides which slot each leaf takes (Fisher-Yates).
  const slot = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const held = slot[i] ?? 0;
    slot[i] = slot[j] ?? 0;
    slot[j] = held;
  }
  let cx = 0;
  let cy = 0;
  let cz = 0;
  for (let i = 0; i < n; i++) {
    cx += (twigs[i * 3] ?? 0) / n;
    cy += (twigs[i * 3 + 1] ?? 0) / n;
    cz += (twigs[i * 3 + 2] ?? 0) / n;
  }
  let reach = 0;
  for (let i = 0; i < count; i++) {
    const twig = Math.floor(((i + next()) * n) / count) % n;
    const k = (slot[i] ?? 0) * 3;
    // Most keep to their twig; a few stray, and the crown's edge is lost in them.
    const stray = spread * (0.7 + 1.9 * next() ** 5);
    const x = (twigs[twig * 3] ?? 0) + (next() + next() - 1) * stray;
    const y = (twigs[twig * 3 + 1] ?? 0) + (next() + next() - 1.1) * stray * 0.8;
    const z = (twigs[twig * 3 + 2] ?? 0) + (next() + next() - 1) * stray;
    const d = Math.hypot(x - cx, y - cy, z - cz) || 1;
    reach += (d * d) / count;
    // Leaves face up and outwards, each with its own mind.
    const nx = (x - cx) / d + (next() - 0.5) * 1.3;
    const ny = (y - cy) / d + 0.75 + (next() - 0.5) * 1.1;
    const nz = (z - cz) / d + (next() - 0.5) * 1.3;
    const m = Math.hypot(nx, ny, nz) || 1;
    position.set([x, y, z], k);
    normal.set([nx / m, ny / m, nz / m], k);
    size[k / 3] = mix(0.05, 0.12, next() ** 1.4);
  }
  return { leaves: count, position, normal, size, centre: [cx, cy, cz], radius: Math.sqrt(reach) * 1.45 };
}
