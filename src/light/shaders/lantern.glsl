// Lit paper: one triangle each that turns to the eye; the light that comes through the paper is added.
// Family, how steeply it is looked down on (sine), a number of its own, how soft its edges are (in half widths).
out vec4 vShape;
// How far its glow goes, in half widths.
#ifdef LEAN
const float GLOW = 1.7;
#else
const float GLOW = 2.6;
#endif

const float ROUND = 1.0;
const float TALL = 2.0;
const float SKYWARD = 3.0;
const float CUP = 4.0;
const float BOAT = 5.0;
const float BULB = 6.0;
const float WOOD = 7.0;
const float STREAK = 8.0;

vec3 swaying(vec3 h, float amount) {
  float turn = TAU * uLoop.z;
  return amount * vec3(sin(turn * floor(52.0 + 30.0 * h.x) + TAU * h.y), 0.0, sin(turn * floor(47.0 + 30.0 * h.z) + TAU * h.x));
}

vec2 aroundCorner(int corner) {
  return corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
}

// `size` is half its width in metres; `tilt` leans it aside.
void drawLantern(int corner, vec3 p, float size, float tilt, vec3 light, float family, float own) {
  float d = dot(p - uEye, uForward);
  if (d < 0.5 || size <= 0.0 || (uMirrored > 0.5 && p.y < 0.0)) return;
  float least = 0.8 * d / uPixelScale;
  if (size < 0.25 * least) return;
  float radius = max(size, least);
  // Near ones are out of focus: their form goes before their light does.
  float soft = max(0.3 * max(1.0 / d - 0.12, 0.0), 0.7 * least) / radius;
  // One that would fill the picture has burnt down before it comes so near.
  // By day a far one must not become a dark speck.
  float share = mix(pow(size / radius, 0.8), 1.0, min(uDawn * 5.0, 1.0)) / (1.0 + 0.7 * soft) * smoothstep(family == SKYWARD ? 2.0 : family < 2.5 ? 3.4 : 2.0, family == SKYWARD ? 13.0 : family < 2.5 ? 6.6 : 4.0, d);
  vec2 at = aroundCorner(corner) * (family == BULB ? 1.0 + soft : max(GLOW, 1.5 + soft));
  vec2 turn = vec2(cos(tilt), sin(tilt));
  // Upright in the world, also in the water.
  vec2 offset = vec2(at.x * turn.x - at.y * turn.y, (at.x * turn.y + at.y * turn.x) * (uMirrored > 0.5 ? -1.0 : 1.0));
  vec4 clip = uViewProjection * vec4(p, 1.0);
  clip.xy += offset * 2.0 * (radius / d) * uPixelScale / uPixels * clip.w;
  vCorner = at;
  vLight = seenAdded(light * share * uGlow, p);
  vShape = vec4(family, clamp((uEye.y - p.y) / max(distance(p, uEye), 0.1), -0.8, 0.8), own, soft);
  gl_Position = clip;
}

// What moving water makes of a light at p: a long broken path towards the eye.
void drawStreak(int corner, vec3 p, float size, vec3 light, float own) {
  if (uMirrored > 0.5) return;
  vec3 ray = vec3(p.x, -p.y, p.z) - uEye;
  vec3 spot = uEye + ray * (uEye.y / (uEye.y + p.y));
  if (offShore(spot.xz) > -0.3) return;
  float d = dot(spot - uEye, uForward);
  if (d < 1.0) return;
  float tall = size + 0.3 * p.y + 0.034 * d;
  vec2 radius = max(vec2((1.1 + 0.5 * own) * size + 0.004 * d, tall), vec2(1.4 * d / uPixelScale));
  vec2 at = aroundCorner(corner);
  vec4 clip = uViewProjection * vec4(spot, 1.0);
  clip.z -= 0.0005 * clip.w;
  clip.xy += (at - vec2(0.0, 0.75)) * radius * 2.0 / d * uPixelScale / uPixels * clip.w;
  vCorner = at;
  vLight = seenAdded(light * uGlow * smoothstep(1.0, 4.0, d), spot);
  vShape = vec4(STREAK, 0.0, own, 0.0);
  gl_Position = clip;
}

// Half of a thin piece of wood from a to b (`second` the other half), lit from its upper end.
void drawWood(int corner, bool second, vec3 a, vec3 b, float thick, vec3 light) {
  float d = dot(b - uEye, uForward);
  if (uMirrored > 0.5 || d < 0.8 || dot(a - uEye, uForward) < 0.3) return;
  vec3 side = normalize(cross(b - a, uEye - a)) * max(thick, 0.42 * d / uPixelScale);
  bool top = second ? corner > 0 : corner == 2;
  float way = second ? (corner == 1 ? 1.0 : -1.0) : (corner == 0 ? -1.0 : 1.0);
  vec3 p = (top ? b : a) + side * way * (top ? 0.75 : 1.0);
  vCorner = vec2(0.0, top ? 1.0 : 0.0);
  vLight = seenAdded(light * min(1.0, 30.0 / d) * smoothstep(4.0, 9.0, d) * uGlow, p);
  vShape = vec4(WOOD, 0.0, 0.0, 0.0);
  gl_Position = uViewProjection * vec4(p, 1.0);
}
