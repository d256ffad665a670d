import type { Unit } from '../units.ts';

/** Tells where on the picture a finger, a pen or the mouse's first button lies and is drawn along. */
export function watchPointer(canvas: HTMLElement, touched: (u: Unit, v: Unit) => void): void {
  const tell = (event: PointerEvent): void => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const u = (event.clientX - left) / Math.max(1, width);
    const v = (event.clientY - top) / Math.max(1, height);
    if (u >= 0 && u <= 1 && v >= 0 && v <= 1) touched(u, v);
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button === 0) tell(event);
  });
  canvas.addEventListener('pointermove', (event) => {
    if ((event.buttons & 1) === 1) tell(event);
  });
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
}
