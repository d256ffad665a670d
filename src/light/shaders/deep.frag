#include <hash>
in vec3 vCorner;
in vec3 vLight;
out vec4 finalColor;
// How the seven hold themselves, see layers/lakeGhosts.ts.
uniform vec4 uHeld[35];

// A processor goes through all that is written: it is given a text for each part, see layers/lakeDeep.ts.
#ifndef PART
#define PART 15
#endif

#if PART & 10
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

#endif

#if PART & 2
// What is drawn so far, and over it a part that is `d` away: its light from the heart, and its edge, found here and lost there.
vec2 laid(vec2 drawn, float d, vec2 p, float much, float line, float fine) {
  vec2 way = p - vec2(0.0, 0.45);
  float near = 1.0 / (1.0 + 30.0 * dot(way, way));
  float cover = 1.0 - smoothstep(-fine - 0.004, fine + 0.004, d);
  // A line in light, found here and lost there, and a breath of fill within.
  float found = line * (0.25 + 0.75 * smoothstep(-0.5, 0.7, sin(p.y * 6.1 + 3.1 * p.x + 2.2) + 0.7 * sin(p.x * 11.0 + 1.0)));
  float soft = min(d, 0.0) / 0.03;
  float thin = (d + 0.8 * fine) / (0.006 + 0.7 * fine);
  float deep = 0.3 + 0.7 * clamp(-d / 0.07, 0.0, 1.0);
  float light = much * (0.012 + 0.06 * deep / (1.0 + 9.0 * dot(way, way)) + near * (0.34 * near * near + 0.05) + found * (exp(-soft * soft) * (0.05 + 0.16 * near) + exp(-thin * thin) * (0.22 + 0.5 * near)));
  // What lies behind is in its shade.
  float shade = 1.0 - 0.85 * line * exp(-max(d, 0.0) / 0.035) * step(0.0, d);
  return vec2(drawn.x * shade * (1.0 - cover) + cover * light, min(drawn.y, d));
}

