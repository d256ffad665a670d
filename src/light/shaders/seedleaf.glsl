#include <heart>
// A leaf of the seed: x across -1..1, y along 0..1 from its stem.
float leafWidth(float along) {
  return 0.36 * pow(max(sin(3.14159265 * pow(clamp(along, 0.0, 1.0), 0.7)), 0.0), 0.9);
}

// Its points in its own frame: across, along, towards the eye; of length one.
vec3 leafPoint(vec2 at) {
  float w = leafWidth(at.y);
  return vec3(at.x * w, at.y, abs(at.x) * w * 0.55 - 0.22 * at.y * at.y);
}

// Lit from within, with a rib and veins; teal at the stem, gold at the edge.
vec3 leafLook(vec2 at, float lit) {
  float rib = 1.0 - smoothstep(0.0, 0.09, abs(at.x));
  float side = fract(at.y * 6.5 - abs(at.x) * 1.1);
  float vein = (1.0 - smoothstep(0.0, 0.16, abs(side - 0.5))) * (1.0 - abs(at.x));
  float edge = smoothstep(0.55, 1.0, abs(at.x));
  vec3 teal = vec3(0.03, 0.50, 0.44);
  vec3 gold = vec3(0.95, 0.55, 0.14);
  vec3 c = mix(teal, gold, 0.05 + 0.6 * edge * edge + 0.2 * at.y);
  float cup = 0.55 + 0.45 * smoothstep(-0.6, 0.7, at.x);
  return c * (0.34 + 0.3 * edge + 0.5 * vein) * cup + gold * rib * 0.6 + uEmber * lit * 0.25;
}
