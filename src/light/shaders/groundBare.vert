// The ground for a processor: all that changes slowly is found once a vertex, and uniforms too are handed on, as reading
// one in a fragment shader costs what a dozen sums do. See layers/leanGrids.ts.
#include <land>
#include <moss>
#include <lean>
in vec4 aCell;
uniform float uSide;
uniform float uCell;
// From the eye, and place on the level for what is read there.
out vec3 vWay;
out vec2 vAt;
// Slope of the ground, cover, order of the film.
out vec4 vMoss;
// Levels of the cushions' and of the tufts' tile that suit this distance, colour, how far the eye looks to the afterglow.
out vec4 vLevel;
// Light that moss sends back: of the dome, of the low side, of what glows nearby.
out vec3 vDome;
out vec3 vSide;
out vec3 vNear;
// What its velvet scatters: by height, and from low down; the film's first hue and the turn of all.
out vec3 vShine;
out vec3 vLow;
out vec3 vTeal;
out vec3 vTurn;
// Light within the ground.
out vec3 vWarm;
out vec3 vTip;
// What reaches even the hollows, and the warm way that drains with nothing.
out vec3 vFill;
out vec3 vLane;
// What haze adds, and what it leaves.
out vec4 vHaze;
// Where the low light stands, how strong it is in the morning; and the cold rim where colour is gone.
flat out vec4 vWest;
flat out vec2 vDay;
#ifdef SHORE
uniform vec4 uShoreBox;
out vec2 vShore;
out vec3 vBankSky;
out vec3 vBankSide;
out vec3 vBankLow;
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

  Around around = aroundAt(place);
  vec3 way = place - uEye;
  float d = max(length(way), 1e-3);
  float haze = hazeTo(place, d);
  float span = d / uPixelScale;
  vec3 up = normalize(vec3(-land.slope.x, 1.0, -land.slope.y));
  float facing = max(dot(up, around.tree.xyz) * 0.7 + 0.3, 0.0);
  vec2 glowWay = mix(uAfterglow, uDawnWay, uDawn);
  float against = max(dot(way.xz, glowWay) / d, 0.0);
  float shines = uIridescence * (1.0 - 0.35 * uDawn);
  vec3 near = (uEmber * (2.2 * around.tree.w * facing) + around.lamp * 2.0) * uGlow;
  vWay = way;
  vAt = p;
  vMoss = vec4(land.slope, land.cover, around.thickness * (2.8 / 540.0));
  vLevel = vec4(log2(span * 1.6 * 256.0 / TILE_SMALL), log2(span * (6.0 * 20.0 / 0.44)), colourAt(place), against * against);
  vDome = uMoss * uDome * 6.5;
  vSide = uMoss * uWarmSide;
  vNear = uMoss * near;
  vShine = uShine * shines;
  vLow = (uWarmSide * (0.14 + 1.2 * against * against)) * shines + near * 0.02;
  vTeal = uTeal;
  vTurn = vec3(uFilmTurn[0].x, uFilmTurn[1].x, uFilmTurn[2].x) * (1.0 - 0.4 * uDawn);
  vWarm = uEmber * (uWarmth * (1.0 - 0.8 * uColour) * uGlow);
  vFill = uFill * 0.16;
  vLane = warmthAt(place, 0.7) * (1.0 - haze) * uFade;
  vHaze = vec4(hazeColour(way / d) * haze, 1.0 - haze) * uFade;
  vWest = vec4(glowWay, 0.18 * uDawn, 1.1 + 2.6 * uDawn);
  vDay = vec2(uDawn, 5.0 * (1.0 - uColour) / max(shines, 0.1));
  vTip = uMoss * uShine * 0.9;
#ifdef SHORE
  vShore = (p - uShoreBox.xy) * uShoreBox.zw;
  vBankSky = (uZenith + uViolet) * 1.7;
  vBankSide = uRose * 0.5 + uAmber * 0.3;
  vBankLow = uViolet * 0.8 + (uRose * 0.3 + uAmber * 0.15) * against;
#endif
}
