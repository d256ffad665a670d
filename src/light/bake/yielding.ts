export type Progress = (done: number, total: number) => void;

/** Lets the page breathe between two pieces of long work. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Does rows 0..rows-1 one after the other, giving way every few milliseconds. */
export async function rowByRow(rows: number, row: (y: number) => void, progress?: Progress): Promise<void> {
  let since = performance.now();
  for (let y = 0; y < rows; y++) {
    row(y);
    if (performance.now() - since < 24) continue;
    progress?.(y + 1, rows);
    await breathe();
    since = performance.now();
  }
  progress?.(rows, rows);
}
