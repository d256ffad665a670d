#include <hash>
#include <air>
in vec3 vPlace;
in vec3 vNormal;
in vec3 vOwn;
in vec4 vHue;
in vec3 vState;
out vec4 finalColor;

// The dark within a being: matter that hides what is behind it, lit by its own chest and rimmed by the dusk.
void main() {
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
  // It gathers grain by grain.
  float grain = hash3(ivec3(floor(vOwn * 70.0)) + 900).x;
  if (grain > smoothstep(0.2, 0.85, vState.z) * 1.02) discard;
  vec3 n = normalize(vNormal);
  vec3 view = normalize(uEye - vPlace);
  float facing = clamp(dot(n, view), 0.0, 1.0);
  float rim = (1.0 - facing) * sqrt(1.0 - facing);
  float chest = vState.x;
  vec3 dome = (uZenith + uViolet) * (0.6 + 0.4 * n.y);
  float lit = max(dot(n.xz, uAfterglow) * 0.8 + 0.2, 0.0);
  vec3 light = vec3(0.05, 0.045, 0.06) * (dome * 3.0 + (uRose + uAmber) * lit * 0.4 + uDawn * vec3(0.5, 0.4, 0.35));
  // Thin where it is turned away, deep where it is faced: light stands in it as in amber.
  light += vHue.rgb * vState.y * (0.016 + 0.13 * rim + chest * (0.05 + (0.2 + 0.6 * facing) * vHue.a)) * uGlow;
  finalColor = seen(light, vPlace);
}
