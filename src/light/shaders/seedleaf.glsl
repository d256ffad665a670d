#include <heart>
// A leaf of the seed: x across -1..1, y along 0..1 from its stalk's foot.
float leafWidth(float along) {
  float blade = clamp((along - 0.16) / 0.84, 0.0, 1.0);
  return 0.014 + 0.36 * pow(max(sin(3.14159265 * pow(blade, 0.62)), 0.0), 0.95) * (1.0 - 0.3 * blade);
}

// Its points in its own frame: across, along, towards the eye; of length one. It is folded along its rib, and hangs over.
vec3 leafPoint(vec2 at) {
  float w = leafWidth(at.y);
  return vec3(at.x * w + 0.05 * sin(3.0 * at.y), at.y, abs(at.x) * w * 0.6 + 0.05 * sin(9.0 * at.y + 2.0 * at.x) * abs(at.x) - 0.34 * at.y * at.y);
}

// Thin enough that the orb shines through it: its flesh holds a little of the light, its veins carry it.
vec3 leafLook(vec2 at, float lit) {
  float blade = smoothstep(0.12, 0.24, at.y);
  float x = abs(at.x);
  float rib = 1.0 - smoothstep(0.0, 0.10 - 0.06 * at.y, x);
  float side = fract((at.y - 0.22 * x) * 7.5);
  float vein = (1.0 - smoothstep(0.0, 0.13, abs(side - 0.5))) * (1.0 - 0.75 * x);
  float through = (0.50 + 3.4 * lit) * (1.0 - 0.45 * at.y);
  float flesh = (0.55 + 0.45 * cos(at.y * 23.0 - x * 5.0) * (1.0 - x)) * (1.0 - 0.6 * x * x) * (at.x > 0.0 ? 1.0 : 0.62);
  vec3 cool = vec3(0.03, 0.20, 0.20);
  vec3 warm = vec3(0.72, 0.52, 0.12);
  vec3 c = mix(cool, warm, clamp(0.12 + 2.6 * lit - 0.3 * x, 0.0, 0.9)) * through * flesh * blade;
  return c + mix(vec3(0.34, 0.75, 0.50), vec3(1.0, 0.72, 0.34), min(4.0 * lit, 1.0)) * (max(rib * 0.9, vein * blade * 0.42) * (0.30 + 1.6 * lit));
}
