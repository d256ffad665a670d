/** So often a fence is asked: while frames follow each other without a pause, its answer is a second late (measured). */
const MOST = 30;

/**
 * Resolves when the GPU has drawn all it was given so far, has lost its context, or will not say so for long: asked now
 * and then, so that the page goes on meanwhile. See "Sync objects" in the WebGL 2 specification: a fence is signalled
 * between two tasks only.
 */
export function allDrawn(gl: WebGL2RenderingContext): Promise<void> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  return new Promise((resolve) => {
    let asked = 0;
    const ask = () => {
      asked += 1;
      if (
        fence !== null &&
        asked < MOST &&
        !gl.isContextLost() &&
        gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED
      ) {
        setTimeout(ask, 4);
        return;
      }
      gl.deleteSync(fence);
      resolve();
    };
    setTimeout(ask);
  });
}
