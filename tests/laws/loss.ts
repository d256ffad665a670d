const once = (target: EventTarget, type: string) =>
  new Promise<void>((resolve) => target.addEventListener(type, () => resolve(), { once: true }));

/**
 * Takes a canvas's WebGL2 context away and gives it back.
 * @throws where the browser cannot lose one on purpose.
 */
export async function loseContext(canvas: HTMLCanvasElement): Promise<void> {
  const loser = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
  if (!loser) throw new Error('this browser cannot lose a context on purpose');
  const lost = once(canvas, 'webglcontextlost');
  loser.loseContext();
  await lost;
  // A context may be restored only when its loss has been dealt with by all who listen: not before the next task.
  await new Promise(requestAnimationFrame);
  const restored = once(canvas, 'webglcontextrestored');
  loser.restoreContext();
  await restored;
}
