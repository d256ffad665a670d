// The water's surface, y = 0: slopes of everything that moves it. In a vertex shader define RIPPLE first.
uniform sampler2D uRipples;
uniform sampler2D uShore;
// West, north, one over width and depth of the shore's map.
uniform vec4 uShoreBox;
const int DIPS = 8;
uniform int uDips;
// x, z, age, strength.
uniform vec4 uDip[DIPS];
// Where the gust's patch is now, its radius, its strength.
uniform vec4 uPaw;

#ifndef RIPPLE
#define RIPPLE(uv) texture(uRipples, uv)
#endif

// Metres to the stream's edge and to the lake's, negative on the water.
vec2 shoreAt(vec2 p) {
  return textureLod(uShore, (p - uShoreBox.xy) * uShoreBox.zw, 0.0).xy;
}

// How much of what stands over it water gives back, by how steeply it is looked at (0 from above .. 1 level): Schlick (1994),
// fuller than it is.
float mirrorOf(float rest) {
  return 0.04 + 0.96 * pow(rest, 3.1);
}

// Rings of what fell in: xy slope, z how much of a crest stands here, 0..1. On deep water long waves run ahead and short
// ones lag (Lamb, Hydrodynamics, on the waves of a local impulse): few crests, closer and lower inwards.
vec3 ringSlope(vec2 p) {
  vec3 sum = vec3(0.0);
  if (uDips == 0) return sum;
  // What already moves here breaks a crest and bends it.
  vec4 ragged = RIPPLE(p / 2.7 + 0.31);
  float broken = clamp(0.85 + 0.4 * ragged.z + 0.2 * ragged.y, 0.12, 1.5);
  for (int i = 0; i < uDips; i++) {
    vec4 dip = uDip[i];
    vec2 way = p - dip.xy;
    float r = length(way);
    float first = 0.16 + 0.085 * dip.z;
    float x = (0.075 + 0.70 * dip.z - r) / first;
    if (x < -0.7 || x > 2.8 || r > 14.0) continue;
    way /= max(r, 0.02);
    float left = 1.0 - x / 2.8;
    // Nothing falls in quite upright: one side is thrown harder.
    float side = 0.8 + 0.45 * dot(way, fract(dip.xy * 7.3) - 0.5) + 0.25 * way.x * way.y;
    float soon = 1.0 / (1.0 + dip.z);
    float amount = dip.w * smoothstep(-0.7, 0.5, x) * left * left * mix(1.0, broken * side, min(dip.z * 1.5, 1.0))
      * min(0.7 + dip.z, 1.0) * (0.52 + 0.38 * soon * soon) / ((1.0 + dip.z * (0.3 + 0.03 * dip.z)) * (1.0 + 0.3 * r));
    float turn = TAU * x * (1.0 + 0.22 * x) + ragged.x * min(0.35 * dip.z, 0.6);
    sum.xy += way * cos(turn) * amount;
    sum.z += max(sin(turn), 0.0) * amount;
  }
  return sum;
}

// 0 still .. 1 where the gust's patch ruffles.
float pawAt(vec2 p) {
  float r = distance(p, uPaw.xy) / max(uPaw.z, 0.1);
  float ragged = RIPPLE(p / 9.0).z * 0.16;
  return uPaw.w * (1.0 - smoothstep(0.35, 1.0, r + ragged));
}

// A lake at rest: a long slow swell, and patches where air touches it. x along, without rings.
vec2 lakeSlope(vec2 p) {
  float turn = TAU * uLoop.y;
  vec2 slope = vec2(0.0);
  slope += vec2(0.94, 0.34) * 0.0016 * sin(dot(p, vec2(0.94, 0.34)) * 0.83 - turn * 29.0);
  slope += vec2(-0.45, 0.89) * 0.0013 * sin(dot(p, vec2(-0.45, 0.89)) * 1.31 - turn * 37.0 + 1.3);
  slope += vec2(0.62, -0.78) * 0.0010 * sin(dot(p, vec2(0.62, -0.78)) * 2.17 - turn * 47.0 + 4.1);
  vec2 drift = vec2(uLoop.y);
  vec4 broad = RIPPLE(p / 6.3 + drift * vec2(2.0, 1.0));
  float patches = smoothstep(-0.8, 2.2, RIPPLE(p / 37.0 + uLoop.w * vec2(3.0, 2.0)).z + 0.6 * uWind);
  slope += broad.zw * (0.0016 + 0.004 * uWind + 0.003 * uFestival) * (0.4 + patches);
  vec4 fine = RIPPLE(p.yx / 1.9 + drift * vec2(-5.0, 4.0));
  slope += fine.xy * (0.0008 + 0.011 * uWind * uWind + 0.004 * uGust) * patches;
  if (uPaw.w > 0.0) {
    float paw = pawAt(p);
    vec4 quick = RIPPLE(p / 0.83 + drift * vec2(31.0, 17.0));
    slope += (quick.xy * 0.050 + quick.wz * 0.03 + broad.xy * 0.016) * paw;
  }
  return slope;
}

// A stream: `along` metres downstream and metres aside, `way` its direction, `wild` 0 in a pool .. 1 in a riffle.
// Whole tiles a period.
vec2 streamSlope(vec2 p, vec2 along, vec2 way, float wild) {
  vec2 across = vec2(-way.y, way.x);
  vec2 bent = along + RIPPLE(along / 13.0).zw * 0.35;
  // The current runs in threads: smooth ones slide between quick ones that break into wavelets.
  float thread = RIPPLE(bent / vec2(31.0, 6.1) - vec2(uLoop.y * 2.0, 0.0)).z + 0.5 * RIPPLE(bent / vec2(9.7, 3.1) - vec2(uLoop.x, 0.0)).w;
  float swift = (0.016 + 0.040 * wild) * (0.3 + smoothstep(-0.9, 1.9, thread) * 1.5);
  vec4 long1 = RIPPLE(bent / vec2(4.1, 9.7) - vec2(uLoop.x * 2.0, 0.0));
  vec4 slow = RIPPLE(bent / vec2(1.7, 4.7) - vec2(uLoop.x * 5.0, 0.0));
  vec4 fast = RIPPLE(along.yx / vec2(1.09, 0.61) - vec2(0.0, uLoop.x * 11.0) + 0.37);
  vec2 local = long1.zw * vec2(0.8, 0.4) + slow.zw * vec2(1.0, 0.5) + slow.xy * vec2(0.5, 0.3) + fast.yx * 0.55;
  vec4 standing = RIPPLE(p / 1.13 + uLoop.y * vec2(3.0, -2.0));
  return (way * local.x + across * local.y) * swift + standing.zw * (0.0025 + 0.03 * wild * wild);
}
