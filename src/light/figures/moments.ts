import type { Active, EventKind, Frame } from '../../score/types.ts';

/** Uniform tables of the events of one kind that are alive, youngest first. */
export interface Moments {
  /** For `matter`. */
  readonly uniforms: Readonly<
    Record<string, { readonly value: Float32Array; readonly type: 'vec4<f32>'; readonly size: number }>
  >;
  /** Writes this frame's, and gives back how many there are. */
  pack(frame: Frame, more?: readonly Active[]): number;
}

/** A number of its own for an event, the same in every frame. */
function numberOf(id: string): number {
  let h = 2166136261;
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 16777619);
  return (h >>> 8) & 0xffff;
}

/** See shaders/moments.glsl. */
export function momentsOf(kind: EventKind, limit: number, name = ''): Moments {
  const where = new Float32Array(limit * 4);
  const how = new Float32Array(limit * 4);
  return {
    uniforms: {
      [`u${name}Where`]: { value: where, type: 'vec4<f32>', size: limit },
      [`u${name}How`]: { value: how, type: 'vec4<f32>', size: limit },
    },
    pack(frame, more = []) {
      const alive = [...more, ...frame.active.filter(({ event }) => event.kind === kind)].slice(-limit).reverse();
      alive.forEach(({ event, age }, i) => {
        where.set([...event.place, age], i * 4);
        how.set([event.strength, event.warmth, numberOf(event.id), event.duration], i * 4);
      });
      return alive.length;
    },
  };
}
