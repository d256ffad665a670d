/** Units as type aliases: a name for the reader; all are float64 numbers. */
export type Seconds = number;
export type Milliseconds = number;
export type Beats = number;
export type Hertz = number;
export type Decibels = number;
export type Metres = number;
export type Radians = number;
/** 0..1, both ends included. */
export type Unit = number;
/** [x, y, z] in metres: x east, y up, z south; right-handed. */
export type Vec3 = readonly [x: Metres, y: Metres, z: Metres];
/** Linear (not gamma-coded) RGB, sRGB primaries, 1 = diffuse white; may exceed 1. */
export type Colour = readonly [r: number, g: number, b: number];
