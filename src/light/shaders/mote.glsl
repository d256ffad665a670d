#include <hash>
#include <air>
out vec2 vCorner;
out vec4 vLight;

void hideMote() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
}

// A mote of some radius in metres at a place, `stretch` times as wide and as high; never smaller than a pixel, fainter instead.
void putMote(int corner, vec3 p, float size, vec2 stretch, vec3 light) {
  float d = dot(p - uEye, uForward);
  if (d < 0.08 || (uMirrored > 0.5 && p.y < 0.0)) return;
  light *= smoothstep(0.08, 0.5, d);
  vec2 radius = max(size * stretch, vec2(1.05 * d / uPixelScale));
  float share = size * size * stretch.x * stretch.y / (radius.x * radius.y);
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
