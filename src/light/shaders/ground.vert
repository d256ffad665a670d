#include <land>
#include <moss>
#include <lean>
in vec4 aCell;
uniform float uSide;
uniform float uCell;
out vec3 vPlace;
// Slope of the ground, cover, thickness of the film.
out vec4 vMoss;
out vec4 vTree;
out vec3 vLamp;
// What haze adds, and what it leaves.
out vec4 vHaze;
// What is left of colour, and of a way.
out vec2 vColour;

float highAt(vec2 p, float detail) {
  Land land = landAt(p);
  return land.height + mossAt(p, detail).x * land.cover;
}

void main() {
  float cell = uCell * exp2(aCell.z);
  float halfSide = 0.5 * uSide;
  vec2 at = aCell.xy - halfSide;
  // On the lattice of the next coarser grid: vertices stand still in the world.
  vec2 origin = floor(uEye.xz / (2.0 * cell)) * 2.0 * cell;
  bool edge = max(abs(at.x), abs(at.y)) > halfSide - 0.5;
#ifdef LEAN
  // Along its rim a grid takes the coarser one's edges: every other vertex goes to its neighbour.
  vec2 along = abs(at.x) > halfSide - 0.5 ? vec2(0.0, 1.0) : vec2(1.0, 0.0);
  at -= along * (edge ? mod(dot(at, along) + uSide, 2.0) : 0.0);
#endif
  vec2 p = origin + at * cell;
  Land land = landAt(p);
  float detail = max(log2(cell * (edge ? 2.0 : 1.0) / 0.03), 0.0);
  float high = land.height + mossAt(p, detail).x * land.cover;
#ifndef LEAN
  if (edge) {
    // Along its rim a grid takes the coarser one's edges, so that nothing gapes between them.
    vec2 step1 = abs(at.x) > halfSide - 0.5 ? vec2(0.0, 1.0) : vec2(1.0, 0.0);
    float odd = mod(dot(at, step1) + uSide, 2.0);
    if (odd > 0.5) high = 0.5 * (highAt(p - step1 * cell, detail) + highAt(p + step1 * cell, detail));
  }
#endif
  if (aCell.z > 0.5) {
    // Under the finer grid it keeps out of the way.
    vec2 finer = abs(p - floor(uEye.xz / cell) * cell);
    if (max(finer.x, finer.y) < 0.5 * halfSide * cell - 0.25 * cell) high -= 0.4 * cell + 0.3;
  }
  vec3 place = leaning(vec3(p.x, high - 0.008, p.y));
  Around around = aroundAt(place, land.slope);
  vec3 way = place - uEye;
  float d = length(way);
  float haze = hazeTo(place, d);
  vPlace = place;
  vMoss = vec4(land.slope, land.cover, around.thickness);
  vTree = around.tree;
  vLamp = around.lamp;
  vHaze = vec4(drained(hazeColour(way / max(d, 1e-3)) * haze, colourAt(uEye)), 1.0 - haze);
  float way1 = wayAt(place);
  vColour = vec2(max(colourAt(place), min(1.7 * way1, 0.9)), way1);
  gl_Position = uViewProjection * vec4(place, 1.0);
}
