#include <land>
#include <moss>
uniform sampler2D uNoise;
in vec3 vPlace;
// Slope of the ground, cover.
in vec3 vMoss;
out vec4 finalColor;

void main() {
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
  vec2 p = vPlace.xz;
  float d = distance(vPlace, uEye);
  // One texel of the tile under one pixel.
  float span = d / uPixelScale;
  float detail = log2(max(span * 1.6 * float(textureSize(uCushions, 0).x) / TILE_SMALL, 1.0));
  vec4 moss = mossAt(p, detail);
  float cover = vMoss.z;
  float fineFar = exp(-span * 140.0);
  // Tips too fine for blades: a grain of stems, gone before it can flicker.
  vec4 grain = texture(uNoise, p * 3.1);
  vec4 finer = texture(uNoise, p * 11.7);
  vec2 slope = vMoss.xy + moss.yz * cover;
  slope += (vec2(grain.a, finer.a) - 0.5) * 0.9 * fineFar;
  vec3 up = normalize(vec3(-slope.x, 1.0, -slope.y));
  float open = smoothstep(0.015, 0.30, moss.x + 0.03 * (grain.r - 0.5));
  float tip = mix(0.55, finer.a * finer.a, fineFar * 0.85) * 0.8;
  vec3 light = mossLight(vPlace, up, tip, moss.w, open, cover, ringsAt(vPlace));
  finalColor = seen(light, vPlace);
}
