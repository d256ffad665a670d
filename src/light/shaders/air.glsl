#include <sky>

const vec3 LUMA = vec3(0.2126, 0.7152, 0.0722);

// How much colour the world has at a place: Need takes it, the tree gives it back from its foot outwards.
float colourAt(vec3 place) {
  float far = distance(place.xz, uTreeFoot.xz);
  float near = 1.0 - smoothstep(0.8 * uColourFront - 7.0, uColourFront + 1.0, far);
  // In the pool of the tree's own light it was never quite gone.
  float pool = 0.92 * min(uTreeGlow * 1.4, 1.0) * exp(-0.018 * far * far);
  return max(max(uColour, pool), near * step(0.01, uColourFront));
}

// What lies on the ground wakes as colour comes back over it: brighter behind the front, and warm where it has just passed.
vec3 wokenAt(vec3 place) {
  if (uColourFront < 0.01) return vec3(1.0);
  float behind = uColourFront - distance(place.xz, uTreeFoot.xz);
  float wide = 1.6 + 0.11 * uColourFront;
  float past = behind - 3.2;
  float edge = past > 0.0 ? exp(-past / wide) : exp(-0.12 * past * past);
  return vec3(1.0) + (1.0 - uColour) * (0.9 * smoothstep(-1.0, 5.0, behind) + edge * (0.7 + 1.6 * uEmber));
}

// Ash blue where colour is gone.
vec3 drained(vec3 c, float colour) {
  vec3 ash = dot(c, LUMA) * vec3(0.52, 0.82, 1.18);
  return mix(ash, c, colour);
}

// Share of light that haze takes on the way from the eye to a place; denser low down and in hollows.
float hazeTo(vec3 place, float d) {
  float top = max(uEye.y, place.y);
  float low = min(uEye.y, place.y);
  float rise = max(top - low, 0.01);
  float fall = 6.5;
  // Mean of exp(-y / fall) along the ray.
  float mean = fall / rise * (exp(-max(low, -4.0) / fall) - exp(-top / fall));
  float thin = d / 1500.0;
  // Air near at hand is clear; what lies beyond the first hill is veiled.
  float thick = d * d / ((d + 60.0) * 170.0) * clamp(mean, 0.0, 1.6);
#ifndef LEAN
  // Mist lies in what is lower than the walker's ground, not at his feet.
  float sunk = clamp((uEye.y - 1.9 - place.y) * 0.45, 0.0, 1.0);
  thick += sunk * smoothstep(9.0, 60.0, d) * (0.07 + 0.0013 * min(d, 200.0)) * (1.0 - 0.3 * uDawn);
#endif
  return 1.0 - exp(-(thin + thick) * uHaze);
}

vec3 hazeColour(vec3 direction) {
  vec3 d = normalize(vec3(direction.x, max(direction.y, 0.0) * 0.4 + 0.055, direction.z));
  // Between the eye and the last light hangs the cool air of the plain: mauve, never brown.
  return skyBase(d) * mix(vec3(0.27, 0.28, 0.40) * (0.72 + 0.28 * uColour), vec3(0.22, 0.27, 0.42), uDawn);
}

// Light that leaves a surface at a place -> what reaches the eye, with its distance in alpha for the depth of field.
vec4 seen(vec3 light, vec3 place) {
  vec3 way = place - uEye;
  float d = length(way);
  float haze = hazeTo(place, d);
  vec3 c = mix(light, hazeColour(way / max(d, 1e-4)), haze);
  return vec4(drained(c, colourAt(place)) * uFade, d);
}

// The same for light that is added: haze weakens it, alpha stays.
vec4 seenAdded(vec3 light, vec3 place) {
  float d = distance(place, uEye);
  vec3 c = light * (1.0 - hazeTo(place, d));
  return vec4(drained(c, colourAt(place)) * uFade, 0.0);
}
