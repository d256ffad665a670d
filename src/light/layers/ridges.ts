import { Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Layer, Scene } from '../layer.ts';
import { type Matter, matter } from '../matter.ts';
import { sightOf } from '../sight.ts';

/** So many places along a ridge, and so many parts of the horizon that are drawn or left out together. */
const fine = 900;
const coarse = 330;
const parts = 30;

interface Range {
  readonly radius: number;
  readonly low: number;
  readonly high: number;
  readonly cells: number;
}

const ranges: readonly Range[] = [
  { radius: 4600, low: 150, high: 640, cells: 9 },
  { radius: 3000, low: 70, high: 370, cells: 12 },
  { radius: 1900, low: 24, high: 215, cells: 10 },
  { radius: 1250, low: 6, high: 118, cells: 13 },
];

const smooth = (t: number) => t * t * (3 - 2 * t);

/** Noise around a circle, 0..1. */
function around(turn: number, cells: number, seed: number, row: number): number {
  let sum = 0;
  let weight = 0;
  for (let octave = 0; octave < 5; octave++) {
    const n = cells * 2 ** octave;
    const u = turn * n;
    const i = Math.floor(u);
    const a = hashUnit(seed, row * 16 + octave, i % n);
    const b = hashUnit(seed, row * 16 + octave, (i + 1) % n);
    const gain = 0.42 ** octave;
    const value = a + (b - a) * smooth(u - i);
    sum += gain * (octave === 0 ? value : 1 - Math.abs(2 * value - 1));
    weight += gain;
  }
  return sum / weight;
}

const bareOf = (scene: Scene): boolean => scene.quality.bare;
const stepsOf = (scene: Scene): number => (bareOf(scene) ? coarse : fine);

/** Places along every ridge's top, farthest ridge first: x, height, z and which step. */
function alongTops(scene: Scene, each: (x: number, height: number, z: number, step: number) => void): void {
  const steps = stepsOf(scene);
  const { piece } = scene;
  const { start, treeFoot } = piece.world.landmarks;
  const ahead = Math.atan2(treeFoot[2] - start[2], treeFoot[0] - start[0]);
  ranges.forEach((range, row) => {
    for (let i = 0; i <= steps; i++) {
      const turn = (i % steps) / steps;
      const angle = turn * 2 * Math.PI;
      const sides = Math.sin(angle - ahead) ** 2;
      // A range gathers to a massif here and lets another be seen over it there.
      const massif = around(turn, 3 + row, piece.seed, row + 20) ** 2;
      const top = around(turn, range.cells, piece.seed, row) ** (row % 2 === 0 ? 1 : 1.7);
      const height = range.low + (range.high - range.low) * top * (0.4 + 0.75 * sides) * (0.3 + 1.9 * massif);
      const radius = range.radius * (1 + 0.08 * around(turn, 3, piece.seed, row + 7));
      each(Math.cos(angle) * radius, height, Math.sin(angle) * radius, i);
    }
  });
}

/** A band of quads along the tops: x, y, z and what `upper` and `lower` say about each edge. */
function bands(scene: Scene, foot: (height: number) => number, upper: number, lower: number): Geometry {
  const vertices: number[] = [];
  const steps = stepsOf(scene);
  const around: number[][] = Array.from({ length: parts }, () => []);
  let at = 0;
  alongTops(scene, (x, height, z, step) => {
    vertices.push(x, height, z, upper, x, foot(height), z, lower);
    if (step < steps) around[Math.floor((step * parts) / steps)]?.push(at, at + 1, at + 2, at + 1, at + 3, at + 2);
    at += 2;
  });
  // Twice around, so that every part of the horizon is one run of them.
  const once = around.flat();
  const indices = bareOf(scene) ? [...once, ...once] : once;
  return new Geometry({
    attributes: { aPlace: { buffer: new Float32Array(vertices), format: 'float32x4' } },
    indexBuffer: new Uint32Array(indices),
  });
}

/** Leaves out of ridges or rims what lies behind the eye, where a processor draws them. */
export function faceRidges(scene: Scene, frame: Frame, bands: Matter): void {
  if (!bareOf(scene)) return;
  const { azimuth, half } = sightOf(frame.camera, scene.shape.aspect);
  const turn = ((azimuth - half) / (2 * Math.PI) + 2) % 1;
  const from = Math.floor(turn * parts);
  const count = Math.min(parts, Math.ceil((half / Math.PI) * parts) + 2);
  const each = (coarse / parts) * ranges.length * 6;
  bands.start = from * each;
  bands.size = count * each;
}

/** Ridge behind ridge around the plain: higher to the sides of the walk, low and open where the last light stands. */
export function ridges(scene: Scene): Layer {
  const land = matter(scene, {
    ...scene.spread.ridges,
    geometry: bands(scene, () => -60, 0, 0),
    blend: 'opaque',
  });
  return {
    id: 'ridges',
    where: 'opaque',
    mirrored: true,
    matter: [land],
    update(frame) {
      faceRidges(scene, frame, land);
      return true;
    },
    dispose: () => land.dispose(),
  };
}

/** A pixel's width of fading ridge above every top, to be drawn over the sky: without it the far edges are stairs. */
export function ridgeRims(scene: Scene): Matter {
  return matter(scene, {
    ...scene.spread.ridges,
    geometry: bands(scene, (height) => height, 1, 0.04),
    blend: 'over',
  });
}
