import type { Milliseconds } from '../../units.ts';

const longest: Milliseconds = 16;

/** Gives way to the page whenever it has been kept waiting for longer than a frame. */
export function breaths(): () => Promise<void> {
  let since = performance.now();
  const { port1, port2 } = new MessageChannel();
  return async () => {
    if (performance.now() - since < longest) return;
    await new Promise<void>((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
    since = performance.now();
  };
}
