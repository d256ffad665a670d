// Baked ground. uNear and uFar: height in two halves (r + g), its slope along x and z. uCover: moss, 0..1.
uniform sampler2D uNear;
uniform sampler2D uFar;
uniform sampler2D uCover;
// Cushions, tiling: height, slope along x and z per metre of tile, and each cushion's own number.
uniform sampler2D uCushions;

struct Land {
  float height;
  vec2 slope;
  float cover;
};

#ifndef LEAN
// How thick cushions stand, 0..1, after mossAt.
float mossCrowd = 1.0;
// How thick at least: by the water, which feeds them, they stand everywhere.
float mossLeast = 0.0;
float leastAt(float height) {
  return 0.8 - 0.8 * smoothstep(0.5, 2.2, height);
}

// They stand in drifts, and between drifts are places of rest: -2.7 to 2.7.
float driftAt(vec2 p) {
  vec2 q = p + 1.7 * vec2(sin(p.y * 0.47 + 1.3), sin(p.x * 0.53));
  return sin(q.x * 0.46 + 0.8 * sin(q.y * 0.29)) + sin(q.y * 0.4 - 0.7 * sin(q.x * 0.33) + 0.4) + 0.7 * sin(q.x * 1.2 + q.y * 0.9);
}
#endif

Land landAt(vec2 p) {
  vec2 inside = abs(p) / uExtent.x;
  float out1 = smoothstep(0.94, 0.995, max(inside.x, inside.y));
  vec4 near = textureLod(uNear, p / (2.0 * uExtent.x) + 0.5, 0.0);
  Land land;
  land.height = near.r + near.g;
  land.slope = near.ba;
  land.cover = textureLod(uCover, p / (2.0 * uExtent.x) + 0.5, 0.0).r;
  // Banks lie in bays and capes, and moss goes down them to the very edge: there height tells how far the water is.
  float bays = sin(p.x * 2.3 + 1.7 * sin(p.y * 1.9)) + sin(p.y * 3.1 + 1.3 * sin(p.x * 2.7)) + 0.5 * sin(p.x * 6.1 - p.y * 5.3);
  land.height += 0.03 * bays * (1.0 - smoothstep(0.06, 0.3, abs(land.height)));
  land.cover = max(land.cover, smoothstep(-0.03, 0.10, land.height) * (1.0 - smoothstep(0.2, 0.4, land.height)));
  if (out1 > 0.0) {
    vec4 far = textureLod(uFar, p / (2.0 * uExtent.y) + 0.5, 0.0);
    land.height = mix(land.height, far.r + far.g, out1);
    land.slope = mix(land.slope, far.ba, out1);
    land.cover = mix(land.cover, 1.0, out1);
  }
#ifndef LEAN
  mossLeast = leastAt(land.height);
#endif
  return land;
}

const float TILE_SMALL = 3.9;
const float TILE_LARGE = 19.3;
const mat2 TURN = mat2(0.8253, 0.5646, -0.5646, 0.8253);

// Moss on top of the ground: x height, yz slope, w a number that changes from cushion to cushion.
// How far above their creases the small cushions are, 0..1, after mossAt.
float mossCrease = 1.0;
#ifdef BARE
vec4 mossAt(vec2 p, float detail) {
  // A tile of 256 texels above its smaller levels, see bake/atlas.ts.
  float share = exp2(-floor(clamp(detail - 2.3, 0.0, 6.0)));
  float inset = 0.5 / (256.0 * share);
  vec2 at = mix(vec2(inset), vec2(1.0 - inset), fract(TURN * p / TILE_LARGE)) * share;
  vec4 large = textureLod(uCushions, vec2(at.x, at.y * 0.5 + 1.0 - share), 0.0);
  vec2 slope = (large.yz * TURN) * 0.5;
  return vec4(large.x * TILE_LARGE * 0.5, slope, large.w);
}
#elif defined(LEAN)
vec4 mossAt(vec2 p, float detail) {
  vec4 large = textureLod(uCushions, TURN * p / TILE_LARGE, floor(max(detail - 2.3, 0.0)));
  vec2 slope = (large.yz * TURN) * 0.55;
  return vec4(large.x * TILE_LARGE * 0.55, slope, large.w);
}
#else
vec4 mossAt(vec2 p, float detail) {
  mossCrowd = max(smoothstep(-0.7, 1.3, driftAt(p)), mossLeast);
  // Pillows are smooth, and the small ones of the same tile stand between them rather than on their backs.
  vec4 large = textureLod(uCushions, TURN * p / TILE_LARGE, max(detail - 2.3, 2.6));
  vec4 small = textureLod(uCushions, p / TILE_SMALL + large.yz * 0.02, detail);
  // Heights in the tile are shares of its side.
  float great = 0.22 + 0.28 * mossCrowd;
  float highLarge = large.x * TILE_LARGE * great;
  float less = (0.85 - 0.5 * smoothstep(0.06, 0.3, highLarge)) * (0.58 + 0.67 * mossCrowd);
  float highSmall = small.x * TILE_SMALL * less;
  mossCrease = mix(smoothstep(0.004, 0.075, highSmall / less), 1.0, clamp(0.3 * detail - 0.6, 0.0, 1.0));
  mossCrease = mix(mossCrease, 1.0, clamp(0.8 - less, 0.0, 1.0));
  vec2 slope = (large.yz * TURN) * great + small.yz * less;
  return vec4(highLarge + highSmall, slope, fract(large.w * 0.63 + small.w * 0.37));
}
#endif
