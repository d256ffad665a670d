#include <hash>
#include <tree>
#include <film>
// xyz of its root, length.
in vec4 aPlace;
// Way out of the trunk along x and z, a number of its own, corner.
in vec4 aWay;
out vec4 vLight;

void main() {
  int corner = int(aWay.w);
  vec3 h = hash3(ivec3(gl_VertexID / 3, 5, 23));
  vec3 out1 = vec3(aWay.x, 0.0, aWay.y);
  vec3 side = normalize(cross(vec3(0.0, 1.0, 0.0), out1));
  float turn = TAU * h.x;
  vec3 stem = normalize(out1 + vec3(0.0, 0.35, 0.0) + (side * cos(turn) + vec3(0.0, sin(turn), 0.0)) * 0.7);
  vec3 wide = normalize(cross(stem, uEye - aPlace.xyz));
  float tall = aPlace.w;
  vec3 view = uEye - aPlace.xyz;
  float d = length(view);
  view /= d;
  // Broader with distance, as it becomes one with its neighbours; gone where it would be less than a pixel.
  float gone = 1.0 - smoothstep(9.0, 22.0, d);
  vec3 place = aPlace.xyz + (corner == 2 ? stem * tall : wide * tall * (corner == 0 ? -0.22 : 0.22)) * gone;
  gl_Position = tall > 0.0 && gone > 0.0 ? uViewProjection * vec4(place, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
  if (uMirrored > 0.5 && place.y < 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);

  float tip = corner == 2 ? 1.0 : 0.04;
  float facing = clamp(dot(stem, view), 0.0, 1.0);
  float graze = 1.0 - facing;
  vec3 dome = uZenith * 0.8 + uViolet * 0.7;
  vec3 warmSide = (uRose * 0.4 + uAmber * 0.3) * (0.3 + 0.7 * max(dot(out1.xz, uAfterglow), 0.0));
  vec3 hue = film(356.0 + 90.0 * (aWay.z - 0.5), facing);
  vec3 body = uMoss * mix(vec3(0.55, 0.85, 1.15), vec3(1.5, 1.1, 0.8), aWay.z * aWay.z * h.y);
  vec3 light = body * (dome * 4.2 + warmSide * 0.25) * tip;
  light += hue * (dome * 1.5 + warmSide * 0.1) * uIridescence * tip * (0.15 + 1.6 * graze * graze);
  // The bark's own light from between the plates.
  float along = aPlace.y - uTreeFoot.y;
  float surge = surgeAt(aPlace.xyz, along);
  surge /= 1.0 + 0.45 * surge;
  vec3 own = uEmber * (body * 0.8 + hue * vec3(0.05, 0.06, 0.09)) * (0.4 * uTreeGlow + 0.5 * uSap + 1.0 * surge) * (0.1 + 0.9 * tip * h.z);
  float colour = colourAt(aPlace.xyz);
  vLight = vec4((drained(light, colour) + kept(own * uGlow, colour)) * uFade, d);
}
