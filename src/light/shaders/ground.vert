#include <land>
#include <moss>
in vec4 aCell;
uniform float uSide;
uniform float uCell;
out vec3 vPlace;
// Slope of the ground, cover, thickness of the film.
out vec4 vMoss;
out vec4 vTree;
// What haze adds, and what it leaves.
out vec4 vHaze;
out float vColour;

void main() {
  float cell = uCell * exp2(aCell.z);
  // On the lattice of the next coarser grid: vertices stand still in the world.
  vec2 origin = floor(uEye.xz / (2.0 * cell)) * 2.0 * cell;
  vec2 p = origin + (aCell.xy - 0.5 * uSide) * cell;
  Land land = landAt(p);
  float detail = max(log2(cell / 0.03), 0.0);
  vec4 moss = mossAt(p, detail);
  float high = moss.x * land.cover;
  // A coarser grid lies lower where it laps under a finer one.
  vec2 inner = abs(aCell.xy - 0.5 * uSide);
  float lap = aCell.z > 0.5 && max(inner.x, inner.y) < uSide * 0.25 + 0.5 ? 0.12 * cell : 0.0;
  vec3 place = vec3(p.x, land.height + high - 0.008 - lap, p.y);
  Around around = aroundAt(place);
  vec3 way = place - uEye;
  float d = length(way);
  float haze = hazeTo(place, d);
  vPlace = place;
  vMoss = vec4(land.slope, land.cover, around.thickness);
  vTree = around.tree;
  vHaze = vec4(hazeColour(way / max(d, 1e-3)) * haze, 1.0 - haze);
  vColour = colourAt(place);
  gl_Position = uViewProjection * vec4(place, 1.0);
}
