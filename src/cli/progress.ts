import { createEstimate, spoken } from '../export/estimate.ts';
import type { Unit } from '../units.ts';

export interface Progress {
  at(done: Unit): void;
  /** Takes the line away again. */
  end(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds between two lines. */
const onTerminal = 200;
const inLog = 10_000;

/**
 * Long work's progress and an estimate: one line that renews itself on a terminal, a line now and then elsewhere.
 * Nothing is said of work that ends within seconds.
 */
export function createProgress(what: string, screen: Screen = process.stderr, now = () => performance.now()): Progress {
  const estimate = createEstimate();
  const every = screen.isTTY ? onTerminal : inLog;
  let said = screen.isTTY ? Number.NEGATIVE_INFINITY : now();
  let shown = false;
  return {
    at: (done) => {
      const present = now();
      estimate.at(present / 1000, done);
      if (present - said < every || done >= 1) return;
      said = present;
      const left = estimate.left();
      const rest = left === undefined ? '' : `, about ${spoken(left)} left`;
      const line = `${what}: ${Math.floor(done * 100)} %${rest}`;
      screen.write(screen.isTTY ? `\r\x1b[2K${line.slice(0, (screen.columns ?? 80) - 1)}` : `${line}\n`);
      shown = true;
    },
    end: () => {
      if (shown && screen.isTTY) screen.write('\r\x1b[2K');
    },
  };
}
