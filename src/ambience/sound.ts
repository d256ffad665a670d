import type { Piece, Touch } from '../score/types.ts';
import type { Engine } from '../sound/engine.ts';
import { createPageClock } from '../time/live.ts';
import type { Timeline } from '../time/timeline.ts';
import type { Seconds, Unit } from '../units.ts';

/** Sound, once it was asked for: loaded, begun, and the piece's clock from then on. */
export interface Sound {
  readonly on: boolean;
  /** Loads and begins. A second call while it begins waits for the first. Throws where there can be no sound. */
  begin(): Promise<void>;
  /** Volume as heard, fades included. */
  volume(volume: Unit): void;
  mute(muted: boolean): void;
  touches(touches: readonly Touch[]): void;
  /** To be called within a gesture: sound that was interrupted comes back. */
  wake(): void;
  /** Looks after the sound's clock; ask it a few times a second. */
  watch(): void;
  /** How far ahead of what is heard the first instant lies that is not yet on its way to the speaker. */
  ahead(): Seconds;
}

/** A touch answers within this. */
const MOST_AHEAD: Seconds = 0.1;
/** From the page to the sound's own thread, through the limiter and into its next block. */
const HANDOVER: Seconds = 0.03;
/** A device that has not begun by then will not. */
const PATIENCE: Seconds = 10;
/** The picture waits no longer than this for a sound that was interrupted, as by a call. */
const INTERRUPTED: Seconds = 1;

const milliseconds = (): number => performance.now();

export const pageClock = createPageClock(milliseconds);

const inTime = (begun: Promise<void>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no sound device answers')), PATIENCE * 1000);
  });
  return Promise.race([begun, late]).finally(() => clearTimeout(timer));
};

/** @param lost is told when the sound has gone away by itself */
export function createSound(piece: Piece, timeline: Timeline, lost: (line: string) => void): Sound {
  let engine: Engine | undefined;
  let beginning: Promise<void> | undefined;
  let silentSince: Seconds | undefined;
  let heard = false;

  const begin = async (): Promise<void> => {
    if (!window.isSecureContext) throw new Error('it needs a secure context (https, or localhost)');
    if (!('AudioWorkletNode' in window)) throw new Error('this browser has no AudioWorklet');
    const { createEngine } = await import('../sound/engine.ts');
    const made = createEngine(piece, timeline);
    made.setVolume(0);
    try {
      await inTime(made.start());
    } catch (error) {
      await made.dispose();
      throw error;
    }
    engine = made;
    heard = true;
    timeline.setClock(made.clock);
  };

  const stopped = (now: Seconds, made: Engine): boolean => {
    if (made.context.state === 'running') {
      silentSince = undefined;
      return false;
    }
    silentSince ??= now;
    return now - silentSince > INTERRUPTED;
  };

  return {
    get on() {
      return engine !== undefined;
    },
    begin: () => {
      beginning ??= begin().catch((error: unknown) => {
        beginning = undefined;
        throw error;
      });
      return beginning;
    },
    volume: (volume) => engine?.setVolume(volume),
    mute: (muted) => engine?.setMuted(muted),
    touches: (touches) => engine?.touches(touches),
    wake: () => {
      if (engine !== undefined && engine.context.state !== 'running') engine.context.resume();
    },
    watch: () => {
      if (engine === undefined) return;
      const now = milliseconds() / 1000;
      if (engine.clock.stuck(milliseconds())) {
        // A device was pulled out, or its driver hangs: the walk goes on, and sound may be asked for again.
        timeline.setClock(pageClock);
        engine.dispose();
        engine = undefined;
        beginning = undefined;
        lost('The sound device has stopped: it goes on silently, and M begins the sound again');
        return;
      }
      const gone = stopped(now, engine);
      if (gone === heard) {
        heard = !gone;
        timeline.setClock(heard ? engine.clock : pageClock);
      }
    },
    ahead: () => {
      if (engine === undefined) return 0;
      const latency = engine.context.currentTime - engine.clock.now();
      return Math.min(MOST_AHEAD, Math.max(0, latency) + HANDOVER);
    },
  };
}
