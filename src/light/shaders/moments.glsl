#include <hash>
#include <air>
// Bursts of motes that events let fly. Each shader that includes this says `const int MOMENTS` first.
in vec4 aCorner;
// Place, seconds since.
uniform vec4 uWhere[MOMENTS];
// Strength, warmth, a number of its own, duration.
uniform vec4 uHow[MOMENTS];
uniform int uEach;
out vec2 vCorner;
out vec4 vLight;

// A round mote of some radius in metres at a place; never smaller than a pixel, fainter instead.
void drawMote(vec3 p, float size, vec3 light) {
  int corner = int(aCorner.x);
  float d = dot(p - uEye, uForward);
  if (d < 0.08 || (uMirrored > 0.5 && p.y < 0.0)) return;
  light *= smoothstep(0.08, 0.5, d);
  float radius = max(size, 1.05 * d / uPixelScale);
  float share = size * size / (radius * radius);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  vec4 clip = uViewProjection * vec4(p, 1.0);
  clip.xy += offset * 2.0 * (radius / d) * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  vLight = seenAdded(light * share * uGlow, p);
  gl_Position = clip;
}

vec3 warmLight(float warmth) {
  return mix(vec3(0.62, 0.86, 0.84), uEmber, clamp(warmth, 0.0, 1.0));
}
