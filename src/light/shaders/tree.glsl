#include <air>
const int FRONTS = 8;
uniform int uFronts;
// xyz of the hands, and their distance from the foot along the wood.
uniform vec4 uFrontPlace[FRONTS];
// How far from there the crest is, +1 going out or -1 coming home, strength, warmth.
uniform vec4 uFrontRun[FRONTS];
// How strongly light rises in the grain.
uniform float uSap;

// Light of the surges at a place of the tree, `along` metres from its foot.
float surgeAt(vec3 place, float along) {
  float sum = 0.0;
  for (int i = 0; i < uFronts; i++) {
    vec4 run = uFrontRun[i];
    float way = max(abs(along - uFrontPlace[i].w), 0.9 * min(distance(place, uFrontPlace[i].xyz), 4.0));
    float behind = run.y * (run.x - way);
    float crest = behind < 0.0 ? exp(behind * 1.9) : exp(-behind * 0.45);
    float tail = smoothstep(-0.4, 1.2, behind) * exp(-max(behind, 0.0) * 0.05);
    sum += run.z * (crest + 0.4 * tail);
    // What comes home is awaited: the bark under the hands kindles at once.
    vec3 away = place - uFrontPlace[i].xyz;
    if (run.y < 0.0) sum += run.z * 0.7 * exp(-9.0 * dot(away, away));
  }
  return sum;
}

// While colour drains mist thickens about the tree: from far it is one point of light and no more.
float treeVeil(float d) {
  return (1.0 - uColour) * smoothstep(38.0, 64.0, d);
}

// Haze before it.
float treeHaze(vec3 place, float d) {
  return 1.0 - (1.0 - hazeTo(place, d)) * (1.0 - 0.97 * treeVeil(d));
}

// What is lost in it is lost before the sky as before the ground.
vec3 treeHazeColour(vec3 way, float haze) {
  vec3 sky = skyBase(way) * (0.72 - 0.42 * exp(-6.0 * max(way.y, 0.0)));
  // It hangs on this side of the tree's own colour.
  return drained(mix(hazeColour(way), sky, smoothstep(0.4, 0.9, haze) * smoothstep(0.04, 0.12, way.y)), colourAt(uEye));
}

// Wind in a branch: `flex` 0 for what stands firm .. 1 for a twig.
vec3 swayAt(vec3 place, float flex) {
  float turn = TAU * uLoop.y;
  float air = 0.15 + 0.7 * uWind + 1.1 * uGust;
  vec2 slow = vec2(sin(turn * 9.0 + place.x * 0.13 + place.y * 0.07), sin(turn * 11.0 + place.z * 0.15 + place.y * 0.09));
  vec2 quick = vec2(sin(turn * 27.0 + place.z * 0.7), sin(turn * 31.0 + place.x * 0.8)) * 0.35;
  vec2 both = (slow + quick) * 0.11 * air * flex;
  return vec3(both.x, -0.2 * abs(both.x + both.y), both.y);
}

// The tree's own light keeps some of its warmth even where colour is gone.
vec3 kept(vec3 light, float colour) {
  return drained(light, max(colour, 0.9));
}
