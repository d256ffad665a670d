#include <hash>
#include <air>
// Paper lanterns: one triangle each that turns to the eye and is shaded as the lit body it stands for.
out vec2 vCorner;
out vec3 vPlace;
// Hue; how bright.
out vec4 vLamp;
// Family, how steeply it is looked down on (sine), a number of its own, how it is turned.
out vec4 vShape;

const float ROUND = 0.0;
const float TALL = 1.0;
const float SKYWARD = 2.0;
const float BOX = 3.0;
const float LOTUS = 4.0;
const float BULB = 5.0;
const float WOOD = 6.0;

void hideLantern() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vPlace = vec3(0.0);
  vLamp = vec4(0.0);
  vShape = vec4(0.0);
}

// `size` is half its width in metres; `tilt` leans it aside.
void drawLantern(int corner, vec3 p, float size, float tilt, vec3 hue, float bright, float family, float own, float turned) {
  float d = dot(p - uEye, uForward);
  if (d < 0.1 || size <= 0.0) return;
  // Not before the walker's face.
  size *= smoothstep(0.9, 3.0, d);
  float least = 0.8 * d / uPixelScale;
  if (size < 0.25 * least) return;
  float radius = max(size, least);
  // By day a far one must not become a dark speck.
  float share = mix(pow(size / radius, 0.8), 1.0, min(uDawn * 5.0, 1.0));
  float high = family < 1.5 ? 1.5 : family < 2.5 ? 1.62 : family < 4.5 ? 1.42 : 1.05;
  float wide = family < 2.5 || family > 4.5 ? 2.4 : 3.1;
  vec2 at = corner == 0 ? vec2(-wide, -high) : corner == 1 ? vec2(wide, -high) : vec2(0.0, 3.2 * high);
  vec2 turn = vec2(cos(tilt), sin(tilt));
  vec2 offset = vec2(at.x * turn.x - at.y * turn.y, at.x * turn.y + at.y * turn.x);
  vec4 clip = uViewProjection * vec4(p, 1.0);
  // Upright in the world, also in the water.
  float upright = uMirrored > 0.5 ? -1.0 : 1.0;
  clip.xy += vec2(offset.x, offset.y * upright) * 2.0 * (radius / d) * uPixelScale / uPixels * clip.w;
  vCorner = at;
  vPlace = p;
  vLamp = vec4(hue, bright * share);
  vShape = vec4(family, clamp((uEye.y - p.y) / max(distance(p, uEye), 0.1), -0.8, 0.8), own, turned);
  gl_Position = clip;
}

// Half of a thin piece of wood from a to b (`second` the other half), lit from its upper end.
void drawWood(int corner, bool second, vec3 a, vec3 b, float thick, vec3 hue, float bright) {
  float d = dot(b - uEye, uForward);
  if (d < 1.2 || dot(a - uEye, uForward) < 0.3) return;
  // No beam before the walker's face.
  thick *= smoothstep(1.8, 6.0, d);
  if (thick < 0.003) return;
  vec3 side = normalize(cross(b - a, uEye - a)) * max(thick, 0.42 * d / uPixelScale);
  bool top = second ? corner > 0 : corner == 2;
  float way = second ? (corner == 1 ? 1.0 : -1.0) : (corner == 0 ? -1.0 : 1.0);
  vec3 p = (top ? b : a) + side * way * (top ? 0.75 : 1.0);
  vCorner = vec2(0.0, top ? 1.0 : 0.0);
  vPlace = p;
  vLamp = vec4(hue, bright * min(1.0, 40.0 / d));
  vShape = vec4(WOOD, 0.0, 0.0, 0.0);
  gl_Position = uViewProjection * vec4(p, 1.0);
}
