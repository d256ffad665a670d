// Light as it is -> light as a screen shows it, with bloom, contrast, grain and dither.
#include <hash>
uniform sampler2D uFrom;
uniform sampler2D uBloom;
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
out vec4 finalColor;

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

void main() {
  vec2 at = uPart.xy + vAt * uPart.zw;
  vec3 light = textureLod(uFrom, at, 0.0).rgb;
  vec3 bloom = textureLod(uBloom, at, 0.0).rgb;
  vec3 c = mix(light, bloom, clamp(0.075 * uBloomGain, 0.0, 0.6)) + bloom * 0.05 * uBloomGain;
  vec2 pixel = uWhole.zw + gl_FragCoord.xy;
  vec2 fromMiddle = pixel / uWhole.xy - 0.5;
  c *= uExposure * (1.0 - 0.34 * dot(fromMiddle, fromMiddle));
  vec3 shown = coded(tone(c));
  // Triangular noise, one step of 8 bits wide: no bands in the dark. Fixed to the whole picture's pixels.
#ifdef LEAN
  // One short hash (Wellons' lowbias32) for all three channels.
  uvec2 place = uvec2(pixel);
  uint word = place.x * 1597334677u ^ place.y * 3812015801u;
  word = (word ^ (word >> 16u)) * 2146121005u;
  word = (word ^ (word >> 15u)) * 2221713035u;
  word ^= word >> 16u;
  shown += (float((word & 65535u) + (word >> 16u)) / 65536.0 - 1.0) / 255.0;
#else
  ivec3 place = ivec3(floor(pixel), 11);
  vec3 one = hash3(place);
  vec3 two = hash3(place + ivec3(0, 0, 7));
  shown += (one + two - 1.0) / 255.0;
  vec3 grain = hash3(ivec3(floor(pixel), 64 + int(uGrainTurn)));
  shown += (grain.x + grain.y - 1.0) * 0.009 * uGrain * (0.35 + shown);
#endif
  finalColor = vec4(clamp(shown, 0.0, 1.0), 1.0);
}
