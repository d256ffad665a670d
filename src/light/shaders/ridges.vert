// w: 0 on land; on a rim above it from 0.04 to 1, from half a pixel under the top to
// more than one over it.
in vec4 aPlace;
out vec3 vPlace;
out float vOver;
flat out float vRim;

#include <lean>
void main() {
  vec3 place = leaning(aPlace.xyz);
  float d = distance(place, uEye);
  vPlace = place + vec3(0.0, (aPlace.w * 2.2 - 0.6 * step(0.02, aPlace.w)) * d / uPixelScale, 0.0);
  vOver = aPlace.w;
  vRim = step(0.02, aPlace.w);
  gl_Position = uViewProjection * vec4(vPlace, 1.0);
}
