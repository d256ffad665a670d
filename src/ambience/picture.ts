import type { Stage } from '../light/stage.ts';
import type { Frame, Piece } from '../score/types.ts';
import type { Seconds } from '../units.ts';
import { createGovernor, ladderOf } from './governor.ts';
import { pictureSize } from './size.ts';
import { rendererName, tierOf } from './tier.ts';

/** The piece's picture in the page's canvas, at the size that screen and machine ask for. */
export interface Picture {
  readonly canvas: HTMLCanvasElement;
  /** Width over height of what is seen. */
  readonly aspect: number;
  /** @param interval since the frame before, where one followed the other */
  draw(frame: Frame, interval?: Seconds): void;
  /**
   * Makes ready what later movements draw, from a moment on, then draws `frame`.
   * @param pace is waited for before each piece of it
   */
  warm(from: Seconds, pace: () => Promise<void>, frame: () => Frame): Promise<void>;
}

// Asked for at once, so that it travels while the world is laid out; a failure is told where it is waited for.
const light = import('../light/stage.ts');
light.catch(() => {});

/**
 * Waits for light, and begins to follow the canvas's size.
 * @param first what will be drawn first
 * @param notice is told of an address's flag that cannot be read
 * @throws where the browser cannot draw it.
 */
export async function hangPicture(
  canvas: HTMLCanvasElement,
  piece: Piece,
  first: () => Frame,
  notice: (line: string) => void,
): Promise<Picture> {
  const {
    tier,
    governed,
    notice: line,
  } = tierOf(rendererName(), location.search, matchMedia('(pointer: coarse)').matches);
  if (line !== undefined) notice(line);
  const { createStage } = await light;
  const css = () => ({ width: canvas.clientWidth, height: canvas.clientHeight });
  const governor = createGovernor(ladderOf(tier));
  let { level } = governor;
  let warmed = false;
  const wanted = () => pictureSize(tier, css(), window.devicePixelRatio);
  let size = wanted();
  const stage: Stage = await createStage(piece, { canvas, tier, first, ...size });

  // A drag of the window's edge resizes many times a frame: the next draw takes the last one.
  let changed = true;
  const remember = (): void => {
    changed = true;
  };
  new ResizeObserver(remember).observe(canvas);
  window.addEventListener('resize', remember);
  const follow = (): void => {
    if (!changed) return;
    changed = false;
    const next = wanted();
    if (next.width === size.width && next.height === size.height) return;
    size = next;
    stage.resize(size.width, size.height);
  };
  const draw = (frame: Frame, interval: Seconds = 0): void => {
    // What warms behind the start screen tells nothing of how fast the piece can be drawn.
    const next = governed && warmed ? governor.note(interval) : level;
    if (next !== level) stage.govern(next.rows, next.counts);
    level = next;
    follow();
    if (!stage.lost) stage.draw(frame);
  };
  return {
    canvas,
    get aspect() {
      const { width, height } = css();
      return width / Math.max(1, height);
    },
    draw,
    warm: async (from, pace, frame) => {
      await stage.warm(from, pace);
      warmed = true;
      draw(frame());
    },
  };
}
