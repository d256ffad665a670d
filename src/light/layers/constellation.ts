import { Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import type { Scene } from '../layer.ts';
import { type Matter, matter } from '../matter.ts';
import lineFragment from '../shaders/line.frag?raw';
import lineVertex from '../shaders/line.vert?raw';

const stopLimit = 64;

/** A band of two triangles from each stop to the next, as (stop, end, side). */
function bands(): Float32Array {
  const corners = [
    [0, -1],
    [0, 1],
    [1, 1],
    [0, -1],
    [1, 1],
    [1, -1],
  ] as const;
  return Float32Array.from(
    Array.from({ length: stopLimit - 1 }, (_, stop) => corners.flatMap(([end, side]) => [stop, end, side])).flat(),
  );
}

/** Faint lines between stars chosen one after the other: tonight's constellation. */
export function constellationLines(scene: Scene): { readonly matter: Matter; update(frame: Frame): void } {
  const catalogue = scene.piece.world.stars;
  const stops = new Float32Array(stopLimit * 4);
  const lines = matter(scene, {
    vertex: lineVertex,
    fragment: lineFragment,
    geometry: new Geometry({ attributes: { aLine: { buffer: bands(), format: 'float32x3' } } }),
    blend: 'add',
    uniforms: {
      uStops: { value: stops, type: 'vec4<f32>', size: stopLimit },
    },
  });
  return {
    matter: lines,
    update(frame) {
      const chosen = [...frame.chosen].sort((a, b) => a.index - b.index).slice(0, stopLimit);
      let last = 0;
      chosen.forEach((one, stop) => {
        stops.set(catalogue.direction.subarray(one.star * 3, one.star * 3 + 3), stop * 4);
        stops[stop * 4 + 3] = one.chosen;
        if (one.chosen > 0) last = stop;
      });
      // In the morning it is the map, elsewhere in the sky.
      lines.visible = last > 0 && frame.movement !== 'waking';
      lines.size = Math.max(1, last) * 6;
    },
  };
}
