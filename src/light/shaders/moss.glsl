#include <air>
#include <film>
#include <rings>
#include <lamps>

// Heights of moss at which hollows end and tops begin; where small cushions are drawn too, all lies higher.
#ifdef LEAN
const vec2 OPEN = vec2(-0.12, 0.42);
const float FROST = 2.5;
#else
const vec2 OPEN = vec2(-0.05, 0.26);
const float FROST = 5.5;
#endif

// What changes slowly over the ground, found once a vertex.
struct Around {
  // Unit direction to the tree's fork, and how much of its light arrives.
  vec4 tree;
  // Thickness of the film, nanometres.
  float thickness;
  // Light of lamps nearby.
  vec3 lamp;
};

// Where colour is gone, a way to the tree keeps a little of it and takes the tree's light farther: how far it is that way, 0..1.
float wayAt(vec3 place) {
  vec2 way = uTreeFoot.xz - uEye.xz;
  float whole = max(length(way), 1.0);
  // Before the tree itself there is no more need of it.
  float warm = uWarmth * (1.0 - uColour) * smoothstep(14.0, 34.0, whole);
  way /= whole;
  vec2 off = place.xz - uEye.xz;
  float along = dot(off, way);
  float beside = off.x * way.y - off.y * way.x + 2.6 * sin(0.17 * (whole - along));
  float near = smoothstep(-0.05, 0.4, along / whole) * (1.0 - smoothstep(0.0, 30.0, along - whole));
  return warm * near / (1.0 + 0.03 * beside * beside);
}

#ifndef LEAN
// And along its middle embers lie under the moss, seen where it is open.
vec3 embersAt(float way, float open, float own) {
  float most = max(uWarmth * (1.0 - uColour), 0.01);
  float shut = 1.0 - open;
  return uEmber * (sqrt(max(way, 0.0) * most) * smoothstep(0.25 * most, most, way) * (0.06 + 1.5 * shut * shut * shut) * (0.1 + 1.7 * own * own * own) * (1.9 - 1.3 * most));
}
#endif

Around aroundAt(vec3 place, vec2 slope) {
  vec3 toTree = uTreeFoot + vec3(0.0, 4.5, 0.0) - place;
  float far = dot(toTree, toTree);
  float patches = sin(place.x * 0.21 + place.z * 0.08) + sin(place.z * 0.17 - place.x * 0.06 + 1.7) + 0.6 * sin(place.x * 0.71 - place.z * 0.53);
#ifdef BARE
  float thickness = 286.0 + 14.0 * patches - 230.0 * dot(slope, uAfterglow);
#else
  // Thick enough that a cushion's rim, back and face differ in hue.
  // And slopes that see the last light, where it grows thickest, stand out from those that see the night.
  float thickness = 478.0 + 14.0 * patches - 230.0 * dot(slope, uAfterglow);
#endif
  return Around(vec4(toTree * inversesqrt(far), uTreeGlow * 5200.0 / (far * (0.3 * far + 16.0) + 640.0)), thickness, lampsAt(place));
}

