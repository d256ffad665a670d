#include <mote>
// Bursts of motes that events let fly. Each shader that includes this says `const int MOMENTS` first.
in vec4 aCorner;
// Place, seconds since.
uniform vec4 uWhere[MOMENTS];
// Strength, warmth, a number of its own, duration.
uniform vec4 uHow[MOMENTS];
uniform int uEach;

void drawMote(vec3 p, float size, vec3 light) {
  putMote(int(aCorner.x), p, size, vec2(1.0), light);
}
