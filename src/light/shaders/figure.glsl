#include <hash>
#include <land>
#include <poses>
// Bodies of light: where they stand and where their joints are. See figures/ for the tables.
// xyz of the feet, heading.
uniform vec4 uPlace[FIGURES];
// Presence, glow, where its threads end in those of all, seconds since its greeting (or -1).
uniform vec4 uState[FIGURES];
// Hue, light in its chest.
uniform vec4 uHue[FIGURES];
// How much it walks, 1 where only water shows it, a number of its own, how much it dances.
uniform vec4 uMove[FIGURES];

#ifdef BARE
// A processor pays for each of these reads, at every corner of every mote: mix.frag has done them once a figure, whose
// number is pose.x here.
uniform sampler2D uMixed;
vec4 columnAt(vec4 pose, int column) {
  return texelFetch(uMixed, ivec2(column, int(pose.x)), 0);
}
#else
#define columnAt blendedAt
#endif

// A joint in the body's own space.
vec3 jointAt(vec4 pose, int column) {
  return columnAt(pose, column).xyz;
}

vec3 headed(vec3 p, float heading) {
  float c = cos(heading);
  float s = sin(heading);
  return vec3(p.x * c + p.z * s, p.y, p.z * c - p.x * s);
}

// Where its feet stand: on the ground, moss and all, or on the water.
vec3 standing(vec4 place) {
#ifdef BARE
  return vec3(place.x, max(place.y + 0.06, 0.0), place.z);
#endif
  Land land = landAt(place.xz);
  // Or on someone's shoulders.
  return vec3(place.x, max(max(land.height + 0.6 * mossAt(place.xz, 1.0).x * land.cover - 0.04, 0.0), place.y - 0.15), place.z);
}
