#include <hash>
#include <land>
// Bodies of light: where they stand and where their joints are. See figures/ for the tables.
const int FIGURES = 40;
uniform sampler2D uPoses;
// xyz of the feet, heading.
uniform vec4 uPlace[FIGURES];
// Rows of the two gestures, how far from one to the other, scale.
uniform vec4 uPose[FIGURES];
// Presence, glow, where its motes end in those of all, seconds since its greeting (or -1).
uniform vec4 uState[FIGURES];
// Hue, light in its chest.
uniform vec4 uHue[FIGURES];
// How much it walks, 1 where only water shows it, a number of its own, how much it dances.
uniform vec4 uMove[FIGURES];

const int LEFT_WAY = 20;

vec4 poseAt(int column, float row) {
  int low = int(row);
  vec4 a = texelFetch(uPoses, ivec2(column, low), 0);
  float part = row - float(low);
  if (part < 0.001) return a;
  return mix(a, texelFetch(uPoses, ivec2(column, low + 1), 0), part);
}

vec4 columnAt(vec4 pose, int column) {
  if (pose.z <= 0.0) return poseAt(column, pose.x);
  if (pose.z >= 1.0) return poseAt(column, pose.y);
  return mix(poseAt(column, pose.x), poseAt(column, pose.y), pose.z);
}

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
  return vec3(place.x, max(land.height + mossAt(place.xz, 1.0).x * land.cover - 0.03, 0.0), place.z);
}
