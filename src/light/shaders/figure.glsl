#include <hash>
#include <land>
// Bodies of light: where their joints are, and where flesh lies on them. See figures/ for the tables.
const int FIGURES = 40;
const int LIMBS = 24;
uniform sampler2D uPoses;
uniform vec4 uReach[LIMBS];
uniform vec4 uGirth[LIMBS];
// xyz of the feet, heading.
uniform vec4 uPlace[FIGURES];
// Rows of the two gestures, how far from one to the other, scale.
uniform vec4 uPose[FIGURES];
// Presence, glow, motes of it that are seen, seconds since its greeting (or -1).
uniform vec4 uState[FIGURES];
// Hue, light in its chest.
uniform vec4 uHue[FIGURES];
// How much it walks, 1 where only water shows it, a number of its own, how much it dances.
uniform vec4 uMove[FIGURES];

const int LEFT_WAY = 20;

vec3 poseAt(int column, float row) {
  int low = int(row);
  vec3 a = texelFetch(uPoses, ivec2(column, low), 0).xyz;
  float part = row - float(low);
  if (part < 0.001) return a;
  return mix(a, texelFetch(uPoses, ivec2(column, low + 1), 0).xyz, part);
}

// A joint in the body's own space.
vec3 jointAt(vec4 pose, int column) {
  if (pose.z <= 0.0) return poseAt(column, pose.x);
  if (pose.z >= 1.0) return poseAt(column, pose.y);
  return mix(poseAt(column, pose.x), poseAt(column, pose.y), pose.z);
}

vec3 headed(vec3 p, float heading) {
  float c = cos(heading);
  float s = sin(heading);
  return vec3(p.x * c + p.z * s, p.y, p.z * c - p.x * s);
}

// Where its feet stand: on the ground, moss and all, or on the water.
vec3 standing(vec4 place) {
  Land land = landAt(place.xz);
  return vec3(place.x, max(land.height + mossAt(place.xz, 1.0).x * land.cover - 0.03, 0.0), place.z);
}

struct Flesh {
  vec3 place;
  vec3 normal;
  // Unit, along the limb.
  vec3 way;
};

// s: -1..0 the round end at a, 0..1 the side, 1..2 the other end. turn 0..1. far: distance from the axis in radii.
Flesh fleshAt(vec4 pose, int limb, float s, float turn, float far) {
  vec4 reach = uReach[limb];
  vec4 girth = uGirth[limb];
  vec3 a = jointAt(pose, int(reach.x));
  vec3 b = jointAt(pose, int(reach.y));
  float c = clamp(s, 0.0, 1.0);
  float cap = (s - c) * 1.57079633;
  vec3 way = normalize(b - a + vec3(0.0, 1e-5, 0.0));
  float r = mix(girth.x, girth.y, c) * (1.0 + girth.z * sin(3.14159265 * c)) * far;
  vec3 left = girth.w > 0.0 ? jointAt(pose, LEFT_WAY) : vec3(0.36, 0.48, 0.8);
  vec3 u = normalize(left - way * dot(left, way) + vec3(1e-5, 0.0, 2e-5));
  vec3 v = cross(way, u);
  float angle = TAU * turn;
  float wide = cos(angle) * (1.0 + 0.55 * girth.w);
  float deep = sin(angle) * (1.0 - girth.w);
  Flesh flesh;
  flesh.place = mix(a, b, mix(reach.z, reach.w, c)) + way * sin(cap) * r + (u * wide + v * deep) * cos(cap) * r;
  flesh.normal = normalize(way * sin(cap) + (u * cos(angle) + v * sin(angle)) * cos(cap));
  flesh.way = way;
  return flesh;
}

// Light from the chest that reaches a place of the body.
float chestLight(vec4 pose, vec3 place) {
  vec3 way = place - jointAt(pose, 1) - vec3(0.0, 0.08, 0.0);
  return 1.0 / (1.0 + 22.0 * dot(way, way));
}
