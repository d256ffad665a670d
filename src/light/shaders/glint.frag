#include <hash>
in vec2 vCorner;
in vec3 vLight;
flat in uint vKind;
out vec4 finalColor;

// How many leaves of a spray are lit: the one that whispers, and some beside it.
#ifdef LEAN
const uint LEAVES = 1u;
#else
const uint LEAVES = 6u;
#endif

void main() {
  float r = dot(vCorner, vCorner);
  if (r > 1.0) discard;
  float soft = (1.0 - r) * (1.0 - r);
  float edge = 0.7 * length(fwidth(vCorner));
  vec3 sum = vLight * (0.025 * soft * soft);
  uint kind = vKind & 3u;
  if (kind == 2u) sum += vLight * exp(-r * 24.0);
  else for (uint i = 0u; i < LEAVES; i++) {
    vec3 h = unit3(pcg3(uvec3(vKind, i, 31u)));
    float turn = TAU * h.x;
    vec2 way = vec2(cos(turn), sin(turn));
    vec2 at = vCorner - (i == 0u ? vec2(0.0) : vec2(-way.y, way.x) * (0.2 + 0.32 * h.y));
    float along = dot(at, way) / (0.30 + 0.12 * h.z);
    float across = abs(at.x * way.y - at.y * way.x);
    float half1 = 0.15 * (1.0 - along * along) * (1.0 - 0.35 * along);
    float whole = clamp((half1 - across) / edge + 0.5, 0.0, 1.0) * step(abs(along), 1.0);
    // Neighbours have only some of its light, and more of their own green.
    float share = i == 0u ? 1.0 : 0.45 * h.y * h.y + 0.04;
    sum += mix(vLight, vLight.ggg * vec3(0.45, 0.8, 0.35), i == 0u ? 0.0 : 0.4) * (whole * share * (0.7 + 0.5 * along - 0.35 * exp(-across * 40.0)));
  }
  finalColor = vec4(sum, 0.0);
}
