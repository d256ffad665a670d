#include <tree>
// Which triangle, which corner.
in vec2 aCorner;
uniform float uFarPoint;
out vec2 vCorner;
out vec3 vLight;
out float vPoint;

// Light that hangs in the haze about the crown, and, far off, one point of it.
void main() {
  bool point = aCorner.x > 0.5;
  int corner = int(aCorner.y);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  vec3 place = mix(uCrown.xyz, uTreeFoot + vec3(0.0, 3.0, 0.0), point ? 0.72 : 0.3);
  float d = distance(place, uEye);
  float radius = point ? max(4.0, 0.12 * d) : uCrown.w * 1.5;
  // Inside it there is nothing to see of it.
  float outside = smoothstep(uCrown.w * 1.2, uCrown.w * 4.0, d);
  float colour = colourAt(uTreeFoot);
  float surge = 0.0;
  for (int i = 0; i < uFronts; i++) {
    surge += uFrontRun[i].z * (uFrontRun[i].y > 0.0 ? smoothstep(2.0, 22.0, uFrontRun[i].x) : 1.0);
  }
  vec3 tint = mix(uEmber, vec3(1.0, 0.46, 0.20), 0.5);
  float left = 1.0 - hazeTo(place, d);
  if (point) {
    float far = smoothstep(18.0, 45.0, d);
    // What shines through mist is seen before what it shines on.
    vLight = kept(tint * uFarPoint * far * 16.0, colour) * sqrt(left);
  } else {
    vLight = kept(tint * (0.006 + 0.011 * uHaze) * (uTreeGlow + 0.8 * surge + 1.6 * uFestival) * outside * (0.9 + 0.2 * uBreath), colour) * (0.4 + 0.6 * left) * (0.3 + 0.7 * (1.0 - treeHaze(place, d)) / left);
  }
  vLight *= uGlow * uFade;
  vPoint = point ? 1.0 : 0.0;
  vCorner = offset;
  vec4 clip = uViewProjection * vec4(place, 1.0);
  // Before its own leaves, but behind whatever hill: light hangs in the air on this side too.
  vec3 nearer = place + (uEye - place) * min(0.5, uCrown.w * 1.3 / d);
  vec4 there = uViewProjection * vec4(nearer, 1.0);
  clip.z = there.z / there.w * clip.w;
  clip.xy += offset * 2.0 * radius / d * uPixelScale / uPixels * clip.w;
  gl_Position = clip.w > 0.1 && outside > 0.0 ? clip : vec4(2.0, 2.0, 2.0, 1.0);
  if (uMirrored > 0.5 && place.y < 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
