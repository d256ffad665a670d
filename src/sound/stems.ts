export const stemIds = [
  'wind',
  'whispers',
  'bed',
  'steps',
  'bark',
  'heart',
  'seed',
  'memory',
  'stream',
  'stars',
  'beings',
  'lake',
  'festival',
  'laughter',
] as const;
export type StemId = (typeof stemIds)[number];
