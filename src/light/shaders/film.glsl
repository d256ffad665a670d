// Two-beam interference in a thin film (Born & Wolf, 7.6): what a film of `thickness` nanometres, index 1.4, sends back.
vec3 film(float thickness, float facing) {
  float inside = sqrt(1.0 - (1.0 - facing * facing) / 1.96);
  float way = 2.0 * 1.4 * thickness * inside;
  vec3 phase = TAU * way / vec3(612.0, 540.0, 462.0);
  vec3 c = 0.5 - 0.5 * cos(phase);
  // Not a soap bubble's rainbow: towards the dusk's own teal, gold, violet and wine.
  c = mix(vec3(dot(c, vec3(0.3, 0.45, 0.25))), c, 0.86) * vec3(1.0, 0.97, 1.04);
  return max(uFilmTurn * c, 0.0);
}
