#include <air>
in vec3 aPlace;
// Normal, and a number of the stone's own.
in vec4 aSkin;
out vec3 vPlace;
out vec4 vSkin;
out vec4 vHaze;
out float vColour;

void main() {
  vec3 way = aPlace - uEye;
  float d = length(way);
  float haze = hazeTo(aPlace, d);
  vPlace = aPlace;
  vSkin = aSkin;
  vHaze = vec4(hazeColour(way / max(d, 1e-3)) * haze, 1.0 - haze);
  vColour = colourAt(aPlace);
  gl_Position = uViewProjection * vec4(aPlace, 1.0);
}
