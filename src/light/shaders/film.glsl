// Two-beam interference in a thin film (Born & Wolf, 7.6): its order for what `thickness` nanometres, index 1.4, send
// back at an angle. Instead of a soap bubble's rainbow the order walks through the dusk's own four hues, so that a turn
// of the head goes from teal over violet and wine to gold.
vec3 film(float thickness, float facing) {
  float inside = sqrt(1.0 - (1.0 - facing * facing) / 1.96);
  float order = thickness * inside * (2.8 / 540.0);
#ifdef BARE
  // One wave a channel through the same four hues.
  vec3 bare = uFilmTurn * (vec3(0.55, 0.48, 0.62) + vec3(0.50, 0.42, 0.46) * cos(TAU * (order - vec3(0.32, 0.02, 0.69))));
  return max(bare, 0.0) * (1.0 - 0.8 * uDawn) + 0.28 * uDawn;
#else
  vec4 off = abs(fract(order - vec4(0.85, 0.61, 0.43, 0.22) + 0.5) - 0.5);
  // Gold is a narrow band: broad, it would be brown at dusk.
  vec4 near = max(1.0 - off * vec4(4.0, 4.6, 5.2, 8.0), 1e-3);
  near *= near;
  vec3 c = vec3(0.10, 0.80, 0.68) * near.x + vec3(0.34, 0.26, 1.10) * near.y + vec3(0.86, 0.12, 0.40) * near.z + vec3(1.05, 0.66, 0.22) * near.w;
  c = uFilmTurn * c * (1.0 / dot(near, vec4(1.0)));
  // By day it pales.
  return max(c, 0.0) * (1.0 - 0.8 * uDawn) + 0.28 * uDawn;
#endif
}
