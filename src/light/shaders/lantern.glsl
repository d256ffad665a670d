#include <hash>
#include <air>
// Paper lanterns: one triangle that turns to the eye and is shaded as the lit shell it stands for.
out vec2 vCorner;
out vec3 vPlace;
// Hue; how bright.
out vec4 vLamp;
// Shape: half width in the middle and at the ends, ribs, a number of its own.
out vec4 vShape;

const float TALL = 1.3;

void drawLantern(int corner, vec3 p, float size, vec3 hue, float bright, vec3 h) {
  float d = dot(p - uEye, uForward);
  if (d < 0.1 || size <= 0.0) return;
  // Not before the walker's face.
  size *= smoothstep(0.9, 3.2, d);
  float least = 0.85 * d / uPixelScale;
  if (size < 0.3 * least) return;
  float radius = max(size, least);
  float share = pow(size / radius, 0.8);
  vec2 offset = corner == 0 ? vec2(-2.4, -1.0) : corner == 1 ? vec2(2.4, -1.0) : vec2(0.0, 3.2);
  offset.y *= TALL;
  vec4 clip = uViewProjection * vec4(p, 1.0);
  // Upright in the world, also in the water.
  float upright = uMirrored > 0.5 ? -1.0 : 1.0;
  clip.xy += vec2(offset.x, offset.y * upright) * 2.0 * (radius / d) * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  vPlace = p;
  vLamp = vec4(hue, bright * share);
  bool box = h.x > 0.72;
  bool tall = h.x < 0.3;
  vShape = vec4(tall ? 0.72 : 1.0, box ? 0.94 : tall ? 0.56 : 0.5, box ? 0.0 : 9.0 + 6.0 * h.y, h.z);
  gl_Position = clip;
}
