#include <air>
in vec3 vPlace;
in float vTop;
out vec4 finalColor;

void main() {
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
  vec3 way = vPlace - uEye;
  float d = length(way);
  vec3 dir = way / d;
  // Far ground takes the sky's light; the air before it takes the horizon's, more the lower and the farther it lies.
  vec3 body = uMoss * uViolet * 0.9 + uZenith * 0.28;
  vec3 air = hazeColour(dir);
  float low = exp(-max(vPlace.y, 0.0) / 70.0);
  float haze = 1.0 - exp(-d / 4200.0 * uHaze * (0.75 + 1.5 * low));
  vec3 c = mix(body, air, haze);
  finalColor = vec4(drained(c, colourAt(vPlace)) * uFade, d);
}
