// `ridges` for a processor: lit at their corners.
#include <air>
#include <lean>
in vec4 aPlace;
out vec4 vLight;
// Metres above the mirror while it is drawn.
out float vAbove;

void main() {
  vec3 place = leaning(aPlace.xyz);
  vec3 way = place - uEye;
  float d = length(way);
  float rim = step(0.02, aPlace.w);
  place.y += (aPlace.w * 2.2 - 0.6 * rim) * d / uPixelScale;
  float far = smoothstep(900.0, 4800.0, d);
  vec3 body = (uMoss * uViolet * 0.9 + uZenith * 0.28) * (0.55 + 0.6 * far);
  float low = exp(-max(place.y, 0.0) / (0.042 * d));
  float haze = 1.0 - exp(-d / 3600.0 * uHaze * (0.8 + (4.4 + 4.0 * uDawn) * low));
  vec3 c = mix(body, hazeColour(way / d) * (0.72 + 0.68 * far), haze);
  float cover = mix(1.0, clamp(1.0 - aPlace.w, 0.0, 1.0), rim);
  vLight = vec4(drained(c, colourAt(place)) * (uFade * cover), mix(d, cover, rim));
  vAbove = uMirrored > 0.5 ? place.y : 1.0;
  gl_Position = uViewProjection * vec4(place, 1.0);
}
