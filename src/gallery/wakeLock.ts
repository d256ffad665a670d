export interface WakeLock {
  /** Keeps the screen from sleeping, or lets it sleep again. */
  keep(awake: boolean): void;
}

/** Keeps the screen awake where the browser can (a secure context); it is asked for again when the page comes back. */
export function createWakeLock(): WakeLock {
  let wanted = false;
  let asking = false;
  let lock: WakeLockSentinel | undefined;

  const settle = async (): Promise<void> => {
    if (asking || !('wakeLock' in navigator)) return;
    asking = true;
    try {
      if (wanted && document.visibilityState === 'visible' && (lock === undefined || lock.released)) {
        lock = await navigator.wakeLock.request('screen');
      }
      if (!wanted && lock !== undefined) {
        await lock.release();
        lock = undefined;
      }
    } catch {
      // Refused, by policy or a low battery: the screen sleeps when it likes.
    } finally {
      asking = false;
    }
  };
  document.addEventListener('visibilitychange', settle);
  return {
    keep: (awake) => {
      if (wanted === awake) return;
      wanted = awake;
      settle();
    },
  };
}
