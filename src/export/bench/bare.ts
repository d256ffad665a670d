import type { Matter } from '../../light/matter.ts';

/** A program of its own with a matter's shader, buffers, uniforms and primitive, and nothing else around it. */
export interface Bare {
  draw(times: number): void;
  dispose(): void;
}

function compile(gl: WebGL2RenderingContext, { vertex, fragment }: { vertex?: string; fragment?: string }) {
  const program = gl.createProgram();
  for (const [kind, text] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (shader === null) throw new Error('this context is lost');
    gl.shaderSource(shader, text ?? '');
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(`bare: ${gl.getProgramInfoLog(program)}`);
  return program;
}

/** Copies what the bound vertex array reads of an attribute into a buffer of its own. */
function copyAttribute(
  gl: WebGL2RenderingContext,
  from: { readonly array: WebGLVertexArrayObject; readonly at: number },
  to: { readonly array: WebGLVertexArrayObject; readonly at: number },
): WebGLBuffer {
  gl.bindVertexArray(from.array);
  const ask = (what: number): unknown => gl.getVertexAttrib(from.at, what);
  const theirs = ask(gl.VERTEX_ATTRIB_ARRAY_BUFFER_BINDING);
  const [size, type, stride] = [
    gl.VERTEX_ATTRIB_ARRAY_SIZE,
    gl.VERTEX_ATTRIB_ARRAY_TYPE,
    gl.VERTEX_ATTRIB_ARRAY_STRIDE,
  ].map((what) => Number(ask(what)));
  const [whole, normal] = [ask(gl.VERTEX_ATTRIB_ARRAY_INTEGER), ask(gl.VERTEX_ATTRIB_ARRAY_NORMALIZED)];
  const offset = gl.getVertexAttribOffset(from.at, gl.VERTEX_ATTRIB_ARRAY_POINTER);
  if (!(theirs instanceof WebGLBuffer)) throw new Error('bare: an attribute without a buffer');
  gl.bindVertexArray(to.array);
  gl.bindBuffer(gl.COPY_READ_BUFFER, theirs);
  const bytes = Number(gl.getBufferParameter(gl.COPY_READ_BUFFER, gl.BUFFER_SIZE));
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.STATIC_DRAW);
  gl.copyBufferSubData(gl.COPY_READ_BUFFER, gl.ARRAY_BUFFER, 0, 0, bytes);
  gl.bindBuffer(gl.COPY_READ_BUFFER, null);
  gl.enableVertexAttribArray(to.at);
  if (whole) gl.vertexAttribIPointer(to.at, size ?? 0, type ?? 0, stride ?? 0, offset);
  else gl.vertexAttribPointer(to.at, size ?? 0, type ?? 0, normal === true, stride ?? 0, offset);
  return buffer;
}

function setUniform(gl: WebGL2RenderingContext, at: WebGLUniformLocation, type: number, value: unknown): void {
  const floats = value instanceof Float32Array ? value : undefined;
  if (floats === undefined) {
    if (type === gl.FLOAT) gl.uniform1f(at, Number(value));
    else gl.uniform1i(at, Number(value));
  } else if (type === gl.FLOAT_VEC2) gl.uniform2fv(at, floats);
  else if (type === gl.FLOAT_VEC3) gl.uniform3fv(at, floats);
  else if (type === gl.FLOAT_VEC4) gl.uniform4fv(at, floats);
  else if (type === gl.FLOAT_MAT3) gl.uniformMatrix3fv(at, false, floats);
  else if (type === gl.FLOAT_MAT4) gl.uniformMatrix4fv(at, false, floats);
  else throw new Error(`bare: a uniform of type ${type} is not copied`);
}

function copyUniforms(gl: WebGL2RenderingContext, theirs: WebGLProgram, own: WebGLProgram): void {
  gl.useProgram(own);
  const count = Number(gl.getProgramParameter(own, gl.ACTIVE_UNIFORMS));
  for (let n = 0; n < count; n++) {
    const info = gl.getActiveUniform(own, n);
    if (info === null) continue;
    for (let item = 0; item < info.size; item++) {
      const name = info.size > 1 ? info.name.replace('[0]', `[${item}]`) : info.name;
      const [from, to] = [gl.getUniformLocation(theirs, name), gl.getUniformLocation(own, name)];
      if (from !== null && to !== null) setUniform(gl, to, info.type, gl.getUniform(theirs, from));
    }
  }
}

/**
 * Builds the bare twin of a matter that has just been drawn: its state and its textures are still bound, and stay so.
 * @throws where the matter is drawn by an index, or holds a uniform of an unknown type
 */
export function bareTwin(gl: WebGL2RenderingContext, one: Matter, vertices: number): Bare {
  const theirs: unknown = gl.getParameter(gl.CURRENT_PROGRAM);
  const theirArray: unknown = gl.getParameter(gl.VERTEX_ARRAY_BINDING);
  if (!(theirs instanceof WebGLProgram) || !(theirArray instanceof WebGLVertexArrayObject)) {
    throw new Error('bare: nothing was drawn before');
  }
  const program = compile(gl, one.shader.glProgram);
  const array = gl.createVertexArray();
  const buffers: WebGLBuffer[] = [];
  const count = Number(gl.getProgramParameter(program, gl.ACTIVE_ATTRIBUTES));
  for (let n = 0; n < count; n++) {
    const name = gl.getActiveAttrib(program, n)?.name ?? '';
    const [from, to] = [gl.getAttribLocation(theirs, name), gl.getAttribLocation(program, name)];
    // The vertex's own number is no attribute of any buffer.
    if (from < 0 || to < 0) continue;
    buffers.push(copyAttribute(gl, { array: theirArray, at: from }, { array, at: to }));
  }
  copyUniforms(gl, theirs, program);
  const giveBack = () => {
    gl.useProgram(theirs);
    gl.bindVertexArray(theirArray);
  };
  giveBack();
  return {
    draw: (times) => {
      gl.useProgram(program);
      gl.bindVertexArray(array);
      for (let n = 0; n < times; n++) gl.drawArrays(gl.TRIANGLES, 0, vertices);
      giveBack();
    },
    dispose: () => {
      gl.deleteProgram(program);
      gl.deleteVertexArray(array);
      for (const buffer of buffers) gl.deleteBuffer(buffer);
    },
  };
}
