import type { FrameAnchor } from '../frames.ts';

function isAnchor(value: unknown): value is FrameAnchor {
  return typeof value === 'object' && value !== null && 'frame' in value && 'from' in value;
}

/** Reads the anchor out of a processor's options; without one the piece begins with the context. */
export function anchorIn(options: unknown): FrameAnchor {
  return isAnchor(options) ? options : { frame: 0, from: 0 };
}

/** Follows the anchors that a node is sent; each takes effect with the first block at or after its `from`. */
export class PieceFrames {
  private anchor: FrameAnchor;
  private coming: FrameAnchor | undefined;

  constructor(port: MessagePort, first: FrameAnchor) {
    this.anchor = first;
    port.onmessage = (message: MessageEvent<unknown>) => {
      if (isAnchor(message.data)) this.coming = message.data;
    };
  }

  /** The piece's frame at the beginning of the block that begins at context frame `now`. */
  at(now: number): number {
    if (this.coming !== undefined && now >= this.coming.from) {
      this.anchor = this.coming;
      this.coming = undefined;
    }
    return this.anchor.frame + now - this.anchor.from;
  }
}
