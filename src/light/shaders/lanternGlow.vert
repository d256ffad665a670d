#include <hash>
#include <air>
in vec4 aCorner;
uniform vec4 uDrums[44];
out vec2 vCorner;
out vec4 vLight;

// The air around the drum's lanterns, which beats with it.
void main() {
  int number = gl_VertexID / 3;
  int corner = int(aCorner.x);
  vec4 drum = uDrums[number];
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  float d = dot(drum.xyz - uEye, uForward);
  vCorner = offset;
  float lit = smoothstep(0.0, 0.16, uFestival);
  float radius = 1.0 + 0.25 * drum.w;
  vLight = seenAdded(uEmber * lit * (0.03 + 0.2 * drum.w) * smoothstep(1.5, 6.0, d) * uGlow, drum.xyz);
  if (d < 0.2 || lit <= 0.0) return;
  vec4 clip = uViewProjection * vec4(drum.xyz, 1.0);
  clip.xy += offset * 2.0 * (radius / d) * uPixelScale / uPixels * clip.w;
  gl_Position = clip;
}
