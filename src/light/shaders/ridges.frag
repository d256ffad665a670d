#include <air>
in vec3 vPlace;
in float vOver;
flat in float vRim;
out vec4 finalColor;

void main() {
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
  vec3 way = vPlace - uEye;
  float d = length(way);
  vec3 dir = way / d;
  // Far ground takes the sky's light; the air before it takes the horizon's, more the lower and the farther it lies.
  float far = smoothstep(900.0, 4800.0, d);
  vec3 body = (uMoss * uViolet * 0.9 + uZenith * 0.28) * (0.55 + 0.6 * far);
  vec3 air = hazeColour(dir) * (0.72 + 0.68 * far);
  // Mist lies at the foot of each, and the farther the paler they stand.
  float low = exp(-max(vPlace.y, 0.0) / (0.042 * d));
  float haze = 1.0 - exp(-d / 3600.0 * uHaze * (0.8 + (4.4 + 4.0 * uDawn) * low));
  vec3 c = mix(body, air, haze);
  // A rim (w from 0.04 up) covers by its alpha; the land itself says its distance there.
  float cover = vRim > 0.5 ? clamp(1.0 - vOver, 0.0, 1.0) : 1.0;
  finalColor = vec4(drained(c, colourAt(vPlace)) * uFade * cover, vRim > 0.5 ? cover : d);
}
