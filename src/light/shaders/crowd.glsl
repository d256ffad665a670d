// Where tonight's festival stands about the lake; see figures/festivity.ts.
const int CROWDS = 8;
// Angle, spread, upper end of its share among all, share of the greatest.
uniform vec4 uCrowds[CROWDS];
uniform int uCrowdCount;
// Radius of the shore at 64 angles.
uniform vec4 uShoreRadii[16];
// xz of the lake's middle.
uniform vec4 uLake;
// On quiet nights the festival is across the water: xz of the seat, and how far around it is dark.
uniform vec3 uSeat;
// 0 the festival's first instant, 1 its last.
uniform float uCourse;
// Energy within the three waves.
uniform float uWave;
const int DRUMS = 44;
// The drum's lanterns tonight: place, and how it beats now.
uniform vec4 uDrums[DRUMS];
uniform int uDrumCount;
const int CARRIED = 22;
// Lanterns in dancers' hands, then what children carry, and the one that has gone astray: place, how lit.
uniform vec4 uCarried[CARRIED];
const int HANDS = 16;

vec4 crowdOf(float pick) {
  vec4 crowd = uCrowds[0];
  for (int i = 1; i < uCrowdCount; i++) if (pick > uCrowds[i - 1].z) crowd = uCrowds[i];
  return crowd;
}

float shoreRadius(float angle) {
  float u = fract(angle / TAU) * 64.0;
  int i = int(u) & 63;
  int j = (i + 1) & 63;
  return mix(uShoreRadii[i >> 2][i & 3], uShoreRadii[j >> 2][j & 3], fract(u));
}

// A place `beyond` metres outside the shore.
vec2 shoreSpot(float angle, float beyond) {
  return uLake.xy + vec2(cos(angle), sin(angle)) * max(shoreRadius(angle) + beyond, 1.0);
}

// Metres to the shore, negative on the water.
float offShore(vec2 p) {
  vec2 way = p - uLake.xy;
  return length(way) - shoreRadius(atan(way.y, way.x));
}

bool inDark(vec2 p) {
  return distance(p, uSeat.xy) < uSeat.z;
}
