#include <air>
// Where on its part: stem (turn, radius), leaf (azimuth, length, height on the stem, which), petal (azimuth, ring,
// length, group), stamen (azimuth, ring, length, group).
in vec4 aPart;
// Across -1..1, along 0..1, which kind of part, a number of its own.
in vec4 aUv;
uniform vec3 uFoot;
uniform float uTall;
// How far it has grown; how far it bows, and which way.
uniform float uGrown;
uniform float uBow;
uniform vec2 uBowWay;
// The way to the seat, and how far the blossom leans to it.
uniform vec3 uFace;
// Per group of petals: how far open, and how much of its opening's light is left.
uniform vec4 uOpen[11];
out vec3 vPlace;
out vec3 vNormal;
out vec4 vUv;
out vec4 vHaze;
// Light of its opening, how open, colour left, ring.
out vec4 vLit;
const float SCALE = 1.75;

// A bend along the stem: a circle's arc; the place and how far it has turned there, at a height 0..1.
vec3 onStem(float h, out float turn) {
  float tall = uTall * (0.04 + 0.96 * uGrown);
  turn = (uBow * 0.95 + 0.05 * uWind * sin(TAU * uLoop.x * 2.0 + 1.7 * h) + 0.012 * sin(TAU * uLoop.y * 11.0)) * h;
  float bend = turn / max(h, 1e-3);
  float safe = abs(bend) < 1e-3 ? 1e-3 : bend;
  float out1 = (1.0 - cos(safe * h)) / safe;
  float up = sin(safe * h) / safe;
  // It is not straight: up from a bend over the water.
  vec2 own = vec2(-uFace.y, uFace.x) * 0.13 * sin(3.14159 * h) * (1.0 - 0.5 * h) + uFace.xy * 0.04 * sin(6.28318 * h);
  vec2 flat1 = uBowWay * out1 * tall + own;
  return uFoot + vec3(flat1.x, up * tall, flat1.y);
}

// Turns what stands on the stem with it.
vec3 bent(vec3 v, float turn) {
  float along = dot(v.xz, uBowWay);
  float more = along * cos(turn) + v.y * sin(turn);
  return vec3(v.xz + uBowWay * (more - along), v.y * cos(turn) - along * sin(turn)).xzy;
}

// No two are alike: `own` says how each opens, hangs and is worn.
vec3 petal(vec4 part, float u, float v, float open, float grown, float own) {
  float ring = part.y;
  // Some are late, and one or two never let go.
  open *= 1.0 - 0.45 * pow(fract(own * 5.7), 5.0);
  float shut = 1.0 - open;
  float size = part.z * SCALE * mix(0.55, 1.0, open) * grown * (0.86 + 0.24 * own);
  float low = mix(mix(1.2, 0.0, ring), mix(1.05, 0.86, ring), shut) + 0.18 * (fract(own * 3.1) - 0.5) * open;
  float high = mix(mix(1.75, 0.62 + 0.4 * sin(part.x * 7.0) * ring, ring * ring), 1.95, shut) - 0.5 * ring * fract(own * 9.3) * open;
  float bow = high - low;
  bow = abs(bow) < 0.02 ? 0.02 : bow;
  float angle = low + bow * v;
  float rho = (0.012 + 0.055 * ring) * grown * SCALE * 0.6 + size * (sin(angle) - sin(low)) / bow;
  float y = size * (cos(low) - cos(angle)) / bow - 0.03 * ring * grown;
  // Narrow at the foot, widest beyond the middle, drawn out to a point.
  float wide = size * mix(0.24, 0.29, ring) * pow(sin(3.14159 * pow(clamp(v, 0.0, 1.0), 0.86)), 0.72) * mix(0.8, 1.0, open) * (1.12 - 0.3 * own);
  // Edges stand up: a petal is a little boat; and it is wound a little about its middle.
  float cup = wide * (0.30 + 0.25 * shut) * u * u + wide * (0.10 * u * sin(own * 9.0 + ring * 9.0) + 0.05 * sin(v * 11.0 + own * 20.0) * u * open);
  rho -= sin(angle) * cup;
  y += cos(angle) * cup;
  float turned = part.x + 0.16 * (fract(own * 7.7) - 0.5);
  vec2 r = vec2(cos(turned), sin(turned));
  vec2 s = vec2(-r.y, r.x);
  vec2 xz = r * rho + s * wide * u;
  return vec3(xz.x, y, xz.y);
}

