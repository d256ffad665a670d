#include <hash>
#include <air>
in vec3 vPlace;
in vec3 vNormal;
in vec3 vOwn;
in vec4 vHue;
in vec3 vState;
out vec4 finalColor;

// Grains of light within the body, one at most a cell: how bright the nearest is.
float grains(vec3 p, float fine) {
  vec3 q = p * fine;
  vec3 cell = floor(q);
  vec3 h = hash3(ivec3(cell) + 900);
  vec3 off = q - cell - 0.25 - 0.5 * h;
  float near = max(1.0 - 5.0 * dot(off, off), 0.0);
  return near * near * h.x * h.x * (0.6 + 0.4 * sin(TAU * (uLoop.y * floor(12.0 + 24.0 * h.y) + h.z)));
}

// The dark within a being: matter that hides what is behind it, in which its own light stands as in amber.
void main() {
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
  if (vState.z < 0.86) {
    // It gathers grain by grain.
    float grain = hash3(ivec3(floor(vOwn * 70.0)) + 900).x;
    if (grain > smoothstep(0.2, 0.85, vState.z) * 1.02) discard;
  }
  vec3 n = normalize(vNormal);
  vec3 toEye = uEye - vPlace;
  float d = length(toEye);
  vec3 view = toEye / d;
  float facing = clamp(dot(n, view), 0.0, 1.0);
  float rim = (1.0 - facing) * sqrt(1.0 - facing);
  float chest = vState.x;
  vec3 dome = (uZenith + uViolet) * (0.6 + 0.4 * n.y);
  float lit = max(dot(n.xz, uAfterglow) * 0.8 + 0.2, 0.0);
  vec3 light = vec3(0.03, 0.027, 0.04) * (dome * 3.0 + (uRose + uAmber) * lit * 0.4 + uDawn * vec3(0.5, 0.4, 0.35));
  // About three pixels a grain, whatever the distance; two sizes cross over on the way.
  float size = log2(clamp(uPixelScale / (d * 3.6), 8.0, 420.0));
  float part = fract(size);
  float fine = exp2(floor(size));
  float sparks = grains(vOwn, fine) * (1.0 - part) + grains(vOwn + 3.0, fine * 2.0) * part;
  float body = 0.02 + 0.34 * rim + sparks * (0.3 + 1.3 * rim + 1.1 * chest);
  float heart = chest * (0.08 + (0.2 + 1.1 * facing * facing) * vHue.a * (0.55 + 1.3 * sparks)) * 1.25;
  light += vHue.rgb * vState.y * (body + heart) * uGlow;
  light *= 1.0 + min(d / 40.0, 1.5);
  finalColor = seen(light, vPlace);
}
