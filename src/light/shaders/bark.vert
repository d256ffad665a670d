#include <tree>
in vec3 aPlace;
in vec3 aNormal;
in vec3 aAxis;
// Around and up in tiles, metres along the wood from the foot, radius.
in vec4 aBark;
in float aFlex;
out vec3 vPlace;
out vec3 vNormal;
out vec3 vAxis;
out vec4 vBark;
// What haze adds, and what it leaves.
out vec4 vHaze;
// Colour left, light of surges.
out vec2 vLit;

void main() {
  vec3 place = aPlace + swayAt(aPlace, aFlex);
  vPlace = place;
  vNormal = aNormal;
  vAxis = aAxis;
  vBark = aBark;
  vec3 way = place - uEye;
  float d = length(way);
  float haze = hazeTo(place, d);
  vHaze = vec4(hazeColour(way / max(d, 1e-3)) * haze, 1.0 - haze);
  vLit = vec2(colourAt(place), surgeAt(aPlace, aBark.z));
  gl_Position = uViewProjection * vec4(place, 1.0);
}