vec3 leaf(vec4 part, float u, float v, float open) {
  float size = part.y * 1.5 * open;
  float low = mix(1.35, 0.75, open);
  float bow = mix(-0.1, -1.25, open);
  float angle = low + bow * v;
  float rho = 0.012 + size * (sin(angle) - sin(low)) / bow;
  float y = size * (cos(low) - cos(angle)) / bow;
  float wide = size * 0.20 * pow(sin(3.14159 * pow(clamp(v, 0.0, 1.0), 0.68)), 1.1);
  float cup = wide * 0.45 * abs(u);
  rho -= sin(angle) * cup;
  y += cos(angle) * cup + 0.012 * size * sin(v * 9.0 + part.w) * u;
  vec2 r = vec2(cos(part.x), sin(part.x));
  vec2 s = vec2(-r.y, r.x);
  vec2 xz = r * rho + s * wide * u;
  return vec3(xz.x, y, xz.y);
}

void main() {
  int kind = int(aUv.z + 0.5);
  float u = aUv.x;
  float v = aUv.y;
  vec3 local = vec3(0.0);
  vec3 normal = vec3(0.0, 1.0, 0.0);
  float h = 1.0;
  float lit = 0.0;
  float open = 0.0;
  if (kind == 0) {
    h = v;
    vec2 r = vec2(cos(aPart.x), sin(aPart.x));
    local = vec3(r.x, 0.0, r.y) * aPart.y * (0.25 + 0.75 * uGrown);
    normal = vec3(r.x, 0.0, r.y);
  } else if (kind == 1) {
    h = aPart.z;
    open = smoothstep(aPart.z * 0.8, aPart.z * 0.8 + 0.24, uGrown);
    local = leaf(aPart, u, v, open);
    vec3 du = leaf(aPart, u + 0.05, v, open) - leaf(aPart, u - 0.05, v, open);
    vec3 dv = leaf(aPart, u, v + 0.03, open) - leaf(aPart, u, v - 0.03, open);
    normal = cross(dv, du);
  } else {
    int group = int(aPart.w + 0.5);
    open = uOpen[group].x;
    lit = uOpen[group].y;
    float grown = smoothstep(0.62, 0.98, uGrown);
    if (kind == 2) {
      local = petal(aPart, u, v, open, grown, aUv.w);
      vec3 du = petal(aPart, u + 0.05, v, open, grown, aUv.w) - petal(aPart, u - 0.05, v, open, grown, aUv.w);
      vec3 dv = petal(aPart, u, v + 0.02, open, grown, aUv.w) - petal(aPart, u, v - 0.02, open, grown, aUv.w);
      normal = cross(dv, du);
    } else {
      vec2 r = vec2(cos(aPart.x), sin(aPart.x));
      float size = aPart.z * grown * open;
      float lean = aPart.y * 0.85;
      vec3 way = vec3(r.x * sin(lean), cos(lean), r.y * sin(lean));
      vec3 side = vec3(-r.y, 0.0, r.x);
      local = way * size * v + side * u * 0.011;
      normal = way;
    }
  }
  float turn;
  vec3 at = onStem(h, turn);
  if (kind >= 2) {
    // The blossom turns its face to whoever sits there.
    float c = cos(uFace.z);
    float s = sin(uFace.z);
    float to = dot(local.xz, uFace.xy);
    float toNormal = dot(normal.xz, uFace.xy);
    local = vec3(local.xz + uFace.xy * (to * c + local.y * s - to), local.y * c - to * s).xzy;
    normal = vec3(normal.xz + uFace.xy * (toNormal * c + normal.y * s - toNormal), normal.y * c - toNormal * s).xzy;
  }
  vec3 place = at + bent(local, turn);
  vPlace = place;
  vNormal = bent(normal / max(length(normal), 1e-7), turn);
  vUv = aUv;
  vec3 way = place - uEye;
  float d = length(way);
  float haze = hazeTo(place, d);
  vHaze = vec4(hazeColour(way / max(d, 1e-3)) * haze, 1.0 - haze);
  vLit = vec4(lit, open, colourAt(place), kind == 1 ? aPart.w / 6.0 : aPart.y);
  gl_Position = uViewProjection * vec4(place, 1.0);
}
