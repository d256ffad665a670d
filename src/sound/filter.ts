import type { Site } from './layer.ts';
import { BiquadFilter } from './tone.ts';

/**
 * A filter whose cutoff may move all the time: it is set once a block (2.7 ms), since setting it for every sample costs many
 * times the filtering itself.
 */
export function movingFilter(site: Site, type: BiquadFilterType, Q: number): BiquadFilter {
  const filter = site.own(new BiquadFilter({ context: site.context, type, frequency: 300, Q }));
  filter.output.frequency.automationRate = 'k-rate';
  return filter;
}
