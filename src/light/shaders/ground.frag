#include <land>
#include <moss>
uniform sampler2D uNoise;
in vec3 vPlace;
in vec4 vMoss;
in vec4 vTree;
in vec3 vLamp;
in vec4 vHaze;
in float vColour;
out vec4 finalColor;

void main() {
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
  vec2 p = vPlace.xz;
  vec3 view = uEye - vPlace;
  float d = length(view);
  view /= d;
  // The tile's texels under one pixel.
  float span = d / uPixelScale;
  float detail = log2(max(span * 1.6 * float(textureSize(uCushions, 0).x) / TILE_SMALL, 1.0));
  vec4 moss = mossAt(p, detail);
  float cover = vMoss.z;
  vec2 slope = vMoss.xy + moss.yz * cover;
  float high = moss.x;
  float tip = 0.45;
#ifdef LEAN
  if (d < 22.0) {
    float grain = texture(uNoise, p * 0.31).a - 0.5;
    float near = 1.0 - d / 22.0;
    slope += vec2(grain, -grain) * 1.1 * near;
    tip += grain * near;
  }
#else
  // Tips too fine for blades: a grain of stems, gone before it can flicker.
  float fine = exp(-span * 140.0);
  if (fine > 0.02) {
    vec4 grain = texture(uNoise, p * 3.1);
    vec4 finer = texture(uNoise, p * 11.7);
    slope += (vec2(grain.a, finer.a) - 0.5) * 0.9 * fine;
    high += 0.03 * (grain.r - 0.5) * fine;
    tip = mix(tip, 0.8 * finer.a * finer.a, fine * 0.85);
  }
#endif
  vec3 up = normalize(vec3(-slope.x, 1.0, -slope.y));
  float open = smoothstep(0.02, 0.36, high);
  vec3 light = mossLight(view, up, tip, moss.w, open, cover, ringsAt(vPlace), Around(vTree, vMoss.w, vLamp));
  finalColor = vec4(drained(light * vHaze.a + vHaze.rgb, vColour) * uFade, d);
}
