import { Geometry } from 'pixi.js';
import type { EventKind } from '../../score/types.ts';
import { type Moments, momentsOf } from '../figures/moments.ts';
import type { Layer, Scene } from '../layer.ts';
import { type Matter, type MatterOptions, matter } from '../matter.ts';
import breathVertex from '../shaders/breath.vert?raw';
import dimFragment from '../shaders/dim.frag?raw';
import dimVertex from '../shaders/dim.vert?raw';
import moteFragment from '../shaders/figureMote.frag?raw';

/** Corners 0, 1, 2 of so many triangles. */
export function corners(triangles: number): Geometry {
  const data = new Uint8Array(triangles * 12);
  for (let vertex = 0; vertex < triangles * 3; vertex++) data[vertex * 4] = vertex % 3;
  return new Geometry({ attributes: { aCorner: { buffer: data, format: 'uint8x4' } } });
}

export interface Burst {
  readonly matter: Matter;
  readonly moments: Moments;
  /** Triangles of one event. */
  readonly each: number;
}

/** What flies up where events of a kind happen: `each` motes for each of at most `limit`. */
export function burst(
  scene: Scene,
  kind: EventKind,
  vertex: string,
  limit: number,
  each: number,
  more: MatterOptions['uniforms'] = {},
): Burst {
  const moments = momentsOf(kind, limit);
  const one = matter(scene, {
    vertex,
    fragment: moteFragment,
    geometry: corners(limit * each),
    blend: 'add',
    vertices: limit * each * 3,
    uniforms: { ...moments.uniforms, uEach: { value: each, type: 'i32' }, ...more },
  });
  return { matter: one, moments, each };
}

const finer = (scene: Scene, few: number, many: number): number => (scene.quality.lean ? few : many);

export const smooth = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** The walker's breath in Need: mist ahead, and the light sinks a little with it. */
export function breath(scene: Scene): Layer {
  const mist = burst(scene, 'outbreath', breathVertex, 3, finer(scene, 90, 700));
  const dim = matter(scene, {
    vertex: dimVertex,
    fragment: dimFragment,
    geometry: corners(1),
    blend: 'over',
    flat: true,
    vertices: 3,
    uniforms: { uSink: { value: 0, type: 'f32' } },
  });
  return {
    id: 'breath',
    where: 'added',
    mirrored: false,
    matter: [dim, mist.matter],
    update(frame) {
      const count = mist.moments.pack(frame);
      mist.matter.size = Math.max(1, count) * mist.each * 3;
      const sunk = frame.active.map(({ event, age }) =>
        event.kind === 'outbreath'
          ? event.strength * smooth(-0.05, 1.6, age) * (1 - smooth(0.45 * event.duration, event.duration, age))
          : 0,
      );
      dim.uniforms.uSink = 0.24 * Math.max(0, ...sunk);
      return count > 0;
    },
    dispose() {
      mist.matter.dispose();
      dim.dispose();
    },
  };
}
