#include <tree>
// Which triangle, which corner.
in vec2 aCorner;
uniform float uFarPoint;
out vec2 vCorner;
out vec3 vLight;
out float vPoint;

// The dusk in the mist behind the crown, before which it is a dark shape, and, far off, one point of its own light.
void main() {
  bool point = aCorner.x > 0.5;
  int corner = int(aCorner.y);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  vec3 place = mix(uCrown.xyz, uTreeFoot + vec3(0.0, 3.0, 0.0), point ? 0.72 : 0.62);
  float d = distance(place, uEye);
  vec2 radius = point ? vec2(max(4.0, 0.12 * d)) : uCrown.w * vec2(3.0, 2.0);
  // Inside it there is nothing to see of it.
  float outside = smoothstep(uCrown.w * 0.9, uCrown.w * 2.4, d);
  float colour = colourAt(uTreeFoot);
  float surge = 0.0;
  for (int i = 0; i < uFronts; i++) {
    surge += uFrontRun[i].z * (uFrontRun[i].y > 0.0 ? smoothstep(2.0, 22.0, uFrontRun[i].x) : 1.0);
  }
  float left = 1.0 - hazeTo(place, d);
  if (point) {
    float far = smoothstep(18.0, 45.0, d);
    // What shines through mist is seen before what it shines on.
    vec3 tint = mix(uEmber, vec3(1.0, 0.46, 0.20), 0.5);
    vLight = kept(tint * uFarPoint * far * 16.0, colour) * sqrt(left);
  } else {
    vec3 dusk = uViolet * 0.55 + uRose * 0.16 + uAmber * 0.10;
    vec3 own = mix(uEmber, vec3(1.0, 0.46, 0.20), 0.5) * (0.004 + 0.006 * uHaze) * (uTreeGlow + 0.8 * surge + 1.6 * uFestival);
    float near = 1.0 - smoothstep(60.0, 140.0, d);
    vLight = drained(dusk, 0.3 + 0.7 * uColour) * (near * (1.0 - uDawn) * (1.0 - 0.7 * uStars) * 0.46) + kept(own, colour);
    vLight *= outside * (0.9 + 0.2 * uBreath) * (0.4 + 0.6 * left) * (0.3 + 0.7 * (1.0 - treeHaze(place, d)) / left);
  }
  vLight *= uGlow * uFade;
  vPoint = point ? 1.0 : 0.0;
  vCorner = offset;
  vec4 clip = uViewProjection * vec4(place, 1.0);
  // The dusk lies behind its leaves and behind whatever hill; the point is seen before them: light hangs in the air.
  vec3 moved = place + (uEye - place) * (point ? min(0.5, uCrown.w * 1.3 / d) : -uCrown.w * 1.2 / d);
  vec4 there = uViewProjection * vec4(moved, 1.0);
  clip.z = there.z / there.w * clip.w;
  clip.xy += offset * 2.0 * radius / d * uPixelScale / uPixels * clip.w;
  gl_Position = clip.w > 0.1 && outside > 0.0 ? clip : vec4(2.0, 2.0, 2.0, 1.0);
  if (uMirrored > 0.5 && place.y < 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
