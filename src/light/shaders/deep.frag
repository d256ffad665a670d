#include <hash>
in vec3 vCorner;
in vec3 vLight;
out vec4 finalColor;
// How the seven hold themselves, see layers/lakeGhosts.ts.
uniform vec4 uHeld[35];

// A processor goes through all that is written: it is given a text for each part, see layers/lakeDeep.ts.
#ifndef PART
#define PART 7
#endif

#if PART & 4
// How far p is from a limb that goes from a to b, and thickens or thins from the one radius to the other.
float limb(vec2 p, vec2 a, vec2 b, float from, float to) {
  vec2 way = b - a;
  float t = clamp(dot(p - a, way) / dot(way, way), 0.0, 1.0);
  return distance(p, a + way * t) - mix(from, to, t);
}

// The lesser of two distances, with the crease between them filled.
float joined(float a, float b, float soft) {
  float h = max(soft - abs(a - b), 0.0) / soft;
  return min(a, b) - 0.25 * soft * h * h;
}

// How far p is from the edge of a box.
float framed(vec2 p, vec2 middle, vec2 half1) {
  vec2 d = abs(p - middle) - half1;
  return abs(max(d.x, d.y));
}

// One of the seven, healed, with what it holds or has opened.
void scene(int who) {
  vec2 p = vCorner.xy;
  float r = dot(p, p);
  if (r > 1.0) discard;
  p = vec2(p.x * 1.2 + 0.12, p.y * 1.2 + 0.9);
  int i = who * 5;
  vec4 spine = uHeld[i];
  vec4 low = uHeld[i + 1];
  vec4 left = uHeld[i + 2];
  vec4 hands = uHeld[i + 3];
  vec4 right = uHeld[i + 4];
  float fine = max(0.8 * fwidth(p.y), 0.07);
  float body = joined(limb(p, spine.zw, low.xy, 0.08, 0.12), limb(p, low.xy, low.zw, 0.115, 0.19), 0.1);
  float arms = min(joined(limb(p, left.xy, left.zw, 0.07, 0.05), limb(p, left.zw, hands.xy, 0.052, 0.03), 0.05), joined(limb(p, hands.zw, right.xy, 0.07, 0.05), limb(p, right.xy, right.zw, 0.052, 0.03), 0.05));
  float head = limb(p, spine.xy + vec2(0.0, 0.03), spine.xy - vec2(-0.02, 0.05), 0.125, 0.1);
  vec2 held = hands.y > right.w ? hands.xy : right.zw;
  float thing = 1.0;
  if (who == 0) thing = framed(p, mix(hands.xy, right.zw, 0.5) + vec2(0.1, 0.06), vec2(0.09, 0.12));
  else if (who == 1) thing = framed(p, vec2(-0.42, 0.95), vec2(0.27, 0.92));
  else if (who == 2) thing = framed(p, held + vec2(0.12, 0.05), vec2(0.15, 0.19));
  else if (who == 4) thing = abs(length((p - vec2(0.6, 1.2)) / vec2(0.22, 0.36)) - 1.0) * 0.28;
  else if (who == 5) thing = min(limb(p, vec2(0.42, 0.45), vec2(0.8, 0.45), 0.02, 0.02), min(limb(p, vec2(0.8, 0.02), vec2(0.84, 0.95), 0.02, 0.02), limb(p, vec2(0.44, 0.02), vec2(0.42, 0.45), 0.02, 0.02)));
  else if (who == 6) thing = joined(limb(p, vec2(0.62, 1.15), vec2(0.6, 0.75), 0.06, 0.13), limb(p, vec2(0.6, 0.75), vec2(0.62, 0.0), 0.13, 0.22), 0.1) - 0.01;
  float all = min(min(body, arms), head);
  float at = min(all, 0.0) / 0.06;
  float light = (1.0 - smoothstep(-fine, fine, all)) * (0.35 + 0.65 * exp(-at * at)) * (0.25 + 0.75 * smoothstep(0.1, 1.2, p.y));
  light *= 1.0 - 0.5 * exp(-max(min(arms, head), 0.0) / 0.05) * step(0.0, min(arms, head)) * step(body, 0.0);
  float line = fine + 0.015;
  light = max(light, 0.28 * (1.0 - smoothstep(0.3 * line, 1.6 * line, thing)) * step(0.0, all));
  // A light of its own at each one's heart.
  vec2 heart = p - mix(spine.zw, low.xy, 0.3);
  light += 1.1 * exp(-dot(heart, heart) * 30.0) + 0.2 * exp(-dot(heart, heart) * 5.0);
  if (who == 3) light += 1.6 * exp(-dot(p - held, p - held) * 60.0) + 0.3 * exp(-dot(p - held, p - held) * 7.0);
  vec3 warm = uEmber * 0.9 + vec3(0.16, 0.09, 0.03);
  float fades = 1.0 - smoothstep(0.25, 1.0, r);
  finalColor = vec4(vLight * (mix(uRose, warm, 0.6) * light * 0.15 + mix(uRose, warm, 0.5) * (0.02 * (1.0 - r) * (1.0 - r))) * fades, 0.0);
}

#endif

// From the middle of a disc, or of a root, outwards; vCorner.z: a mote .. a glow; from 4 on the seven.
void main() {
#if PART == 7
  if (vCorner.z > 3.5) {
    scene(int(vCorner.z - 3.5));
    return;
  }
#endif
#if PART == 4
  scene(int(vCorner.z - 3.5));
#else
  float r = dot(vCorner.xy, vCorner.xy);
  float left = 1.0 - r;
  if (left <= 0.0) discard;
  finalColor = vec4(vLight * left * mix(exp(-5.0 * r), left * (0.25 + 1.0 / (1.0 + 14.0 * r)), vCorner.z), 0.0);
#endif
}
