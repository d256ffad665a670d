// The bark for a processor: all but the grain is found once a vertex, colours as the eye gets them. See groundBare.vert.
#include <tree>
in vec3 aPlace;
in vec3 aNormal;
in vec3 aAxis;
in vec4 aBark;
in float aFlex;
uniform vec3 uHollow;
uniform vec4 uPalm;
// Mean height of the grain, and of its fissures.
uniform vec2 uBarkMean;
// In tiles: the grain's place, and where light that rises is read.
out vec4 vTile;
out vec2 vSeam;
// Towards the dome's light and towards the low side's, and what the grain's slopes add.
out vec3 vSide;
out vec3 vWest;
flat out vec2 vMean;
// Moss, cork, firmness, distance.
out vec4 vWood;
// Light within: at rest, by the climb's square and by the climb; and of thin wood.
out vec4 vFlow;
// What fissures, seams and furrows' flanks take of it.
out vec3 vCore;
// From the palm, and from the hollow.
out vec3 vPalm;
out vec3 vHole;
out vec4 vHaze;
out float vColour;
out vec3 vDeep;
out vec3 vGold;
flat out vec3 vDome;
flat out vec3 vWarm;
flat out vec4 vMoss;
flat out float vEmbers;

void main() {
  vec3 place = aPlace + swayAt(aPlace, aFlex);
  // Nothing of it lies under water.
  if (uMirrored > 0.5) place.y = max(place.y, 0.0);
  gl_Position = uViewProjection * vec4(place, 1.0);
  vec3 way = place - uEye;
  float d = max(length(way), 1e-3);
  float haze = treeHaze(place, d);
  float firm = smoothstep(0.1, 0.36, aBark.w);
  float surge = surgeAt(aPlace, aBark.z);
  surge /= 1.0 + 0.45 * surge;
  float colour = colourAt(place);
  float broad = 0.5 + 0.21 * (sin(aPlace.y * 1.1 + aPlace.x * 2.3) + sin(aPlace.z * 2.1 - aPlace.y * 0.8 + 1.0));

  vTile = vec4(aBark.xy, aBark.x * 0.5 + broad * 0.2, aBark.z * 0.07 - 8.0 * uLoop.z);
  vSeam = vec2(aBark.x * 0.25 + 0.11, aBark.z * 0.055 + 0.3);
  vMean = uBarkMean;

  vec3 around = cross(aNormal, aAxis) * (0.6 + 1.4 * firm);
  vec3 axis = -aAxis * (0.6 + 1.4 * firm);
  vec3 side = normalize(vec3(uAfterglow.x, 0.9, uAfterglow.y)) * 0.5;
  vec3 west = vec3(uAfterglow.x * 0.75, 0.1, uAfterglow.y * 0.75);
  vSide = vec3(0.5 + dot(aNormal, side), dot(around, side), dot(axis, side));
  vWest = vec3(0.12 + dot(aNormal, west), dot(around, west), dot(axis, west));
  vDome = (uZenith * 0.8 + uViolet * 0.8) * 9.0;
  vWarm = ((uRose * 0.5 + uAmber * 0.35) * 0.5 + vec3(0.95, 0.66, 0.45) * uDawn * 0.6) * 1.9;

  float foot = exp(-max(place.y - uTreeFoot.y, 0.0) * 0.8);
  float wet = 0.7 * max(-aNormal.z, 0.0) + 0.95 * max(aNormal.y, 0.0) * firm + 0.75 * foot + 0.55 * (broad - 0.5);
  vWood = vec4(wet - 0.645, 0.6 * (broad - 0.5) - 0.6, firm, d);

  float wave = 0.5 + 0.5 * sin(TAU * (aBark.z * 0.11 - 5.0 * uLoop.y));
  float lift = (0.9 + 0.2 * uBreath) * (1.0 + 2.0 * smoothstep(60.0, 170.0, d)) * (1.0 + 0.7 * uFestival);
  float awake = smoothstep(0.36, 0.66, broad + 0.10 * uTreeGlow + 0.12 * uSap + 0.35 * surge);
  float inside = (uTreeGlow * 1.25 + uSap * 0.8) * lift * awake;
  float climbing = 0.9 * inside * (0.35 + 0.65 * wave);
  // Thin wood is lit from its own heart, hardly.
  float thin = ((0.1 * inside + 0.3 * climbing) * 0.03 + 0.16 * surge) * (1.0 - firm);
  vFlow = vec4(0.1 * inside + 0.2 * surge, climbing, 0.65 * surge, thin);
  // The great seams: few, never quite asleep, spent where the limbs are.
  float open = smoothstep(0.2, 0.6, 0.55 + 0.45 * sin(aBark.x * 2.4 + aBark.z * 0.3 + 1.0) - 0.3 * smoothstep(0.5, 6.0, aBark.z));
  float stream = (uTreeGlow * 0.9 + uSap * 0.6) * lift * (0.5 + 0.6 * wave) * exp(-0.12 * max(aBark.z, 0.0)) + 0.6 * surge;
  vCore = vec3((1.5 + 1.8 * smoothstep(4.0, 14.0, d) - 2.7 * smoothstep(14.0, 36.0, d)) * firm, 1.6 * stream * open * smoothstep(0.04, 0.2, aBark.w) * smoothstep(2.5, 9.0, d), 0.0175 * firm);
  vPalm = (place - uPalm.xyz) * 3.3166;
  vHole = (place - uHollow) * vec3(1.0, 0.56, 1.0);

  float glow = uGlow * sqrt(1.0 - haze) * uFade;
  float warm = max(colour, min(surge * 2.5, 1.0));
  vDeep = kept(uEmber * vec3(0.80, 0.50, 0.42), warm) * glow;
  vGold = kept(mix(uEmber, vec3(1.0, 0.70, 0.27), 0.65), warm) * glow;
  vHaze = vec4(drained(treeHazeColour(way / d, haze) * haze, colour), 1.0 - haze) * uFade;
  vColour = colour;
  vMoss = vec4(uMoss * vec3(0.55, 0.72, 0.6), max(uPalm.w, 0.0));
  vEmbers = (0.5 + 0.2 * uBreath) * (0.3 + 0.7 * uTreeGlow);
}
