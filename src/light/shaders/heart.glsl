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

// Tendrils and what hangs on them breathe, and drift a little as in water; `far` is the path from the heart.
vec3 driftAt(vec3 place, float far, float loose) {
  float turn = TAU * uLoop.y;
  vec3 drift = vec3(sin(turn * 5.0 + place.y * 2.1 + far), 0.6 * sin(turn * 4.0 + place.x * 1.7), sin(turn * 6.0 + place.z * 1.9));
  return drift * 0.011 * min(far, 1.5) * loose + (place - uHeart) * 0.008 * (uBreath - 0.5);
}
