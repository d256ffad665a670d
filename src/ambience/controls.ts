import type { MovementSpan } from '../score/types.ts';
import type { Seconds, Unit } from '../units.ts';
import type { PageElements } from './elements.ts';
import { minutes, titleOf } from './journey.ts';
import { type Command, commandOf } from './keys.ts';

/** What the controls show. */
export interface Shown {
  readonly spans: readonly MovementSpan[];
  readonly span: MovementSpan;
  /** Where a night begins, how long it is and where we are in it. */
  readonly night: Seconds;
  readonly length: Seconds;
  readonly local: Seconds;
  readonly playing: boolean;
  readonly lingering: boolean;
  /** No sound is heard: muted, or not begun. */
  readonly silent: boolean;
  readonly volume: Unit;
  readonly fullscreen: boolean;
}

export interface Asked {
  command(command: Command): void;
  /** Seconds since the night's start. */
  seek(local: Seconds): void;
  volume(volume: Unit): void;
}

export interface Controls {
  show(shown: Shown): void;
}

/** While the strip is drawn along, the piece follows this often. */
const FOLLOWS = 250;

const focusedKind = (): 'button' | 'slider' | 'nothing' => {
  if (document.activeElement instanceof HTMLInputElement) return 'slider';
  return document.activeElement instanceof HTMLButtonElement ? 'button' : 'nothing';
};

function setPressed(button: HTMLButtonElement, pressed: boolean, on: string, off: string): void {
  const label = pressed ? on : off;
  button.toggleAttribute('data-on', pressed);
  if (button.getAttribute('aria-label') !== label) button.setAttribute('aria-label', label);
}

/** Shows a toggle's state by name where the name changes, by `aria-pressed` where it stays. */
function toggle(button: HTMLButtonElement, pressed: boolean): void {
  button.toggleAttribute('data-on', pressed);
  button.setAttribute('aria-pressed', String(pressed));
}

function strip(page: PageElements, asked: Asked): { busy(): boolean } {
  let busy = false;
  let followed = Number.NEGATIVE_INFINITY;
  let last = Number.NaN;
  const go = (): void => {
    const local = page.seek.valueAsNumber;
    if (local === last && busy) return;
    last = local;
    asked.seek(local);
  };
  page.seek.addEventListener('input', (event) => {
    busy = true;
    if (event.timeStamp - followed < FOLLOWS) return;
    followed = event.timeStamp;
    go();
  });
  page.seek.addEventListener('change', () => {
    go();
    busy = false;
  });
  return { busy: () => busy };
}

function showMarks(marks: HTMLElement, spans: readonly MovementSpan[], night: Seconds, length: Seconds): void {
  const ticks = spans.slice(1).map(({ from }) => {
    const tick = document.createElement('i');
    tick.style.left = `${(100 * (from - night)) / length}%`;
    return tick;
  });
  marks.replaceChildren(...ticks);
}

/** Binds buttons, sliders and keys to what they ask for. */
export function bindControls(page: PageElements, asked: Asked, begun: () => boolean): Controls {
  const bound: readonly (readonly [HTMLButtonElement, Command])[] = [
    [page.previous, 'previous'],
    [page.pause, 'pause'],
    [page.next, 'next'],
    [page.linger, 'linger'],
    [page.mute, 'mute'],
    [page.link, 'link'],
    [page.fullscreen, 'fullscreen'],
    [page.help, 'help'],
  ];
  for (const [button, command] of bound) {
    button.addEventListener('click', (event) => {
      // A finger has done with a button; Space should pause again, not press it once more.
      if (event.detail > 0) button.blur();
      asked.command(command);
    });
  }
  const seeking = strip(page, asked);
  page.volume.addEventListener('input', () => asked.volume(page.volume.valueAsNumber));
  for (const slider of [page.seek, page.volume]) slider.addEventListener('pointerup', () => slider.blur());
  window.addEventListener('keydown', (event) => {
    if (!begun() || page.guide.open || event.defaultPrevented) return;
    const command = commandOf(event, focusedKind());
    const steps = command === 'louder' || command === 'softer' || command === 'back' || command === 'forward';
    if (command === undefined || (event.repeat && !steps)) return;
    event.preventDefault();
    asked.command(command);
  });

  let marked: Seconds | undefined;
  return {
    show: (shown) => {
      const { spans, span, night, length, local } = shown;
      if (marked !== night) showMarks(page.marks, spans, night, length);
      marked = night;
      page.where.textContent = titleOf(span);
      page.when.textContent = `${minutes(local)} / ${minutes(length)}`;
      if (!seeking.busy()) {
        page.seek.max = String(length);
        page.seek.value = String(local);
      }
      page.seek.setAttribute('aria-valuetext', `${titleOf(span)}, ${minutes(local)} of ${minutes(length)}`);
      page.volume.value = String(shown.volume);
      page.volume.setAttribute('aria-valuetext', `${Math.round(shown.volume * 100)} per cent`);
      setPressed(page.pause, !shown.playing, 'Play', 'Pause');
      toggle(page.linger, shown.lingering);
      toggle(page.mute, shown.silent);
      toggle(page.fullscreen, shown.fullscreen);
    },
  };
}
