import type { Preset } from '../preset/schema.ts';
import type { Seconds, Unit } from '../units.ts';
import { unit } from '../world/hash.ts';
import { clamp01, eases, mix } from './ease.ts';

/** Value noise over time: hashed values at whole positions, eased between them. Exact in float64 for any number of years. */
function drift(seed: number, channel: number, position: number): Unit {
  const whole = Math.floor(position);
  const at = (n: number) => unit(seed, channel, n % 4294967296, Math.floor(n / 4294967296));
  return mix(at(whole), at(whole + 1), eases.smoother(position - whole));
}

export interface Weather {
  /** Before a movement says how much of it reaches the walker. */
  readonly wind: Unit;
  readonly gust: Unit;
  readonly cloud: Unit;
}

/** The weather over the plain: it turns over `weatherPeriod` and knows nothing of nights. */
export function weatherAt(seed: number, preset: Preset, t: Seconds): Weather {
  const { wind, gustiness, cloud, weatherPeriod } = preset.weather;
  const slow = drift(seed, 9101, t / weatherPeriod);
  const gusts = drift(seed, 9102, t / 17) * 0.6 + drift(seed, 9103, t / 7.1) * 0.4;
  const gust = clamp01(gustiness * wind * clamp01(gusts * 1.7 - 0.65) * (0.4 + 0.6 * slow));
  return {
    wind: clamp01(wind * (0.3 + 0.4 * slow + 0.3 * drift(seed, 9104, t / 41)) + 0.25 * gust),
    gust,
    cloud: clamp01(cloud * (0.15 + 0.55 * drift(seed, 9105, t / (1.6 * weatherPeriod)))),
  };
}
