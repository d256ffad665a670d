import { BufferImageSource, type TextureSource } from 'pixi.js';
import { half } from './half.ts';
import { hashUnit } from './hash.ts';

interface Dome {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly high: number;
  readonly own: number;
}

/** Domes on the unit torus, large ones rare, small ones many and gathered in their own places. */
function sow(seed: number): readonly Dome[] {
  const domes: Dome[] = [];
  const families: readonly (readonly [count: number, least: number, most: number])[] = [
    [46, 0.055, 0.09],
    [240, 0.03, 0.055],
    [1100, 0.016, 0.03],
    [2600, 0.008, 0.016],
  ];
  families.forEach(([count, least, most], family) => {
    for (let i = 0; i < count; i++) {
      const of = (n: number) => hashUnit(seed, family * 4096 + i, n);
      const radius = least + (most - least) * of(2) ** 2;
      domes.push({ x: of(0), y: of(1), radius, high: radius * (0.42 + 0.3 * of(3)), own: of(4) });
    }
  });
  return domes;
}

/**
 * A tile of moss cushions, domes of many sizes that meet in dark creases, on the unit torus.
 * rgba16f: height and slopes as shares of the tile's side, and each cushion's own number 0..1, softened at creases.
 */
export function cushionTile(seed: number, texels: number): TextureSource {
  const size = texels;
  const height = new Float32Array(size * size);
  const own = new Float32Array(size * size);
  for (const dome of sow(seed)) {
    const reach = Math.ceil(dome.radius * size);
    const cx = Math.floor(dome.x * size);
    const cy = Math.floor(dome.y * size);
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const x = (cx + dx - dome.x * size + 0.5) / size;
        const y = (cy + dy - dome.y * size + 0.5) / size;
        const far = (x * x + y * y) / (dome.radius * dome.radius);
        if (far >= 1) continue;
        // Rounder than a sphere's cap at the top, steep at the rim.
        const h = dome.high * (1 - far) ** 0.62;
        const at = ((cy + dy + size) % size) * size + ((cx + dx + size) % size);
        const before = height[at] ?? 0;
        // Domes overlap smoothly by a little, else the creases would be knife cuts.
        const soft = 0.0035;
        const k = Math.max(soft - Math.abs(h - before), 0) / soft;
        height[at] = Math.max(h, before) + k * k * soft * 0.25;
        if (h > before) own[at] = dome.own;
      }
    }
  }
  const out = new Uint16Array(size * size * 4);
  const at = (x: number, y: number) => height[((y + size) % size) * size + ((x + size) % size)] ?? 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const slopeX = ((at(x + 1, y) - at(x - 1, y)) * size) / 2;
      const slopeY = ((at(x, y + 1) - at(x, y - 1)) * size) / 2;
      const i = y * size + x;
      out.set([half(height[i] ?? 0), half(slopeX), half(slopeY), half(own[i] ?? 0)], i * 4);
    }
  }
  return new BufferImageSource({
    resource: out,
    width: size,
    height: size,
    format: 'rgba16float',
    alphaMode: 'no-premultiply-alpha',
    autoGenerateMipmaps: true,
    scaleMode: 'linear',
    addressMode: 'repeat',
    label: 'cushions',
  });
}
