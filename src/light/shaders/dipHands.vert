#include <hash>
#include <air>
// On a right hand: across, towards the fingertips, out of its back; reach from wrist 0 to fingertip 1.
in vec4 aPlace;
// -1 left or 1 right (0: a drop of the splash), which mote, corner.
in vec3 aOwn;
// Where it dips, and whether it is hands (1) or a drop that fell by itself (0).
uniform vec4 uAt;
// Seconds since it touched the water, negative before.
uniform float uAge;
uniform float uStrength;
uniform vec2 uAhead;
uniform float uShare;
out vec2 vCorner;
out vec3 vLight;

void main() {
  int mote = int(aOwn.y);
  int corner = int(aOwn.z);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vec3 h = hash3(ivec3(mote, int(aOwn.x) + 13, 5));
  vec3 g = hash3(ivec3(mote, int(aOwn.x) + 17, 11));
  vec3 right = vec3(-uAhead.y, 0.0, uAhead.x);
  vec3 ahead = vec3(uAhead.x, 0.0, uAhead.y);
  vec3 place;
  vec3 light;
  float tall = 1.0;
  float size = 0.0030 * (0.6 + 0.8 * g.y) * uShare;
  if (abs(aOwn.x) > 0.5) {
    if (uAt.w < 0.5) return;
    // The hands come down to the water, rest in it, and let go.
    float come = smoothstep(-1.9, -0.5, uAge);
    float down = smoothstep(-1.5, 0.15, uAge) - 0.25 * smoothstep(1.6, 3.2, uAge);
    float gone = smoothstep(1.5, 3.6, uAge);
    float shown = come * (1.0 - gone);
    if (shown <= 0.0) return;
    float tilt = -1.2;
    float scale = 1.75;
    vec2 own = vec2(aPlace.x * aOwn.x, aPlace.y) * scale;
    vec3 fingers = ahead * cos(tilt) + vec3(0.0, sin(tilt), 0.0);
    vec3 backOf = normalize(cross(right, fingers)) * -1.0;
    place = uAt.xyz + right * (own.x + 0.14 * aOwn.x) + fingers * (own.y - 0.10) + backOf * aPlace.z * scale;
    place.y += 0.10 + 0.16 * (1.0 - down);
    place -= ahead * 0.16 * (1.0 - down);
    float turn = TAU * uLoop.x;
    place += vec3(sin(turn * floor(2.0 + 3.0 * h.x) + TAU * h.y), sin(turn * floor(2.0 + 3.0 * h.z) + TAU * g.x), sin(turn * floor(1.0 + 3.0 * g.y) + TAU * g.z)) * 0.0022;
    float loose = 1.0 - shown;
    place += (h - 0.5) * (0.02 + 0.35 * g.x) * loose * loose;
    float whole = smoothstep(0.02, 0.3, aPlace.w);
    vec3 gold = mix(uEmber, vec3(1.0, 0.80, 0.48), 0.45);
    float wet = smoothstep(0.35, 0.8, aPlace.w) * exp(-max(uAge, 0.0) * 0.8) * step(0.0, uAge);
    light = mix(gold, vec3(0.45, 0.75, 0.9), 0.25 + 0.5 * wet) * (0.11 + 0.16 * wet) * whole * shown * shown;
  } else {
    // A few drops leap up; of one that fell by itself, first that drop.
    float since = uAge;
    vec2 way = vec2(cos(TAU * h.x), sin(TAU * h.x));
    if (mote == 0 && uAt.w < 0.5 && uAge < 0.0) {
      float fall = 4.9 * uAge * uAge;
      place = uAt.xyz + vec3(0.0, fall, 0.0);
      light = (uRose * 0.8 + vec3(0.3, 0.4, 0.55)) * smoothstep(-0.85, -0.7, uAge);
      tall = 1.0 + 2.5 * min(1.0, -uAge * 2.0);
      size = 0.006;
    } else {
      if (since < 0.0) return;
      float out1 = (0.08 + 0.35 * h.y) * uStrength;
      float up = (0.7 + 0.9 * g.x) * uStrength;
      place = uAt.xyz + vec3(way.x * out1 * since, 0.012 + up * since - 4.9 * since * since, way.y * out1 * since);
      if (place.y < 0.0) return;
      light = (uRose * 0.7 + vec3(0.35, 0.45, 0.6)) * 0.9;
      size = 0.0034 * (0.5 + g.y) * uShare;
    }
  }
  float d = distance(place, uEye);
  float radius = max(size, 1.0 * d / uPixelScale);
  light *= size * size / (radius * radius);
  vec4 clip = uViewProjection * vec4(place, 1.0);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  clip.xy += offset * vec2(1.0, tall) * 2.0 * radius / max(d, 0.05) * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  vLight = drained(light * 1.5, max(colourAt(place), 0.75)) * uGlow * uFade;
  if (uMirrored > 0.5 && place.y < 0.0) return;
  gl_Position = clip;
}
