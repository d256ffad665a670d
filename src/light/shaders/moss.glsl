#include <air>
#include <film>
#include <rings>
#include <lamps>

// What changes slowly over the ground, found once a vertex.
struct Around {
  // Unit direction to the tree's crown, and how much of its light arrives.
  vec4 tree;
  // Thickness of the film, nanometres.
  float thickness;
  // Light of lamps nearby.
  vec3 lamp;
};

Around aroundAt(vec3 place) {
  vec3 toTree = uCrown.xyz - place;
  float far = dot(toTree, toTree);
  float patches = sin(place.x * 0.13 + place.z * 0.05) + sin(place.z * 0.11 - place.x * 0.04 + 1.7);
  return Around(vec4(toTree * inversesqrt(far), uTreeGlow * 240.0 / (far + 120.0)), 354.0 + 27.0 * patches, lampsAt(place));
}

// What moss looks like at a place. `view` from it to the eye, `up` its normal, both unit; `tip` 0 in the depth between
// stems .. 1 at a tip; `own` a number from cushion to cushion; `open` 0 in a crease .. 1 on top of a cushion.
vec3 mossLight(vec3 view, vec3 up, float tip, float own, float open, float cover, vec4 ring, Around around) {
  float facing = clamp(dot(view, up), 0.0, 1.0);
  float lift = open * (0.2 + 0.8 * tip);

  // Light of the whole dusk from above, and of the afterglow from low down: cushions are rim-lit from there.
  float lit = max((up.x * uAfterglow.x + up.z * uAfterglow.y) * 0.6 + up.y * 0.1 + 0.36, 0.0);
  lit *= lit;
  float against = max(-dot(view.xz, uAfterglow), 0.0);
  vec3 dome = (uZenith * 0.8 + uViolet * 0.7) * (0.5 + 0.5 * up.y);
  dome = mix(dome, vec3(dot(dome, LUMA)) * vec3(0.85, 1.16, 1.1), 0.6);
  vec3 warmSide = (uRose * 0.40 + uAmber * 0.30) * (0.17 + 0.08 * uBreath) + vec3(0.95, 0.66, 0.45) * uDawn * 0.42;
  vec3 body = uMoss * mix(vec3(0.7, 1.0, 0.92), vec3(1.35, 1.3, 0.62), own * own);
  vec3 light = body * (dome * 3.2 + warmSide * lit * 0.95) * (0.05 + 0.95 * lift * lift);

  // Velvet: tips at a grazing angle catch the sky behind them, through a film whose hue moves with the angle.
  vec3 hue = film(around.thickness + 78.0 * (own - 0.5), facing);
  float graze = 1.0 - facing;
  float sheen = graze * graze * (0.25 + 0.75 * graze * graze);
  vec3 sky = dome * 1.1 + warmSide * (0.22 + 1.7 * against * against);
  sky = mix(vec3(dot(sky, LUMA)) * vec3(0.95, 1.05, 0.95), sky, 0.32);
  hue = mix(hue, vec3(dot(hue, LUMA)), 0.6 * uDawn);
  light += hue * sky * uIridescence * lift * (0.24 + 3.6 * sheen) * (1.0 - 0.5 * uDawn);

  // The tree's light, and warmth low in the ground.
  float facingTree = max(dot(up, around.tree.xyz) * 0.7 + 0.3, 0.0);
  light += (body * 2.2 + hue * 0.12) * uEmber * around.tree.w * facingTree * lift * uGlow;
  light += (body * 2.0 + hue * 0.14) * around.lamp * (0.3 + 0.7 * up.y) * lift * uGlow;
  light += uEmber * uWarmth * (0.006 + 0.04 * (1.0 - open) * (1.0 - tip * 0.7)) * uGlow;

  // Rings: the tips send their own hue back.
  light += ring.rgb * (0.26 + 1.9 * hue * uIridescence) * (0.05 + 0.95 * lift) * uGlow * 4.8;

  // Bare ground: wet earth.
  vec3 earth = vec3(0.010, 0.009, 0.012) * (0.4 + lit) + ring.rgb * 0.05;
  return mix(earth, light, cover);
}
