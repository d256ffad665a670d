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
// Colour left, light of surges, nearness to the ground, a slow wave that climbs.
out vec4 vLit;
// Is it thick enough for a grain; what its light gains from afar; how much the grain's gains, and how far it is lost.
out vec4 vGrain;
#ifdef LEAN
// Broad weather of the whole tree.
out float vBroad;
#endif

void main() {
  vec3 place = aPlace + swayAt(aPlace, aFlex);
  // No twig is thinner than can be seen before the sky.
  place += aNormal * max(0.8 * distance(place, uEye) / uPixelScale - aBark.w, 0.0);
  // Nothing of it lies under water.
  if (uMirrored > 0.5) place.y = max(place.y, 0.0);
  vPlace = place;
  vNormal = aNormal;
  vAxis = aAxis;
  vBark = aBark;
  vec3 way = place - uEye;
  float d = length(way);
  float haze = treeHaze(place, d);
  vHaze = vec4(treeHazeColour(way / max(d, 1e-3), haze) * haze, 1.0 - haze);
  float surge = surgeAt(aPlace, aBark.z);
  float wave = 0.5 + 0.5 * sin(TAU * (aBark.z * 0.11 - 5.0 * uLoop.y));
  vLit = vec4(colourAt(place), surge / (1.0 + 0.45 * surge), exp(-max(place.y - uTreeFoot.y, 0.0) * 0.8), wave);
  float lift = (0.9 + 0.2 * uBreath) * (1.0 + 2.0 * smoothstep(60.0, 170.0, d)) * (1.0 + 0.7 * uFestival);
  vGrain = vec4(smoothstep(0.1, 0.36, aBark.w), lift, 1.0 - 0.6 * smoothstep(5.0, 24.0, d), smoothstep(2.5, 9.0, d));
#ifdef LEAN
  vBroad = 0.5 + 0.21 * (sin(aPlace.y * 1.1 + aPlace.x * 2.3) + sin(aPlace.z * 2.1 - aPlace.y * 0.8 + 1.0));
#endif
  gl_Position = uViewProjection * vec4(place, 1.0);
}
