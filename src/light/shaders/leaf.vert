#include <hash>
#include <tree>
// xyz of the twig's foot, and how long the spray is.
in vec4 aPlace;
// Normal, and how it is turned about it.
in vec4 aFace;
// The way out of the foliage around it, and how open the sky above it is.
in vec4 aCrown;
// Millimetres along the wood from the foot, the world's leaf, a number of its own (high byte) with the limbs' light that
// reaches it (low byte), corner.
in vec4 aOwn;
uniform float uWhispers;
uniform float uLarger;
// Where in the picture of sprays, how far its leaves are cut, and a turn of light from one half of a leaf to the other.
out vec4 vCut;
// Dusk on it with its distance; its own light with how unlike its leaves are.
out vec4 vDusk;
out vec4 vSelf;

void main() {
  int corner = int(aOwn.w);
  float own = floor(aOwn.z / 256.0) / 255.0;
  float lit = mod(aOwn.z, 256.0) / 255.0;
  vec3 h = unit3(pcg3(uvec3(aOwn.yz, 77.0)));
  vec3 place = aPlace.xyz + swayAt(aPlace.xyz, 1.0);
  float turn = TAU * uLoop.y;
  float air = 0.1 + 0.6 * uWind + 0.9 * uGust;
#ifdef LEAN
  float flutter = 0.0;
#else
  float flutter = sin(turn * floor(44.0 + 40.0 * h.x) + TAU * h.y) * air;
#endif
#ifdef LEAN
  vec3 n = aFace.xyz;
#else
  vec3 n = normalize(aFace.xyz + vec3(h.z - 0.5, 0.2, h.x - 0.5) * flutter * 0.4);
#endif
  float spin = 3.14159265 * aFace.w + 0.22 * flutter;
  vec3 side = normalize(cross(n, vec3(0.31, 0.2, 0.93)));
  vec3 tip = cross(side, n);
  vec3 stem = side * cos(spin) + tip * sin(spin);
  vec3 wide = cross(n, stem);
  float d = distance(uEye, place);
  float haze = treeHaze(place, d);
  // What hangs near the eye gives way to it, spray after spray.
  float size = aPlace.w * uLarger * smoothstep(2.0 + 4.0 * h.y, 4.0 + 5.0 * h.y, d);
  vec2 at = corner == 0 ? vec2(-0.5, 0.0) : corner == 1 ? vec2(0.5, 0.0) : vec2(0.0, 1.0);
  // Its foot lies a little behind the twig; its tip hangs.
  vec3 spot = place + (wide * at.x * 1.05 + stem * (at.y - 0.4)) * size - vec3(0.0, 0.22 * size * at.y * at.y, 0.0);
  gl_Position = uViewProjection * vec4(spot, 1.0);
  if (uMirrored > 0.5 && spot.y < 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);

  vec3 view = uEye - place;
  view /= d;
  // How many pixels a leaf covers decides how sharply it is cut: far ones run together.
  float pixels = 0.25 * size * uPixelScale / d;
  float kind = floor(own * 3.999);
  vec2 uv = vec2(h.z > 0.5 ? at.x + 0.5 : 0.5 - at.x, at.y * 0.98 + 0.01);
  vCut = vec4((uv + vec2(mod(kind, 2.0), floor(kind * 0.5))) * 0.5, mix(0.16, 0.46, smoothstep(0.8, 3.5, pixels)), 0.0);

  // Dusk: the dome on what looks up, the last light on one flank and, against it, through the rim of the crown.
  float open = aCrown.w * 0.5 + 0.5;
  vec3 out1 = normalize(aCrown.xyz + n * 0.45);
  float facing = abs(dot(n, view));
  float sky = open * open * (0.16 + 0.84 * max(0.25 + 0.75 * out1.y, 0.0));
  float edge = 1.0 - abs(dot(normalize(aCrown.xyz), view));
  float rim = edge * edge * open;
  vec3 dome = uZenith * 0.9 + uViolet * 0.8;
  vec3 warmSide = (uRose * 0.5 + uAmber * 0.3) + vec3(0.95, 0.66, 0.45) * uDawn * 0.8;
  float flank = max(dot(out1.xz, uAfterglow) * 0.85 + 0.1, 0.0) * (0.1 + 0.9 * open);
  float against = max(-dot(view.xz, uAfterglow), 0.0);
  float branch = 0.5 + 0.25 * (sin(aPlace.x * 0.83 + aPlace.y * 0.61) + sin(aPlace.z * 0.77 - aPlace.y * 0.53 + 1.3));
  float kin = clamp(mix(branch, own, 0.3), 0.0, 1.0);
  vec3 body = mix(uMoss * vec3(0.75, 1.0, 0.95), uMoss * 0.5 + uViolet * 0.45, smoothstep(0.25, 0.85, kin));
  vec3 light = body * (dome * 12.0 * sky + warmSide * (0.55 * flank * flank + 1.1 * against * against * against * rim));
  light += dome * rim * (0.14 + 1.0 * max(out1.y, 0.0)) * (0.4 + 0.6 * own);
  // By night its masses are dark before the sky.
  light *= 0.42 + 0.58 * uDawn;
#ifndef LEAN
  // A thin film at the edge of sight.
  float graze = 1.0 - facing;
  light += mix(vec3(0.10, 0.5, 0.45), vec3(0.42, 0.2, 0.5), own) * dome * graze * graze * graze * open * 1.3 * uIridescence;
#endif

  // From within: limbs shine into what hangs about them, through leaves rather than on them; light rises in slow waves.
  float along = aOwn.x * 0.001;
  float wave = 0.5 + 0.5 * sin(TAU * (along * 0.07 - 5.0 * uLoop.y) + own * 1.2);
  float near = lit * lit;
  float through = 0.3 + 0.7 * facing;
  // Whole sprays lie in the shade of others.
  float dapple = (0.06 + 1.5 * smoothstep(0.3, 1.0, own)) * (0.2 + 1.3 * branch);
  // Light is within: what hangs behind the limbs is seen lit, what hangs before them is dark before it, or lit through.
  float beyond = smoothstep(0.1, 0.95, 0.5 - 0.5 * dot(normalize(aCrown.xyz), view));
  dapple *= mix(0.16 + 0.5 * own * own * own, 1.6, beyond);
  float within = (uTreeGlow * (0.85 + 0.3 * uBreath) * (0.3 + 0.7 * wave) + 0.45 * uSap * wave) * (0.006 + mix(9.5 * lit * lit, 31.0 * (0.15 + 0.85 * lit), smoothstep(12.0, 30.0, d)) * near * through * dapple);
  // And the trunk lights the undersides of the whole crown: masses of light hang under masses of dark.
  vec3 rise = place - uTreeFoot - vec3(0.0, 5.0, 0.0);
  float under = max(0.4 - 0.6 * aCrown.y, 0.0);
  under *= under * exp(-0.011 * dot(rise, rise));
  within += uTreeGlow * 0.2 * under * through * dapple;
  near += 0.12 * under;
  // In full light at the festival, and seen from far: what the haze takes is given back.
  float afar = smoothstep(60.0, 170.0, d);
  within += uTreeGlow * afar * (0.04 + 1.1 * lit * dapple);
  // Then its heart burns, and the masses that hang about it stay dark.
  float heart = 0.5 * dapple * (0.4 + 0.6 * beyond);
  within = mix(within * (1.0 + 2.0 * afar), (within * 0.5 + 0.03 * branch + (4.4 * near + 2.6 * lit * (0.3 + 0.7 * wave)) * heart) * (1.0 + 1.4 * afar), uFestival);
  float surge = surgeAt(place, along);
  surge /= 1.0 + 0.5 * surge;
  float heat = within + surge * (0.10 + 0.9 * near) * through * (0.5 + 0.5 * dapple);
  // No single leaf outshines its mass.
  heat /= 1.0 + (0.1 + 3.0 / d) * heat;
  // Whispers: breath goes through the crown in waves, and where it passes leaves light up one by one.
  vec3 way = place - uCrown.xyz;
  float gust = sin(TAU * 7.0 * uLoop.y + way.x * 0.19 + way.y * 0.27 - way.z * 0.16) + sin(TAU * 4.0 * uLoop.y - way.z * 0.23 + way.y * 0.12);
  float passing = smoothstep(0.1, 1.7, gust);
  float moment = fract(uLoop.z * floor(20.0 + 40.0 * h.y) + h.x);
  float glint = exp(-moment * 16.0) * smoothstep(0.0, 0.02, moment) * step(h.z, uWhispers * 0.8);
  float breath = uWhispers * passing * (0.05 + 0.5 * glint) * (0.3 + 0.7 * open);
  vec3 teal = mix(vec3(0.14, 0.40, 0.34), vec3(0.20, 0.17, 0.08), afar);
  vec3 olive = mix(vec3(0.36, 0.33, 0.09), vec3(0.46, 0.29, 0.09), afar);
  vec3 gold = mix(uEmber, vec3(1.0, 0.60 - 0.12 * uFestival, 0.16), 0.75);
  vec3 hue = mix(mix(teal, olive, smoothstep(0.02, 0.22, near + 0.1 * uFestival)), gold, smoothstep(0.08, 0.62, near + 0.25 * surge + 0.1 * own + uFestival * (0.15 + 0.4 * lit)));
  vec3 self = hue * heat + mix(vec3(0.30, 0.85, 0.70), vec3(0.95, 0.85, 0.55), own) * (breath + 0.9 * glint * uWhispers);

  float colour = colourAt(place);
  vDusk = vec4(drained(mix(light, treeHazeColour(-view, haze), haze), colour) * uFade, d);
  // Light comes farther through haze than what it lights.
  vSelf = vec4(kept(self * sqrt(1.0 - haze) * uGlow, max(colour, min(surge * 2.0, 1.0))) * uFade, 1.0 - haze);
  vCut.w = dot(wide, normalize(vec3(uAfterglow.x, 1.2, uAfterglow.y)));
}
