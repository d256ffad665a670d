import { Buffer, BufferUsage, Geometry } from 'pixi.js';
import type { Vec3 } from '../../units.ts';
import { hashUnit } from '../bake/hash.ts';
import type { Grade } from './tendrilsGrades.ts';
import type { Part, Strand } from './tendrilsStrand.ts';

const kinds: Readonly<Record<Part, number>> = { body: 1, stem: 1, wild: 0, near: 3 };
const leaf = 2;
const floats = 11;

/**
 * Ribbons that turn to the eye (two plain triangles a piece), far ones first, so that near threads cover far ones without
 * a depth test: the body always faces the eye.
 */
export function tendrilGeometry(strands: readonly Strand[], grade: Grade) {
  const pieces: { readonly depth: number; readonly vertices: readonly number[] }[] = [];
  strands.forEach((strand, which) => {
    const { points } = strand;
    const last = points.length - 1;
    const kind = kinds[strand.part];
    const at = (i: number): Vec3 => points[Math.min(last, Math.max(0, i))] ?? [0, 0, 0];
    const way = (i: number): Vec3 => {
      const [a, b] = [at(i - 1), at(i + 1)];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]) || 1;
      return [(b[0] - a[0]) / length, (b[1] - a[1]) / length, (b[2] - a[2]) / length];
    };
    const vertex = (i: number, side: number): readonly number[] => [
      ...at(i),
      ...way(i),
      side,
      (strand.radius[i] ?? 0) * grade.stout,
      strand.birth[i] ?? 0,
      strand.along[i] ?? 0,
      kind,
    ];
    for (let i = 0; i < last; i++) {
      const [a, b, c, d] = [vertex(i, -1), vertex(i, 1), vertex(i + 1, -1), vertex(i + 1, 1)];
      pieces.push({ depth: at(i + 1)[2], vertices: [...a, ...b, ...c, ...c, ...b, ...d] });
    }
    if (strand.part === 'near' || strand.part === 'stem') return;
    const length = (strand.along[last] ?? 0) - (strand.along[0] ?? 0);
    for (let hair = 0; hair < Math.round(length * grade.hairs); hair++) {
      const chance = (key: number) => hashUnit(which, hair * 8 + key, 911);
      const i = Math.floor((0.25 + 0.75 * chance(0)) * last);
      const [root, on] = [at(i), way(i)];
      const out = [0, 1, 2].map((axis) => chance(axis + 1) - 0.5 + 0.35 * (on[axis] ?? 0));
      const size = Math.hypot(...out) || 1;
      const long = 0.015 + 0.05 * chance(5) ** 2;
      const reach = (axis: 0 | 1 | 2) => root[axis] + (long * (out[axis] ?? 0)) / size;
      const to: Vec3 = [reach(0), reach(1), reach(2)];
      const grown = [strand.birth[i] ?? 0, strand.along[i] ?? 0] as const;
      const end = (place: Vec3, side: number, radius: number, later: number): readonly number[] => [
        ...place,
        ...out.map((value) => value / size),
        side,
        radius,
        Math.min(1, grown[0] + later),
        grown[1] + later,
        kind,
      ];
      const [a, b, c] = [end(root, -1, 0.0009, 0), end(root, 1, 0.0009, 0), end(to, 0, 0.0003, 0.04)];
      pieces.push({ depth: to[2], vertices: [...a, ...b, ...c] });
    }
    // Young leaves: at its tip, and by turns along it.
    const leaves = 1 + Math.floor(length / 0.3);
    for (let n = 0; n < leaves; n++) {
      const chance = (key: number) => hashUnit(which, n * 8 + key, 77);
      if (chance(0) >= grade.leaves * (n === 0 ? 0.7 : 0.3)) continue;
      const i = n === 0 ? last : Math.floor(last * (0.28 + 0.7 * chance(1)));
      const on = way(i);
      const out = [0, 1, 2].map((axis) => (on[axis] ?? 0) * 0.8 + (n === 0 ? 0.3 : 1.5) * (chance(2 + axis) - 0.5));
      const size = Math.hypot(...out) || 1;
      const radius = 0.007 + 0.016 * chance(5) ** 2;
      const corner = (which1: number) => [
        ...at(i),
        ...out.map((value) => value / size),
        which1,
        radius,
        Math.min(1, strand.birth[i] ?? 0),
        strand.along[i] ?? 0,
        leaf,
      ];
      pieces.push({ depth: at(i)[2] + 0.01, vertices: [...corner(0), ...corner(1), ...corner(2)] });
    }
  });
  pieces.sort((a, b) => a.depth - b.depth);
  const data = new Buffer({
    data: Float32Array.from(pieces.flatMap((piece) => piece.vertices)),
    usage: BufferUsage.VERTEX | BufferUsage.COPY_DST,
    label: 'tendrils',
  });
  const part = (offset: number, format: 'float32x3' | 'float32x4') => ({
    buffer: data,
    format,
    stride: floats * 4,
    offset: offset * 4,
  });
  return {
    vertices: data.data.length / floats,
    geometry: new Geometry({
      attributes: { aPlace: part(0, 'float32x3'), aWay: part(3, 'float32x4'), aGrown: part(7, 'float32x4') },
    }),
  };
}
