#include <heart>
// A leaf of the seed: x across -1..1, y along 0..1 from its stalk's foot; a number of its own from its length.
float leafOwn(float long1) {
  return fract(long1 * 13.7);
}

float leafWidth(float along) {
  float blade = clamp((along - 0.14) / 0.86, 0.0, 1.0);
  // Broad below its middle, and drawn out to a thin tip.
  return 0.02 + 0.35 * pow(max(sin(3.14159265 * pow(blade, 0.68)), 0.0), 1.1) * (1.0 - 0.3 * blade);
}

// Its points in its own frame: across, along, towards the eye; of length one. It is folded along its rib, one half more than
// the other, bent like a sickle, and hangs over.
vec3 leafPoint(vec2 at, float own) {
  float w = leafWidth(at.y) * (at.x > 0.0 ? 1.0 : 0.72 + 0.25 * own);
  float x = abs(at.x);
  float fold = (0.45 + 0.9 * own) * (at.x > 0.0 ? 0.55 : 1.15);
  float close = inversesqrt(1.0 + fold * fold);
  float wave = 0.035 * sin(10.0 * at.y + 5.0 * own + 2.0 * at.x) * x;
  return vec3(at.x * w * close + (0.5 * own - 0.2) * at.y * at.y + 0.03 * sin(5.0 * at.y), at.y, x * w * fold * close + wave - (0.2 + 0.5 * own) * at.y * at.y);
}

// Thin enough that the orb shines through it: its flesh holds a little of the light, its veins carry it.
vec3 leafLook(vec2 at, float lit, float own) {
  float blade = smoothstep(0.06, 0.24, at.y);
  float x = abs(at.x);
  float rib = 1.0 - smoothstep(0.0, 0.14 - 0.09 * at.y, x);
  // Veins leave the rib by turns, bow towards the tip, and fail before the edge.
  float n = (at.y - 0.34 * x + 0.15 * x * x + (at.x > 0.0 ? 0.05 : 0.0)) * (5.0 + 1.6 * own);
  float vein = (1.0 - smoothstep(0.03, 0.15, abs(fract(n) - 0.5))) * (1.0 - x);
  // What turns from the light is dark; along the fold lies shade.
  float half1 = at.x > 0.0 ? 1.0 : 0.34;
  float flesh = half1 * (0.45 + 0.55 * smoothstep(0.0, 0.35, x)) * (1.0 - 0.4 * x * x);
  float through = (0.5 + 3.0 * lit) * (1.0 - 0.4 * at.y);
  vec3 cool = mix(vec3(0.060, 0.125, 0.095), vec3(0.165, 0.085, 0.062), smoothstep(0.45, 0.75, own));
  vec3 warm = mix(vec3(0.52, 0.40, 0.13), vec3(0.70, 0.30, 0.10), own);
  vec3 c = mix(cool, warm, clamp(2.4 * lit - 0.25 * x, 0.0, 0.9)) * through * flesh * blade;
  float edge = smoothstep(0.74, 0.9, x) * blade * half1;
  vec3 thread = mix(vec3(0.42, 0.50, 0.42), vec3(1.0, 0.66, 0.30), min(4.0 * lit, 1.0));
  return c + thread * (max(rib * 0.8, vein * blade * 0.6 * (0.5 + 0.5 * half1)) + 0.12 * edge) * (0.34 + 2.2 * lit) * (1.0 - 0.35 * at.y);
}
