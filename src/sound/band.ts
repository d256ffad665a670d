import type { Hertz } from '../units.ts';
import { sampleRate } from './frames.ts';

/** A band of noise: constant gain at its peak (Bristow-Johnson's cookbook), direct form I. */
export class Band {
  private b = 0;
  private a1 = 0;
  private a2 = 0;
  private x1 = 0;
  private x2 = 0;
  private y1 = 0;
  private y2 = 0;

  tune(hz: Hertz, width: Hertz): void {
    const angle = (2 * Math.PI * hz) / sampleRate;
    const alpha = (Math.sin(angle) * width) / (2 * hz);
    this.b = alpha / (1 + alpha);
    this.a1 = (-2 * Math.cos(angle)) / (1 + alpha);
    this.a2 = (1 - alpha) / (1 + alpha);
  }

  next(x: number): number {
    const y = this.b * (x - this.x2) - this.a1 * this.y1 - this.a2 * this.y2;
    this.x2 = this.x1;
    this.x1 = x;
    this.y2 = this.y1;
    this.y1 = y;
    return y;
  }
}
