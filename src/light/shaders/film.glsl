// Two-beam interference in a thin film (Born & Wolf, 7.6): what a film of `thickness` nanometres, index 1.4, sends back.
vec3 film(float thickness, float facing) {
  float inside = sqrt(1.0 - (1.0 - facing * facing) / 1.96);
  float way = 2.0 * 1.4 * thickness * inside;
  vec3 phase = TAU * way / vec3(612.0, 540.0, 462.0);
  vec3 c = 0.5 - 0.5 * cos(phase);
  // Not a soap bubble's rainbow: towards the dusk's own teal, gold, violet and wine.
  c = c * c * vec3(1.02, 0.94, 1.06) + 0.03;
  return max(uFilmTurn * c, 0.0);
}
