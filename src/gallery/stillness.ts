/** How long a visitor is still before cursor and controls go. */
const STILL_AFTER = 2500;

export interface Stillness {
  /** Counts as activity, whatever it was. */
  stir(): void;
}

/**
 * Watches for pointer and keyboard, and says when they come and when they have rested.
 * @param held asked when it would turn still: true keeps it awake, as while a dialog is open
 */
export function watchStillness(changed: (still: boolean) => void, held: () => boolean): Stillness {
  let still = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => {
    if (held()) {
      timer = setTimeout(rest, STILL_AFTER);
      return;
    }
    still = true;
    changed(true);
  };
  const stir = (): void => {
    clearTimeout(timer);
    timer = setTimeout(rest, STILL_AFTER);
    if (!still) return;
    still = false;
    changed(false);
  };
  // A browser sends a move without moving when what lies under the pointer changes.
  window.addEventListener('pointermove', (event) => {
    if (event.movementX !== 0 || event.movementY !== 0) stir();
  });
  for (const kind of ['pointerdown', 'keydown', 'focusin'] as const) window.addEventListener(kind, stir);
  return { stir };
}
