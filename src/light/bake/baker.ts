import workerUrl from './bake.worker.ts?worker&url';
import type { Asked, Baked, BakeName, Order } from './bakes.ts';

/** Bakes off the page's thread, one thing after another; where no worker can be had, on it, with the same result. */
export interface Baker {
  bake<N extends BakeName>(name: N, asked: Asked[N]): Promise<Baked[N]>;
  /** When all that was asked for is baked. */
  done(): Promise<void>;
  close(): void;
}

/** @param url of the worker's program */
export function createBaker(url: string = workerUrl): Baker {
  // What the worker has not answered, to be baked here if it cannot.
  const waiting = new Set<() => void>();
  const asked: Promise<unknown>[] = [];
  let worker: Worker | undefined;
  const give = () => {
    worker?.terminate();
    worker = undefined;
    for (const here of waiting) here();
    waiting.clear();
  };
  try {
    worker = new Worker(url, { type: 'module' });
    worker.onerror = (event) => {
      event.preventDefault();
      give();
    };
  } catch {
    worker = undefined;
  }

  function bake<N extends BakeName>(name: N, what: Asked[N]): Promise<Baked[N]> {
    const made = new Promise<Baked[N]>((resolve, reject) => {
      const here = () => {
        import('./bakes.ts').then(({ bakeOne }) => resolve(bakeOne(name, what))).catch(reject);
      };
      if (worker === undefined) {
        here();
        return;
      }
      const { port1, port2 } = new MessageChannel();
      waiting.add(here);
      port1.onmessage = ({ data }: MessageEvent<Baked[N]>) => {
        waiting.delete(here);
        port1.close();
        resolve(data);
      };
      const order: Order<N> = { name, asked: what, answer: port2 };
      worker.postMessage(order, [port2]);
    });
    asked.push(made);
    return made;
  }

  return {
    bake,
    async done() {
      await Promise.all(asked);
    },
    close() {
      worker?.terminate();
      worker = undefined;
    },
  };
}
