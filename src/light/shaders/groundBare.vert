// The ground for a processor: all that changes slowly is found once a vertex, and uniforms too are handed on, as reading
// one in a fragment shader costs what a dozen sums do. See layers/leanGrids.ts.
#include <land>
#include <moss>
#include <lean>
in vec4 aCell;
uniform float uSide;
uniform float uCell;
// From the eye; where on the cushions' tile, and on the tufts'.
out vec3 vWay;
out vec4 vAt;
// Slope of the ground, cover, order of the film.
out vec4 vMoss;
// Level of the tufts' tile that suits this distance, colour, how far the eye looks to the afterglow, how light a slope lies.
out vec4 vLevel;
// Light of what glows nearby; what velvet scatters from low down.
out vec3 vNear;
out vec3 vLow;
// What haze adds, and what it leaves.
out vec4 vHaze;
// The same everywhere, or on one triangle: nothing is to be found between its corners.
// Light that moss sends back of the dome, of the low side; what its velvet scatters by height.
flat out vec3 vDome;
flat out vec3 vSide;
flat out vec3 vShine;
// The film's hues: their mean, and what the sine and the cosine of its order add.
flat out vec3 vMean;
flat out vec3 vSine;
flat out vec3 vCosine;
// What stems are in their depth, and what their tips add; light on tips, and what reaches even the hollows.
flat out vec3 vDeep;
flat out vec3 vYoung;
flat out vec3 vTip;
flat out vec3 vFill;
// Where the low light stands, how strong it is in the morning; how open hollows are to the fill, the cold rim where
// colour is gone, and the share of the cushions' tile that this distance takes.
flat out vec4 vWest;
flat out vec4 vDay;
#ifdef SHORE
uniform sampler2D uShore;
uniform vec4 uShoreBox;
// Metres to the water, and how far the bare bank reaches.
out vec2 vEdge;
// Light on pebbles, and what wet ones mirror.
out vec3 vBank;
flat out vec3 vBankLow;
#endif