// Someone seated: legs crossed, hands in the lap, the head bowed and a little aside. Own lengths, y up from the ground.
void figure() {
  vec2 p = vCorner.xy;
  float here = vCorner.z - 2.0;
  float fine = max(0.7 * fwidth(p.y), 0.004);
  // Water is never quite at rest, the less the farther from the surface.
  p.x += 0.004 * sin(p.y * 37.0 + TAU * uLoop.y * 41.0) * p.y;
  // The weight is not quite even: the spine is a slow bend.
  p.x += 0.014 * sin(4.0 * p.y + 0.3);
  vec2 q = vec2(abs(p.x), p.y + 0.02 * p.x);
  float trunk = joined(limb(q, vec2(0.0, 0.55), vec2(0.0, 0.36), 0.108, 0.084), limb(q, vec2(0.0, 0.34), vec2(0.05, 0.14), 0.09, 0.14), 0.14);
  trunk = joined(trunk, limb(q, vec2(0.03, 0.63), vec2(0.145, 0.575), 0.03, 0.048), 0.09);
  trunk = joined(trunk, limb(p, vec2(0.0, 0.60), vec2(-0.006, 0.73), 0.05, 0.037), 0.08);
  float legs = joined(limb(q, vec2(0.05, 0.16), vec2(0.4, 0.1), 0.12, 0.056), limb(q, vec2(0.38, 0.09), vec2(0.12, 0.055), 0.056, 0.046), 0.07);
  float shin = limb(p, vec2(-0.4, 0.105), vec2(0.1, 0.045), 0.048, 0.034);
  float arms = joined(limb(q, vec2(0.156, 0.566), vec2(0.238, 0.36), 0.046, 0.037), limb(q, vec2(0.238, 0.36), vec2(0.075, 0.215), 0.04, 0.026), 0.06);
  arms = joined(arms, joined(limb(q, vec2(0.0, 0.2), vec2(0.07, 0.213), 0.034, 0.028), limb(q, vec2(0.02, 0.19), vec2(0.0, 0.185), 0.03, 0.03), 0.03), 0.03);
  // The face looks down: crown towards us, chin drawn in.
  vec2 at = p - vec2(-0.02, 0.78);
  at = vec2(at.x * 0.982 + at.y * 0.19, at.y * 0.982 - at.x * 0.19);
  float head = joined(limb(at, vec2(0.0, 0.046), vec2(0.0, 0.012), 0.09, 0.086), limb(at, vec2(0.0, -0.02), vec2(-0.002, -0.082), 0.068, 0.036), 0.06);
  vec2 drawn = laid(vec2(0.0, 1.0), trunk, p, 1.0, 1.0, fine);
  drawn = laid(drawn, legs, p, 1.0, 1.0, fine);
  drawn = laid(drawn, shin, p, 0.5, 0.8 * smoothstep(0.36, 0.18, abs(p.x + 0.06)), fine);
  drawn = laid(drawn, arms, p, 1.0, smoothstep(0.6, 0.46, p.y), fine);
  drawn = laid(drawn, head, p, 1.1, 1.0, fine);
  vec2 way = p - vec2(0.0, 0.45);
  float far = dot(way, way);
  float near = 1.0 / (1.0 + 30.0 * far);
  float light = drawn.x + 0.06 * exp(-9.0 * max(drawn.y, 0.0)) * step(0.0, drawn.y) * near;
#ifndef BARE
  // It is made of what all of them are made of.
  light *= 0.8 + 0.4 * hash3(ivec3(ivec2(floor(p * vec2(210.0, 130.0))), 5)).x;
#endif
  vec3 warm = uEmber * 0.9 + vec3(0.16, 0.09, 0.03) + uBlossom * 0.05;
  float mixed = clamp(1.5 * near, 0.0, 1.0);
  vec3 hue = mix(mix(uViolet * 2.6, uRose, 0.6), warm, mixed);
  // Knees fade into the dark of the surface, and at last the sheet.
  float fades = smoothstep(-0.02, 0.1, p.y) * smoothstep(1.03, 0.9, p.y) * smoothstep(0.62, 0.5, abs(p.x));
  finalColor = vec4(vLight * (hue * light + warm * (0.5 * exp(-far * 900.0))) * (fades * here * here * 1.5), 0.0);
}

#endif

#if PART & 8
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
  float fine = max(0.8 * fwidth(p.y), 0.012);
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
  light = max(light, (who == 6 ? 0.5 : 0.75) * (1.0 - smoothstep(0.3 * line, 1.6 * line, thing)) * step(0.0, all));
  if (who == 3) light += 1.6 * exp(-dot(p - held, p - held) * 60.0) + 0.3 * exp(-dot(p - held, p - held) * 7.0);
  vec3 warm = uEmber * 0.9 + vec3(0.16, 0.09, 0.03);
  float fades = 1.0 - smoothstep(0.25, 1.0, r);
  finalColor = vec4(vLight * (mix(uRose, warm, 0.6) * light * 0.26 + mix(uViolet * 1.6, uRose, 0.4) * (0.055 * (1.0 - r))) * fades, 0.0);
}

#endif

// From the middle of a disc, or of a root, outwards; vCorner.z: a mote .. a glow; from 2 on the one who is seated, from 4
// on the seven.
void main() {
#if PART == 15
  if (vCorner.z > 3.5) {
    scene(int(vCorner.z - 3.5));
    return;
  }
  if (vCorner.z > 1.5) {
    figure();
    return;
  }
#endif
#if PART == 8
  scene(int(vCorner.z - 3.5));
#elif PART == 2
  figure();
#else
  float r = dot(vCorner.xy, vCorner.xy);
  float left = 1.0 - r;
  if (left <= 0.0) discard;
  finalColor = vec4(vLight * left * mix(exp(-5.0 * r), left * (0.25 + 1.0 / (1.0 + 14.0 * r)), vCorner.z), 0.0);
#endif
}
