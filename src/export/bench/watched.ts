/** What reached the GPU between two looks. */
export interface Traffic {
  draws: number;
  triangles: number;
  /** Bytes of buffers and textures, uniforms apart. */
  uploads: number;
  /** Times that a target of nearly the whole picture's size was drawn into after another target. */
  passes: number;
}

export const noTraffic = (): Traffic => ({ draws: 0, triangles: 0, uploads: 0, passes: 0 });

const lengthOf = (given: unknown): number =>
  ArrayBuffer.isView(given) || given instanceof ArrayBuffer ? given.byteLength : 0;

/** Watches one member of WebGL2; every call goes on to the browser unchanged. */
type Member =
  | 'drawArrays'
  | 'drawElements'
  | 'bufferData'
  | 'bufferSubData'
  | 'texImage2D'
  | 'texSubImage2D'
  | 'bindFramebuffer';

/**
 * Counts the real calls to WebGL2 until it is told to stop.
 * @param note is given what each call adds
 * @param pixels of the whole picture: targets of at least two fifths of them are full-size
 */
export function watchCalls(note: (add: (to: Traffic) => void) => void, pixels: number): () => void {
  const gl = WebGL2RenderingContext.prototype;
  const undo: (() => void)[] = [];
  let fresh = true;
  const wrap = (member: Member, before: (context: WebGL2RenderingContext, given: readonly unknown[]) => void) => {
    const original = gl[member];
    const watched: unknown = new Proxy(original, {
      apply(call, context, given) {
        if (context instanceof WebGL2RenderingContext) before(context, given);
        return Reflect.apply(call, context, given);
      },
    });
    Reflect.set(gl, member, watched);
    undo.push(() => Reflect.set(gl, member, original));
  };
  const drawn = (context: WebGL2RenderingContext, count: unknown) => {
    const viewport: unknown = context.getParameter(context.VIEWPORT);
    const [, , width = 0, height = 0] = viewport instanceof Int32Array ? viewport : [];
    const pass = fresh && width * height >= 0.4 * pixels;
    if (pass) fresh = false;
    note((to) => {
      to.draws += 1;
      to.triangles += Number(count) / 3;
      if (pass) to.passes += 1;
    });
  };
  const uploaded = (given: readonly unknown[]) => {
    const bytes = given.reduce((most: number, one) => Math.max(most, lengthOf(one)), 0);
    if (bytes > 0)
      note((to) => {
        to.uploads += bytes;
      });
  };
  wrap('drawArrays', (context, given) => drawn(context, given[2]));
  wrap('drawElements', (context, given) => drawn(context, given[1]));
  wrap('bindFramebuffer', () => {
    fresh = true;
  });
  for (const member of ['bufferData', 'bufferSubData'] as const) {
    wrap(member, (context, given) => {
      if (given[0] !== context.UNIFORM_BUFFER) uploaded(given);
    });
  }
  for (const member of ['texImage2D', 'texSubImage2D'] as const) wrap(member, (_context, given) => uploaded(given));
  return () => {
    for (const one of undo) one();
  };
}