void main() {
  float cell = uCell * exp2(aCell.z);
  float halfSide = 0.5 * uSide;
  vec2 at = aCell.xy - halfSide;
  // On the lattice of the next coarser grid: vertices stand still in the world.
  vec2 origin = floor(uEye.xz / (2.0 * cell)) * 2.0 * cell;
  float rim = step(halfSide - 0.5, max(abs(at.x), abs(at.y)));
  // Along its rim a grid takes the coarser one's edges: every other vertex goes to its neighbour.
  vec2 along = abs(at.x) > halfSide - 0.5 ? vec2(0.0, 1.0) : vec2(1.0, 0.0);
  at -= along * (rim * mod(dot(at, along) + uSide, 2.0));
  vec2 p = origin + at * cell;
  Land land = landAt(p);
  float detail = max(log2(cell * (1.0 + rim) / 0.03), 0.0);
  float high = land.height + mossAt(p, detail).x * land.cover;
  // Under the finer grid it keeps out of the way.
  vec2 finer = abs(p - floor(uEye.xz / cell) * cell);
  float under = step(0.5, aCell.z) * step(max(finer.x, finer.y), 0.5 * halfSide * cell - 0.25 * cell);
  high -= under * (0.4 * cell + 0.3);
  vec3 place = leaning(vec3(p.x, high - 0.008, p.y));
  gl_Position = uViewProjection * vec4(place, 1.0);

  Around around = aroundAt(place, land.slope);
  vec3 way = place - uEye;
  float d = max(length(way), 1e-3);
  float haze = hazeTo(place, d);
  float span = d / uPixelScale;
  vec3 up = normalize(vec3(-land.slope.x, 1.0, -land.slope.y));
  float facing = max(dot(up, around.tree.xyz) * 0.7 + 0.3, 0.0);
  vec2 glowWay = mix(uAfterglow, uDawnWay, uDawn);
  float against = max(dot(way.xz, glowWay) / d, 0.0);
  against *= mix(1.0, against * against, uDawn);
  float shines = uIridescence * (1.0 - 0.35 * uDawn) * (0.3 + 0.7 * uColour);
  vec3 near = (uEmber * (2.2 * around.tree.w * facing) + around.lamp * 2.0) * uGlow;
  // Bare earth at its roots would be one flat light.
  near /= 1.0 + 2.5 * near.g;
  vWay = way;
  vAt = vec4(TURN * p / TILE_LARGE, p / 0.44);
  vMoss = vec4(land.slope, land.cover, around.thickness * (2.8 / 540.0));
  // Whole slopes lie still; and straight down one sees into the depth.
  float still = 0.55 + 0.8 * smoothstep(241.0, 336.0, around.thickness);
  vLevel = vec4(log2(span * (6.0 * 20.0 / 0.44)), max(colourAt(place), 0.8 * wayAt(place)), against * against, still * mix(1.0, 0.55, smoothstep(0.18, 0.6, -way.y / d)));
  vec3 grey = vec3(dot(uMoss, LUMA));
  vec3 woken = wokenAt(place);
  vDeep = mix(mix(grey * vec3(0.80, 0.72, 1.05), uMoss, 0.5), uMoss * vec3(0.5, 0.95, 1.05), uDawn) * (0.8 * woken);
  vYoung = mix(mix(grey, uMoss * vec3(1.1, 1.0, 0.8), 0.8), uMoss * vec3(1.0, 0.7, 0.6), uDawn) * (0.9 * woken);
  vDome = uDome * mix(8.0, 6.5, uDawn);
  vSide = uWarmSide;
  vNear = near;
  vShine = uShine * shines;
  vLow = (uWarmSide * (0.14 - 0.12 * uDawn + 1.2 * against * against)) * shines + near * 0.02;
  // Four hues as one wave a channel, as `film` has them; waves of one length turned into each other are one wave again.
  // Hue is for the rims: here it is little.
  mat3 turn = uFilmTurn * (1.0 - 0.8 * uDawn);
  vMean = turn * vec3(0.50, 0.50, 0.60);
  turn *= 0.5;
  vSine = turn * (vec3(0.50, 0.42, 0.46) * sin(TAU * vec3(0.32, 0.02, 0.69)));
  vCosine = turn * (vec3(0.50, 0.42, 0.46) * cos(TAU * vec3(0.32, 0.02, 0.69)));
  vFill = uFill * mix(vec3(0.33, 0.27, 0.4), vec3(0.2), uDawn);
  vHaze = vec4(hazeColour(way / d) * haze, 1.0 - haze) * uFade;
  vWest = vec4(glowWay, 0.28 * uDawn, 1.1 + 2.6 * uDawn);
  float share = exp2(-floor(clamp(log2(span * 1.6 * 256.0 / TILE_SMALL) - 2.3, 0.0, 6.0)));
  vDay = vec4(0.2 + 0.5 * uDawn, 0.8 - 0.5 * uDawn, 5.0 * (1.0 - uColour) / max(shines, 0.1), share);
  vTip = uShine * 0.9;
#ifdef SHORE
  vec2 edges = textureLod(uShore, (p - uShoreBox.xy) * uShoreBox.zw, 0.0).xy;
  vEdge.x = min(edges.x, edges.y);
  vEdge.y = 1.0 - smoothstep(4.0, 6.0, vEdge.x);
  float west = max(dot(up.xz, glowWay) * 0.7 + 0.15 * up.y + 0.1, 0.0);
  vBank = vec3(0.060, 0.051, 0.041) * ((uZenith + uViolet) * (1.7 + 1.7 * up.y) + (uRose * 0.5 + uAmber * 0.3) * (west * west) + vec3(2.6, 1.8, 1.2) * (0.18 * uDawn) + uMoss * near * 5.0);
  vBankLow = uViolet * 0.32 + (uRose * 0.3 + uAmber * 0.15) * 0.24;
#endif
}
