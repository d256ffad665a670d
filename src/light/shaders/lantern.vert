#include <lantern>
#include <land>
#include <crowd>
// Along, across, size in metres, a number more: what they mean differs by kind.
in vec4 aSpot;
// Kind, order of lighting, which crowd, corner.
in vec4 aKind;
// Down along the stream from the tree: places, a little over the ground.
const int TRAIL = 16;
uniform vec4 uTrail[TRAIL];

vec3 swaying(vec3 h, float amount) {
  float turn = TAU * uLoop.z;
  return amount * vec3(sin(turn * floor(52.0 + 30.0 * h.x) + TAU * h.y), 0.0, sin(turn * floor(47.0 + 30.0 * h.z) + TAU * h.x));
}

void main() {
  hideLantern();
  int corner = int(aKind.w);
  int kind = int(aKind.x);
  float order = aKind.y / 65535.0;
  float pick = aKind.z / 65535.0;
  int number = gl_VertexID / 3;
  if (uMirrored > 0.5 && kind == 7) return;
  // Let go, or not yet, or long gone.
  float age = (uCourse - aSpot.w) / 0.5;
  if (kind == 2 && (age < -0.03 || age > 1.0)) return;
  if ((kind == 1 || kind == 4) && order * 0.8 >= uFestival) return;
  if ((kind == 0 || kind == 7) && int(aSpot.x) >= uDrumCount) return;
  if (kind == 5 && uCarried[int(aSpot.x)].w <= 0.01) return;
  vec3 h = hash3(ivec3(number, 7, 31));
  vec3 g = hash3(ivec3(number, 8, 31));
  float turn = TAU * uLoop.z;
  float flicker = 0.9 + 0.06 * sin(turn * floor(150.0 + 90.0 * g.x) + TAU * g.y) + 0.04 * sin(turn * floor(230.0 + 70.0 * g.z) + TAU * g.x);
  float lit = smoothstep(order * 0.8, order * 0.8 + 0.16, uFestival);
  // From ember to amber; few are rosier, few paler.
  vec3 hue = mix(mix(vec3(1.0, 0.40, 0.13), uEmber, 0.25), vec3(1.0, 0.66, 0.28), h.y * h.y * 0.4 + 0.6 * g.z * g.x);
  if (h.z > 0.9) hue = vec3(1.0, 0.46, 0.32);
  if (h.z < 0.1) hue = vec3(1.0, 0.76, 0.46);
  float bright = 0.62;
  vec3 p;
  float size = aSpot.z;
  float tilt = 0.0;
  float family = ROUND;
  if (kind == 0 || kind == 7) {
    // The drum's, on poles.
    int drum = int(aSpot.x);
    vec4 here = uDrums[drum];
    lit = smoothstep(0.0, 0.16, uFestival);
    if (lit <= 0.01) return;
    h = hash3(ivec3(drum, 17, 31));
    vec3 hang = swaying(h, 0.035 + 0.05 * uWind);
    p = here.xyz + hang;
    if (kind == 7) {
      // Its pole leans a little away from the water; its tip reaches over.
      vec2 out1 = normalize(here.xz - uLake.xy);
      vec2 stand = here.xz + out1 * (0.3 + 0.2 * h.y) + vec2(-out1.y, out1.x) * (h.x - 0.5) * 0.5;
      vec3 top = vec3(mix(stand, here.xz, 0.25), 0.0).xzy + vec3(0.0, here.y + 0.32, 0.0);
      vec3 arm = here.xyz + vec3(0.0, 0.38, 0.0);
      float near = lit * (0.5 + 0.8 * here.w);
      int part = int(aSpot.y);
      bool second = (part & 1) == 1;
      if (part < 2) drawWood(corner, second, vec3(stand.x, landAt(stand).height - 0.1, stand.y), top, 0.014, hue, near);
      else if (part == 2) drawWood(corner, false, top, arm, 0.014, hue, near);
      else drawWood(corner, false, p + vec3(0.0, 0.16, 0.0), arm, 0.008, hue, near);
      return;
    }
    bright = (0.6 + 0.9 * here.w) * lit;
    size *= (0.8 + 0.5 * h.y) * (1.0 + 0.13 * here.w);
    tilt = 1.5 * hang.x;
    family = h.z < 0.4 ? TALL : ROUND;
  } else if (kind == 1) {
    // Set afloat where people stand, drawn out along the lake's own slow turning.
    vec4 crowd = crowdOf(pick);
    float own = fract(crowd.x * 3.7);
    float s = min(aSpot.x, 1.2);
    float way = own < 0.5 ? 1.0 : -1.0;
    float angle = crowd.x + way * (0.75 * s + 0.25 * sin(4.0 * s + 6.0 * own)) + aSpot.y * (crowd.y * (1.0 - s) + 0.05);
    vec2 at = shoreSpot(angle, -1.0 - (9.0 + 13.0 * own) * s * s - 5.0 * s * abs(aSpot.y));
    if (pick > 0.86) {
      // Some were set down where the walker sits.
      float seat = atan(uSeat.y - uLake.y, uSeat.x - uLake.x);
      at = shoreSpot(seat + 0.22 * aSpot.y + (own - 0.4) * 0.7 * s, -1.8 - 9.0 * s * s - 2.0 * abs(aSpot.y));
    }
    at += vec2(sin(turn * floor(2.0 + 2.0 * h.y) + TAU * g.z), cos(turn * floor(2.0 + 2.0 * h.z) + TAU * g.x)) * (0.3 + 0.5 * g.y);
    if (offShore(at) > -0.5 || inDark(at)) return;
    family = own * 3.0 + h.x * 1.4 > 2.9 ? LOTUS : h.x < 0.8 ? BOX : LOTUS;
    size *= family == LOTUS ? 0.9 : 1.0;
    p = vec3(at.x, size * (family == LOTUS ? 0.62 : 0.88) + 0.012 * sin(turn * floor(60.0 + 40.0 * h.x) + TAU * g.z), at.y);
    tilt = 0.06 * sin(turn * floor(44.0 + 30.0 * h.y) + TAU * g.x);
    bright = 0.5 + 0.12 * uWave;
  } else if (kind == 2) {
    // Let go in three waves: each leaves the hands, follows the others' stream of air, and is gone.
    vec4 crowd = crowdOf(pick);
    float own = fract(crowd.x * 5.3);
    vec2 at = shoreSpot(crowd.x + aSpot.x * crowd.y * 0.55, aSpot.y);
    if (inDark(at)) return;
    float up = max(age, 0.0) * (0.3 + 0.7 * max(age, 0.0));
    float high = up * (34.0 + 16.0 * g.x);
    float ground = max(landAt(at).height, 0.0) + 1.25;
    vec2 wind = vec2(cos(uLake.w + 1.1), sin(uLake.w + 1.1));
    vec2 off = wind * high * (0.55 + 0.012 * high) + vec2(-wind.y, wind.x) * (3.5 * sin(high * 0.13 + TAU * own) * smoothstep(0.0, 8.0, high));
    off += (g.yz - 0.5) * (0.35 + 0.11 * high);
    off += swaying(h, 0.25).xz * smoothstep(0.0, 0.1, age);
    p = vec3(at.x + off.x, ground + high, at.y + off.y);
    lit = smoothstep(-0.03, 0.0, age) * (1.0 - smoothstep(0.8, 1.0, age)) * smoothstep(0.0, 0.1, uFestival);
    bright = (0.78 - 0.3 * age) * (0.8 + 0.3 * uWave) * (1.0 + 2.4 * uDawn);
    // In the morning they go out, the highest first.
    lit *= smoothstep(0.05, 0.45 + 0.3 * g.x, uFestival);
    tilt = 0.16 * sin(turn * floor(30.0 + 22.0 * h.x) + TAU * h.y);
    family = SKYWARD;
  } else if (kind == 3) {
    // Strings of small lights between poles.
    vec4 crowd = crowdOf(pick);
    float from = crowd.x + aSpot.y;
    float t = aSpot.x;
    float gone = fract(aSpot.w * 7.0);
    vec2 a = shoreSpot(from, 1.2 + 3.0 * aSpot.w);
    vec2 b = shoreSpot(from + 0.1 + 0.07 * gone, 1.0 + 5.0 * gone);
    if (inDark(a)) return;
    float ya = max(landAt(a).height, 0.0) + 2.7;
    float yb = max(landAt(b).height, 0.0) + 2.9;
    vec2 at = mix(a, b, t);
    p = vec3(at.x, mix(ya, yb, t) - 3.2 * t * (1.0 - t) * (0.6 + 0.5 * gone), at.y) + swaying(vec3(aSpot.w), 0.06) * t;
    lit = smoothstep(aSpot.w * 0.6, aSpot.w * 0.6 + 0.15, uFestival);
    bright = 0.62 + 0.2 * uWave;
    family = BULB;
  } else if (kind == 4) {
    // From the tree down along the stream they come.
    float u = fract(aSpot.x + uLoop.w * 3.0 + 0.015 * sin(TAU * (uLoop.z * 3.0 + g.x)));
    float at = u * float(TRAIL - 1);
    int i = int(min(at, float(TRAIL - 2)));
    p = mix(uTrail[i].xyz, uTrail[i + 1].xyz, at - float(i));
    p.xz += (g.xy - 0.5) * 1.3;
    p.y += 0.05 * sin(turn * floor(280.0 + 60.0 * h.x));
    lit *= smoothstep(0.0, 0.05, u) * (1.0 - smoothstep(0.93, 1.0, u));
    bright = 0.66;
    family = BULB;
  } else {
    // In hands.
    int slot = int(aSpot.x);
    vec4 here = uCarried[slot];
    lit = here.w * smoothstep(0.0, 0.2, uFestival);
    if (lit <= 0.01) return;
    h = hash3(ivec3(slot, 19, 31));
    p = here.xyz + swaying(h, 0.02);
    tilt = 0.2 * sin(turn * floor(140.0 + 40.0 * h.x) + TAU * h.y);
    family = slot == CARRIED - 1 ? SKYWARD : h.x < 0.6 ? ROUND : TALL;
    if (slot == CARRIED - 1) size = 0.26;
    bright = slot >= HANDS ? 0.75 : 0.62;
  }
  if (lit <= 0.01) return;
  drawLantern(corner, p, size * lit, tilt, hue, bright * flicker * (0.85 + 0.3 * uWave), family, h.z, h.x + uLoop.z * floor(1.0 + 2.0 * h.y));
}
