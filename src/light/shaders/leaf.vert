#include <hash>
#include <tree>
// xyz and size.
in vec4 aPlace;
// Normal, and how it is turned about it.
in vec4 aFace;
// The way out of the foliage around it, and how open the sky above it is.
in vec4 aCrown;
// Millimetres along the wood from the foot, the world's leaf, a number of its own, corner.
in vec4 aOwn;
uniform float uWhispers;
uniform float uLarger;
out vec3 vCorner;
out vec4 vLight;

void main() {
  int corner = int(aOwn.w);
  float own = aOwn.z / 65535.0;
  vec3 h = unit3(pcg3(uvec3(aOwn.yz, 77.0)));
  vec3 place = aPlace.xyz + swayAt(aPlace.xyz, 1.0);
  float turn = TAU * uLoop.y;
  float air = 0.1 + 0.6 * uWind + 0.9 * uGust;
  float flutter = sin(turn * floor(44.0 + 40.0 * h.x) + TAU * h.y) * air;
  vec3 n = normalize(aFace.xyz + vec3(h.z - 0.5, 0.2, h.x - 0.5) * flutter * 0.8);
  float spin = 3.14159265 * aFace.w + 0.5 * flutter;
  vec3 side = normalize(cross(n, vec3(0.31, 0.2, 0.93)));
  vec3 tip = cross(side, n);
  vec3 stem = side * cos(spin) + tip * sin(spin);
  vec3 wide = cross(n, stem);
  float size = aPlace.w * uLarger;
  vec2 at = corner == 0 ? vec2(-0.62, -0.15) : corner == 1 ? vec2(0.62, -0.15) : vec2(0.0, 1.15);
  vec3 spot = place + (wide * at.x + stem * (at.y - 0.3)) * size;
  gl_Position = uViewProjection * vec4(spot, 1.0);
  if (uMirrored > 0.5 && spot.y < 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);

  // Neighbours resemble each other: hue goes by branches, and only a little by leaves.
  float branch = 0.5 + 0.25 * (sin(aPlace.x * 0.83 + aPlace.y * 0.61) + sin(aPlace.z * 0.77 - aPlace.y * 0.53 + 1.3));
  float kin = clamp(mix(branch, own, 0.3), 0.0, 1.0);
  vec3 view = uEye - place;
  float d = length(view);
  view /= d;
  // How many pixels it covers decides whether its shape is worth cutting.
  float pixels = size * uPixelScale / d;
  vCorner = vec3(at.x / 0.62, (at.y + 0.15) / 1.3, smoothstep(3.0, 8.0, pixels));

  float open = aCrown.w * 0.5 + 0.5;
  vec3 out1 = normalize(aCrown.xyz + n * 0.35);
  float facing = abs(dot(n, view));
  vec3 dome = (uZenith * 0.9 + uViolet * 0.8) * (0.2 + 0.8 * max(out1.y, 0.0)) * (0.1 + 0.9 * open * open);
  vec3 warmSide = (uRose * 0.5 + uAmber * 0.3) + vec3(0.95, 0.66, 0.45) * uDawn * 0.8;
  float lit = max(dot(out1.xz, uAfterglow) * 0.8 + 0.15, 0.0) * (0.35 + 0.65 * open);
  float through = pow(max(-dot(view.xz, uAfterglow), 0.0), 3.0) * (0.2 + 0.8 * open);
  vec3 body = mix(uMoss * 0.9, uViolet * 0.8 + uMoss * 0.15, smoothstep(0.2, 0.8, kin));
  vec3 light = body * (dome * 8.0 + warmSide * (lit * lit * 0.5 + through * 0.12));
  // A thin film at the edge of sight.
  float graze = pow(1.0 - facing, 3.0);
  light += mix(vec3(0.10, 0.5, 0.45), vec3(0.42, 0.2, 0.5), own) * dome * graze * 1.8 * uIridescence;

  // From within: limbs shine into the foliage from below and from the middle; outer leaves stand dark before it.
  float along = aOwn.x * 0.001;
  float deep = 1.0 - open;
  vec3 inward = (place - (uCrown.xyz - vec3(0.0, 0.32 * uCrown.w, 0.0))) / (0.62 * uCrown.w);
  float core = exp(-dot(inward, inward));
  float below = 0.35 + 0.65 * max(-out1.y, 0.0);
  float wave = 0.5 + 0.5 * sin(TAU * (along * 0.07 - 5.0 * uLoop.y) + own * 2.0);
  float within = uTreeGlow * (0.05 + 1.7 * core * (0.12 + 0.88 * deep * deep) * below) * (0.55 + 0.45 * wave) + uSap * 0.08 * wave;
  // In full light at the festival, and seen from far: what the haze takes is given back.
  within = (within + uFestival * (0.22 + 0.5 * core)) * (1.0 + 1.3 * smoothstep(60.0, 170.0, d));
  float surge = surgeAt(place, along);
  surge /= 1.0 + 0.5 * surge;
  float heat = (within * 1.1 + surge * (0.16 + 0.75 * deep * deep + 0.25 * core)) * (0.45 + 0.7 * own * own);
  // Each of them has its own moment.
  float glints = fract(uLoop.z * floor(20.0 + 40.0 * h.y) + h.x);
  float glint = exp(-glints * 22.0) * smoothstep(0.0, 0.012, glints) * step(h.z, uWhispers * 0.75);
  vec3 teal = vec3(0.16, 0.62, 0.52);
  vec3 pale = vec3(0.95, 0.80, 0.46);
  vec3 hue = mix(teal, mix(pale, uEmber, 0.6 * core), smoothstep(0.35, 0.85, kin * 0.75 + 0.5 * core + 0.22 * uFestival));
  vec3 self = hue * heat * 0.95 + mix(teal * 1.4, pale, own) * glint * 0.9;

  float haze = hazeTo(place, d);
  float colour = colourAt(place);
  vec3 c = drained(mix(light, hazeColour(-view), haze), colour);
  c += kept(self * (1.0 - haze) * uGlow, max(colour, min(surge * 2.0, 1.0)));
  vLight = vec4(c * uFade, d);
}
