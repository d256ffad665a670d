import type { Tier } from '../light/tiers.ts';

/** The most pixels a picture has, by tier: 4K, a little over 1080p ... and what a processor can draw without a GPU. */
const MOST: Readonly<Record<Tier, number>> = {
  cinema: 3840 * 2160,
  gallery: 2_400_000,
  home: 1920 * 1080,
  light: 1280 * 720,
  none: 640 * 360,
};

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Pixels to draw for a canvas of this many CSS pixels: the screen's own, and never more than the tier allows.
 */
export function pictureSize(tier: Tier, css: Size, devicePixelRatio: number): Size {
  const ratio = Number.isFinite(devicePixelRatio) && devicePixelRatio > 0 ? devicePixelRatio : 1;
  const width = Math.max(2, css.width * ratio);
  const height = Math.max(2, css.height * ratio);
  const scale = Math.min(1, Math.sqrt(MOST[tier] / (width * height)));
  return { width: Math.max(2, Math.round(width * scale)), height: Math.max(2, Math.round(height * scale)) };
}