// What moss looks like at a place. `view` from it to the eye, `up` its normal, both unit; `tip` 0 in the depth between
// stems .. 1 at a tip; `own` a number from cushion to cushion; `open` 0 in a crease .. 1 on top of a cushion.
vec3 mossLight(vec3 view, vec3 up, float tip, float own, float open, float cover, vec4 ring, Around around) {
  float facing = clamp(dot(view, up), 0.0, 1.0);
  float graze = 1.0 - facing;
  float rim = graze * graze;
  // From above one looks down between the stems; from the side tips stand before tips, and the gaps are hidden.
  float tips = mix(tip, 0.45 + 0.55 * tip, rim);
  float lift = open * (0.03 + 1.25 * tips * tips);

  // Light of the whole dusk from above, and of the afterglow from low down.
  // The low light stands where the dusk is, and in the morning where the day comes from.
  vec2 glowWay = mix(uAfterglow, uDawnWay, uDawn);
  float lit = max((up.x * glowWay.x + up.z * glowWay.y) * 0.85 + up.y * 0.1 + 0.2 - 0.1 * uDawn, 0.0);
  lit *= lit;
  float against = max(-dot(view.xz, glowWay), 0.0);
  against *= mix(1.0, against * against, uDawn);
  float above = 0.5 + 0.5 * up.y;
  above *= above;
#ifdef BARE
  float still = 0.6;
#else
  float still = smoothstep(433.0, 528.0, around.thickness);
#endif
  // In the mass a grey that leans to violet in its depth and to green on its tips: hue is left to what light grazes.
  vec3 grey = vec3(dot(uMoss, LUMA));
  vec3 body = mix(mix(grey * vec3(0.80, 0.72, 1.05), uMoss * vec3(2.0, 1.12, 0.66), 0.36 + 0.5 * tip), uMoss, uDawn) * mix(0.75, 1.55, tip * (0.25 + 0.75 * own));
  // Whole slopes lie still where the film is thin; and straight down one sees into the depth.
  float deep = mix(1.15, 0.56, smoothstep(0.1, 0.5, view.y) * (1.0 - uDawn));
  body *= (0.5 + 0.9 * still) * deep;
  body.r *= 1.0 + 0.5 * uDawn * tip;
  vec3 light = body * (uDome * ((6.4 + 0.3 * uDawn) * above) + uWarmSide * ((3.4 + 0.2 * uDawn) * lit)) * lift;

  // Velvet: tips at a grazing angle scatter the sky behind them, through a film whose hue moves with the angle. Far off all
  // is grazing, and none of it its own.
#ifdef LEAN
  vec3 hue = film(around.thickness + 44.0 * (own - 0.5), facing);
#else
  vec3 hue = film(around.thickness - 36.0 + 60.0 * (own - 0.5), facing);
  // Straight down there is no gold: it would be rust.
  hue.rg = mix(hue.rg, min(hue.rg, hue.b * vec2(0.9, 1.3)), smoothstep(0.3, 0.6, facing));
#endif
  float velvet = rim * (0.12 + 0.88 * rim);
  float keen = smoothstep(0.03, 0.3, view.y);
  vec3 whole = hue;
  hue = max(mix(vec3(dot(hue, vec3(0.33))) * vec3(0.98, 0.96, 1.1), hue, mix(0.36 + 1.0 * velvet * keen, 1.0, uDawn)), 0.0);
  vec3 sky = uShine * above + uWarmSide * (0.14 - 0.12 * uDawn + 1.2 * against * against);
#ifndef LEAN
  // No two cushions shine alike, and where few stand all is quiet and dark.
  velvet *= 0.25 + 1.5 * own * own;
  lift *= 0.4 + 0.7 * mossCrowd;
#endif
  vec3 sheen = hue * ((0.24 + 4.6 * velvet * (0.5 + 0.5 * keen)) * (0.15 + 0.75 * still) * deep);
  light += sheen * sky * uIridescence * lift * (1.0 - 0.35 * uDawn) * (0.3 + 0.7 * uColour);
  // The sky's own blue lies in the hollows too.
  light += uFill * above * (0.3 + 0.7 * tips * tips) * mix(0.2 + 0.8 * open, 0.7 + 0.3 * open, uDawn) * mix(vec3(1.9, 1.5, 2.3), vec3(1.0), uDawn);
  // And before the last light they are lit through.
  light += (grey + body) * uWarmSide * (4.5 * against * against * velvet * open * tips);

  // Young tips keep a little of every light and give it back from within.
  light += (body + hue * 0.06) * uShine * (tips * tips * tips * open);

#ifndef LEAN
  // Along a crest, between the eye and the last light, one thread of it; what lies below has none.
  float seen = dot(up.xz, glowWay);
  float thread = (velvet + 0.5 * rim * rim) * smoothstep(-0.05, 0.5, seen) * (0.25 + 0.75 * against) * open * open * tips;
#endif
  // Where colour is gone so is much of the light.
#ifdef LEAN
  light *= 0.38 + 0.62 * uColour;
#else
  light *= 0.75 + 0.25 * uColour;
#endif

  // The tree's light.
  float facingTree = max(dot(up, around.tree.xyz) * 0.7 + 0.3, 0.0);
  light += (body * 1.6 + body.g * vec3(0.8, 0.56, 0.3) + hue * 0.09) * uEmber * vec3(1.1, 0.85, 0.6) * around.tree.w * facingTree * lift * (0.55 + 0.45 * open * tips) * uGlow;
#ifdef LEAN
  light += (body * 2.0 + hue * 0.14) * around.lamp * (0.3 + 0.7 * up.y) * lift * uGlow;
#else
  // A lamp is low: it finds the tops of cushions, each by its own height, and leaves what lies between them.
  light += (body * vec3(1.7, 2.0, 1.9) + hue * 0.2) * around.lamp * (0.15 + 0.85 * up.y * up.y) * (lift * (0.12 + 0.88 * open * open) * (0.35 + 1.1 * own * own + 0.3 * tips)) * uGlow;
#endif
  // Where colour is gone the tops keep a cold rim.
  light += uShine * (1.0 - uColour) * (FROST * rim * (1.0 - rim) * tips * tips * open);

#ifndef LEAN
  light += (uWarmSide * (0.3 + 0.25 * uColour) + uShine * 0.5) * thread * (4.0 - uColour);
#endif

  // Rings: the tips send their own hue back, the depth between them hardly any.
#ifndef BARE
  // A crest is bright where the land faces where it comes from, and lost where it falls away.
  ring.rgb *= 0.3 + 0.9 * smoothstep(-0.25, 0.3, dot(up.xz, ringFrom.xy) / (ringFrom.z + 0.01));
#endif
#ifdef LEAN
  vec3 woke = ring.rgb * 0.75 + dot(ring.rgb, vec3(0.3)) * (0.9 * rim * uIridescence) * hue;
#else
  // A crest's heart is pale; where it swells and ebbs the film has its way.
  float pale = dot(ring.rgb, vec3(0.33));
  vec3 woke = mix(ring.rgb * 0.75, mix(whole * vec3(1.35, 1.3, 1.0), vec3(1.0, 0.9, 0.95) * dot(whole, vec3(0.36)), 0.1) * pale, 0.9 * uIridescence / (1.0 + 0.25 * pale));
#endif
#ifdef LEAN
  light += woke * ((0.25 + 0.75 * open) * above * (0.04 + 1.5 * tips * tips)) * uGlow * (4.2 + 4.0 * uStars);
#else
  // Tips alone are lit, each by itself, and what stands between them is the blacker for it.
  float keenTip = tips * tips;
  light += woke * ((0.12 + 0.88 * open) * above * (0.02 + 2.7 * keenTip * keenTip)) * uGlow * (4.2 + 4.0 * uStars);
#endif

#ifndef BARE
  // A ring lights the land: what faces its crest, from low down.
  float facingRing = max(dot(up.xz, ringFrom.xy) * 1.5 + 0.34 * ringFrom.z, 0.0);
  light += ringTint * (0.1 + 0.46 * mix(hue, whole, 0.7) * uIridescence + 0.2 * body / (grey * deep)) * (facingRing * lift * 0.5 * uGlow);
#endif

  // Bare ground: wet earth, which has a little of the sky.
  vec3 earth = vec3(0.010, 0.009, 0.012) * (0.4 + lit) + ring.rgb * 0.05 + vec3(0.055, 0.042, 0.034) * around.lamp * uGlow;
  return mix(earth, light, cover);
}
