// Light as it is -> light as a screen shows it, with bloom, contrast, grain and dither.
#include <hash>
uniform sampler2D uFrom;
uniform sampler2D uBloom;
#ifdef BARE
in vec2 vAt;
flat in vec4 vGrade;
flat in vec4 vWhole;
#else
// This output's part of the drawn target: offset and size, y up.
uniform vec4 uPart;
// Pixels of the whole output picture, and the lower left of this output in it.
uniform vec4 uWhole;
uniform float uExposure;
uniform float uContrast;
uniform float uSaturation;
uniform float uBloomGain;
uniform float uGrain;
uniform float uGrainTurn;
in vec2 vAt;
#ifndef LEAN
#include <brush>
#endif
#endif
out vec4 finalColor;

#ifdef BARE
// The same in sums: primaries narrower and back by what all three share, the power of contrast by a number's own exponent,
// the screen's code as a fraction that leaves it by less than 0.6 of a step.
vec3 shownBare(vec3 c) {
  c = c * 0.8425 + dot(c, vec3(0.0525));
  c *= (1.0 + c * 0.0123457) / (1.0 + c * 0.8);
  c = max(c * 1.18694 - dot(c, vec3(0.062315)), 0.0);
  float luma = dot(c, vec3(0.2126, 0.7152, 0.0722));
  float turned = exp2(vGrade.z * (float(floatBitsToInt(max(luma, 1e-6))) * 1.1920929e-7 - 121.9));
  c *= 1.0 + (turned - 1.0) * (1.0 - smoothstep(0.2, 1.0, luma));
  c = max(luma + (c - luma) * vGrade.w, 0.0);
  return c * (15.039 + c * (179.98 + c * 57.8)) / (1.0 + c * (68.5226 + c * 183.492));
}
#else
// Rec. 709 to a slightly narrower set of primaries and back, as AgX does: bright saturated light goes softly towards white
// and keeps its hue. The curve has slope 1 at black: nothing in the dark is crushed.
const mat3 NARROW = mat3(0.896, 0.058, 0.046, 0.058, 0.891, 0.051, 0.046, 0.058, 0.896);

const mat3 WIDE = mat3(1.12334, -0.06963, -0.05371, -0.07008, 1.13085, -0.06077, -0.05313, -0.06963, 1.12276);

vec3 shoulder(vec3 x) {
  const float white = 9.0;
  return x * (1.0 + x / (white * white)) / (1.0 + x * 0.8);
}

vec3 tone(vec3 c) {
  c = max(NARROW * c, 0.0);
  c = shoulder(c);
  c = max(WIDE * c, 0.0);
  float luma = dot(c, vec3(0.2126, 0.7152, 0.0722));
  // Contrast pivots in the dark, where this picture lives.
  float turned = 0.03 * pow(max(luma, 1e-6) / 0.03, uContrast);
  c *= mix(1.0, turned / max(luma, 1e-6), 1.0 - smoothstep(0.2, 1.0, luma));
  return max(mix(vec3(luma), c, uSaturation), 0.0);
}

vec3 coded(vec3 c) {
  return mix(12.92 * c, 1.055 * pow(max(c, 1e-7), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
}
#endif

// Triangular noise of -1 to 1 that spreads as evenly as points on a plane can (Roberts 2018, the R2 sequence): neighbours
// differ, so that a slow slope shows no run of one code.
#ifdef LEAN
#define WORD uint
#define SHARE float
#else
#define WORD uvec3
#define SHARE vec3
#endif
SHARE dither(uvec2 place, WORD turn) {
  WORD word = place.x * 3242174889u + place.y * 2447445414u + turn;
  SHARE v = SHARE(word >> 8u) / 8388608.0 - 1.0;
  return sign(v) * (1.0 - sqrt(1.0 - abs(v)));
}

void main() {
#ifdef BARE
  vec2 pixel = gl_FragCoord.xy + vWhole.xy;
  vec2 fromMiddle = pixel * vWhole.zw - 0.5;
  vec3 c = textureLod(uFrom, vAt, 0.0).rgb * vGrade.x + textureLod(uBloom, vAt, 0.0).rgb * vGrade.y;
  vec3 shown = shownBare(c * (1.0 - 0.34 * dot(fromMiddle, fromMiddle)));
#else
  vec2 at = uPart.xy + vAt * uPart.zw;
#ifdef LEAN
  vec3 light = textureLod(uFrom, at, 0.0).rgb;
#else
  vec3 light = brushed(at);
#endif
  vec3 bloom = textureLod(uBloom, at, 0.0).rgb;
  vec3 c = mix(light, bloom, clamp(0.075 * uBloomGain, 0.0, 0.6)) + bloom * 0.05 * uBloomGain;
  vec2 pixel = uWhole.zw + gl_FragCoord.xy;
  vec2 fromMiddle = pixel / uWhole.xy - 0.5;
  c *= uExposure * (1.0 - 0.34 * dot(fromMiddle, fromMiddle));
  vec3 shown = coded(tone(c));
#endif
  // No bands in the dark. Fixed to the whole picture's pixels.
#ifdef LEAN
  shown += dither(uvec2(pixel), 0u) / 255.0;
#else
  // Two steps wide: grain lies over it, and must not put together again what it has scattered.
  shown += 2.0 * dither(uvec2(pixel), uvec3(0u, 1431655765u, 2863311530u)) / 255.0;
  vec3 grain = hash3(ivec3(floor(pixel), 64 + int(uGrainTurn)));
  shown += (grain.x + grain.y - 1.0) * 0.009 * uGrain * (0.25 + shown);
#endif
  finalColor = vec4(clamp(shown, 0.0, 1.0), 1.0);
}
