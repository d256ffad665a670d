import type { Seconds } from '../units.ts';

/** Holds one stream of work back until another has come far enough. */
export interface Gate {
  /** Lets everything up to t pass. */
  reach(t: Seconds): void;
  /** Resolves once t was reached. */
  passed(t: Seconds): Promise<void>;
}

export function createGate(): Gate {
  let reached = Number.NEGATIVE_INFINITY;
  let waiting: { readonly t: Seconds; readonly go: () => void }[] = [];
  return {
    reach: (t) => {
      reached = Math.max(reached, t);
      const free = waiting.filter((one) => one.t <= reached);
      waiting = waiting.filter((one) => one.t > reached);
      for (const one of free) one.go();
    },
    passed: (t) =>
      t <= reached
        ? Promise.resolve()
        : new Promise((go) => {
            waiting.push({ t, go });
          }),
  };
}
