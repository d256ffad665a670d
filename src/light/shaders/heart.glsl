// The orb as a lamp: where it hangs, its radius, and how bright it is now.
uniform vec3 uHeart;
uniform float uOrb;
uniform float uOrbLight;

// Share of its light that reaches a place.
float orbAt(vec3 place) {
  vec3 way = place - uHeart;
  float d2 = dot(way, way);
  return uOrbLight / (1.0 + d2 * 7.5);
}
