/** Seconds from the beginning of a `star` event: it is cold at once, warms, and only then its bell sounds. */
export const starTimes = {
  coldest: 0.8,
  warms: 1.3,
  bell: 3,
  length: 10,
} as const;
