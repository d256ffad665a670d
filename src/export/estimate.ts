import type { Seconds, Unit } from '../units.ts';

export interface Estimate {
  /** Tells how far the work is at a time of any origin that never runs backwards. */
  at(now: Seconds, done: Unit): void;
  /** Seconds still to go; undefined while too little has been seen to say anything honest. */
  left(): Seconds | undefined;
}

interface Look {
  readonly now: Seconds;
  readonly done: Unit;
}

const watchedAtLeast: Seconds = 2;
/** What the last minute showed says more than the average: a forest of leaves takes longer than a sky. */
const remembered: Seconds = 60;

/** Looks at how fast the work went lately and takes it to go on like that. */
export function createEstimate(): Estimate {
  const looks: Look[] = [];
  return {
    at: (now, done) => {
      looks.push({ now, done });
      while ((looks[1]?.now ?? now) < now - remembered) looks.shift();
    },
    left: () => {
      const [first] = looks;
      const last = looks.at(-1);
      if (first === undefined || last === undefined || last.now - first.now < watchedAtLeast) return undefined;
      const speed = (last.done - first.done) / (last.now - first.now);
      return speed > 0 ? (1 - last.done) / speed : undefined;
    },
  };
}

/** Rounded as one would say it: `8 s`, `40 s`, `3 min`, `2 h 10 min`. */
export function spoken(left: Seconds): string {
  if (left < 10) return `${Math.max(1, Math.ceil(left))} s`;
  if (left < 90) return `${Math.ceil(left / 10) * 10} s`;
  const minutes = Math.ceil(left / 60);
  if (minutes < 60) return `${minutes} min`;
  const tens = Math.ceil(minutes / 10) * 10;
  const rest = tens % 60;
  return `${Math.floor(tens / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}
