import type { Quality } from './tiers.ts';
import { isWhole, type View, widened } from './view.ts';

/** How large what is drawn must be for a canvas, and how the canvas lies in it. */
export interface Plan {
  readonly width: number;
  readonly height: number;
  /** What part of the whole picture is drawn: the canvas's, and a margin around it where it is a crop. */
  readonly view: View;
  /** Aspect of the whole picture. */
  readonly aspect: number;
  /** The canvas's part of what is drawn: x, y (up), width, height in fractions. */
  readonly part: readonly [number, number, number, number];
  /** Pixels of the whole output picture, and the lower left of this canvas in it. */
  readonly whole: readonly [number, number, number, number];
}

/** Light from beside a crop shines and blurs into it from this far, as a share of the whole picture. */
const margin = 0.04;

/** A margin is so many whole pixels: what is drawn small and shines back falls on the same places in every crop. */
const step = 32;

/**
 * @param width pixels of the canvas
 * @param rows factor of the tier's rows; never more than the tier's scale gives
 */
export function plan(quality: Quality, width: number, height: number, view: View, rows = 1): Plan {
  const wholeWidth = width / view.width;
  const wholeHeight = height / view.height;
  // As many pixels as a 16:9 picture of the most rows has, whatever the aspect.
  const most = quality.mostHeight * Math.sqrt(16 / 9 / (width * height));
  const scale = Math.min(1, rows) * Math.min(quality.scale, Math.max(1, rows) * most);
  const aside = (whole: number) => (Math.ceil((margin * whole * scale) / step) * step) / (whole * scale);
  const drawn = isWhole(view) ? view : widened(view, aside(wholeWidth), aside(wholeHeight));
  const pixels = (share: number, canvas: number) => Math.max(8, Math.round(share * canvas * scale));
  return {
    width: pixels(drawn.width / view.width, width),
    height: pixels(drawn.height / view.height, height),
    view: drawn,
    aspect: wholeWidth / wholeHeight,
    part: [
      (view.x - drawn.x) / drawn.width,
      (drawn.y + drawn.height - view.y - view.height) / drawn.height,
      view.width / drawn.width,
      view.height / drawn.height,
    ],
    whole: [wholeWidth, wholeHeight, view.x * wholeWidth, (1 - view.y - view.height) * wholeHeight],
  };
}
