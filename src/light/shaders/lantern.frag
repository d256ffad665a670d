#include <hash>
#include <air>
in vec2 vCorner;
in vec3 vPlace;
in vec4 vLamp;
in vec4 vShape;
out vec4 finalColor;

void main() {
  float v = vCorner.y / 1.3;
  if (abs(v) > 1.0 || (uMirrored > 0.5 && vPlace.y < 0.0)) discard;
  float belly = sqrt(max(1.0 - v * v, 0.0));
  float wide = mix(vShape.y, vShape.x, belly);
  float u = vCorner.x / wide;
  if (abs(u) > 1.0) discard;
  float round1 = sqrt(1.0 - u * u);
  // The flame stands low; paper spreads it, and takes more of it where it is seen at a slant.
  float flame = 1.15 / (1.0 + 2.9 * (u * u * wide * wide + (v + 0.3) * (v + 0.3) * 1.3));
  float paper = 0.35 + 0.65 * round1;
  float rib = vShape.z > 0.0 ? 0.86 + 0.14 * abs(sin(v * vShape.z)) : 0.8 + 0.2 * smoothstep(0.0, 0.12, min(abs(u - 0.34), abs(u + 0.34)));
  float fibre = 0.92 + 0.16 * hash3(ivec3(floor(vec3(u * 9.0, v * 14.0, vShape.w * 97.0)))).x;
  float lid = smoothstep(0.86, 0.94, abs(v));
  float lit = flame * paper * rib * fibre * vLamp.a;
  vec3 deep = vec3(vLamp.r, vLamp.g * vLamp.g * 1.15, vLamp.b * vLamp.b);
  vec3 light = mix(deep * 0.9, vLamp.rgb, smoothstep(0.1, 0.75, flame * paper)) * lit * 2.5;
  light = mix(light, vec3(0.012, 0.009, 0.008) + vLamp.rgb * 0.05 * vLamp.a, lid);
  vec3 way = uEye - vPlace;
  finalColor = seen(light * uGlow, vPlace);
}
