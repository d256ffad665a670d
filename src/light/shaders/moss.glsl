#include <air>
#include <film>
#include <rings>

// What moss looks like at a place. `up` its unit normal; `tip` 0 in the depth between stems .. 1 at a tip; `own` a
// number from cushion to cushion; `open` 0 in a crevice .. 1 on top of a cushion.
vec3 mossLight(vec3 place, vec3 up, float tip, float own, float open, float cover, vec4 ring) {
  vec3 view = normalize(uEye - place);
  float facing = clamp(dot(view, up), 0.0, 1.0);
  float lift = open * (0.25 + 0.75 * tip);

  // Light of the whole dusk from above, and of the afterglow from low down: cushions are rim-lit from there.
  vec3 low = vec3(uAfterglow.x, 0.16, uAfterglow.y) * 0.987;
  float lit = max(dot(up, low) * 0.6 + 0.4, 0.0);
  lit *= lit;
  float against = max(dot(-view.xz, uAfterglow), 0.0);
  vec3 dome = (uZenith * 0.9 + uViolet * 0.75) * (0.55 + 0.45 * up.y);
  vec3 warmSide = (uRose * 0.40 + uAmber * 0.28) * (0.16 + 0.1 * uBreath) + vec3(0.95, 0.6, 0.4) * uDawn * 0.55;
  vec3 body = uMoss * mix(vec3(0.75, 0.95, 0.8), vec3(1.5, 1.15, 0.7), own);
  vec3 light = body * (dome * 2.1 + warmSide * lit * 0.85) * (0.06 + 0.94 * lift * lift);

  // Velvet: tips at a grazing angle catch the sky behind them, through a film whose hue moves with the angle.
  float thickness = 268.0 + 165.0 * own + 60.0 * sin(place.x * 0.11 + place.z * 0.07);
  vec3 hue = film(thickness, facing);
  float graze = 1.0 - facing;
  float sheen = graze * graze * (0.3 + 0.7 * graze);
  vec3 sky = dome * 0.9 + warmSide * (0.20 + 0.8 * against * against);
  light += hue * sky * uIridescence * lift * (0.16 + 1.35 * sheen);

  // The tree's light, and warmth low in the ground.
  vec3 toTree = uCrown.xyz - place;
  float far = dot(toTree, toTree);
  float fall = uTreeGlow * 260.0 / (far + 120.0);
  float facingTree = max(dot(up, normalize(toTree)) * 0.7 + 0.3, 0.0);
  light += (body * 2.2 + hue * 0.12) * uEmber * fall * facingTree * lift * uGlow;
  light += uEmber * uWarmth * (0.010 + 0.035 * (1.0 - open) * (1.0 - tip * 0.7)) * uGlow;

  // Rings: the tips send their own hue back.
  vec3 lively = ring.rgb * (0.35 + 1.5 * hue * uIridescence);
  light += lively * (0.05 + 0.95 * lift * lift) * uGlow * 0.95;

  // Bare ground: wet earth.
  vec3 earth = vec3(0.010, 0.009, 0.012) * (0.4 + lit) + ring.rgb * 0.02;
  return mix(earth, light, cover);
}
