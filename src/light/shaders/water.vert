#include <air>
// x, z, metres downstream, metres aside.
in vec4 aPlace;
// Direction downstream, how wild, how much of it is stream.
in vec4 aFlow;
out vec3 vPlace;
out vec2 vAlong;
out vec4 vFlow;
// What haze adds, and what it leaves.
out vec4 vHaze;
out float vColour;

void main() {
  vec3 place = vec3(aPlace.x, 0.0, aPlace.y);
  vec3 way = place - uEye;
  float d = length(way);
  float haze = hazeTo(place, d);
  vPlace = place;
  vAlong = aPlace.zw;
  vFlow = aFlow;
  vHaze = vec4(hazeColour(way / max(d, 1e-3)) * haze, 1.0 - haze);
  vColour = colourAt(place);
  gl_Position = uViewProjection * vec4(place, 1.0);
}
