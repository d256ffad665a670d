#include <hash>
#include <land>
#include <moss>
uniform sampler2D uNoise;
in vec4 aCell;
uniform float uSide;
uniform float uReach;
uniform float uFields;
uniform float uBroad;
// Tips are smaller than a pixel: their light is asked for where they are.
centroid out vec4 vLight;
#ifndef LEAN
out vec4 vShoot;
#endif

// The square of a field lies ahead: its middle at this share of its reach, its half side at that.
// Where blades are few, their feet must not stand out from the ground between them.
#ifdef LEAN
const float BASE = 0.7;
#else
const float BASE = 0.1;
#endif
// How tall tips stand: few of them have to say as much as many.
#ifdef LEAN
const vec2 TALL = vec2(0.017, 0.0021);
const float STALKS = 0.6;
#else
const vec2 TALL = vec2(0.021, 0.0004);
#endif

const float AHEAD = 0.56;
const float HALF = 0.70;

void main() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vLight = vec4(0.0);
#ifndef LEAN
  vShoot = vec4(0.0);
#endif
  float reach = uReach * exp2(aCell.z);
  float cell = 2.0 * HALF * reach / uSide;
  vec2 ahead = normalize(uForward.xz + vec2(1e-4));
  vec2 middle = uEye.xz + ahead * AHEAD * reach;
  ivec2 lattice = ivec2(floor(middle / cell)) + ivec2(aCell.xy - 0.5 * uSide);
  uvec3 word = pcg3(uvec3(ivec3(lattice, int(aCell.z) + 19)));
  vec3 h = unit3(word);
  vec2 p = (vec2(lattice) + h.xy) * cell;
  vec2 way = p - uEye.xz;
  float d = length(way);
  // Each blade ends at its own distance, shrinking: nothing pops.
  float fade = 1.0 - smoothstep(0.62, 0.92, d / reach + 0.08 * (h.z - 0.5));
  float behind = dot(way, ahead);
  if (fade <= 0.001 || behind < -0.4 - 0.1 * d) return;
  Land land = landAt(p);
  float grown = smoothstep(0.12, 0.6, land.cover + 0.3 * (h.z - 0.5));
  if (grown <= 0.0) return;
  float detail = max(log2(d * 0.09), 0.0);
  vec4 moss = mossAt(p, detail);
  vec3 root = vec3(p.x, land.height + moss.x * land.cover, p.y);
  if (uMirrored > 0.5 && root.y < 0.0) return;
  vec2 slope = land.slope + moss.yz * land.cover;
  vec3 up = normalize(vec3(-slope.x, 1.0, -slope.y));
  vec3 more = unit3(pcg3(word));

  vec3 view = uEye - root;
  float away = length(view);
  view /= away;
  float facing = dot(view, up);
  // A few stand taller, in places of their own: stalks with a capsule that has not opened yet.
  float sown = textureLod(uNoise, p * 0.12, 2.0).g;
#ifdef LEAN
  bool stalk = aCell.z < 1.5 && more.x < STALKS * smoothstep(0.58, 0.68, sown) && moss.x > 0.06 && land.cover > 0.8;
#else
  // Colonies of stalks with capsules, a few of them near the way; so many a square metre.
  float colony = smoothstep(0.56, 0.68, sown) * smoothstep(0.44, 0.6, textureLod(uNoise, p * 0.9, 0.0).r) * (1.0 - smoothstep(5.0, 9.0, d));
  bool stalk = aCell.z == 2.0 && more.x < 60.0 * cell * cell * colony && moss.x > 0.08 && land.cover > 0.8;
#endif
#ifdef LEAN
  // Tips are spent where cushions end against what lies behind them.
  if (facing > 0.72 && !stalk) return;
#endif

  vec4 ring = ringsAt(root);
  float open = smoothstep(OPEN.x, OPEN.y, moss.x) * (0.3 + 0.7 * mossCrease);
  // Short and broad near the eye, and wider with distance, as fewer of them are left to cover the ground.
  float width = (0.0075 + 0.0024 * d) * (0.7 + 0.6 * more.x) * fade * uBroad;
  float tall = (TALL.x + TALL.y * min(d, 24.0)) * (1.25 - 0.5 * max(facing, 0.0)) * (0.55 + 0.75 * more.y) * (0.5 + 0.5 * open) * fade * grown * (1.0 - 0.85 * smoothstep(3.0, 18.0, d));
  float turn = TAU * more.z;
  vec3 side = normalize(cross(up, vec3(cos(turn), 0.15, sin(turn))));
  vec3 lean = vec3(cos(turn * 3.0), 0.0, sin(turn * 3.0)) * 0.45;
  vec2 gusts = textureLod(uNoise, p * 0.021 + vec2(uLoop.z * 3.0, uLoop.z), 2.0).rg - 0.5;
  lean.xz += gusts * (0.5 * uWind + 1.1 * uGust);
  lean -= up * ring.a * 0.75;
  lean.xz += normalize(way + 1e-3) * ring.a * 0.5;
  vec3 stem = normalize(up + lean);

  int corner = int(aCell.w);
  float haze = hazeTo(root, away);
  if (stalk) {
    // A thread that widens into its capsule; never thinner than can be seen.
    vec3 across = normalize(cross(view, up));
#ifdef LEAN
    tall = (0.035 + 0.05 * more.z) * fade * (1.0 - smoothstep(4.0, 7.0, d));
    float head = max(0.003, 0.75 * away / uPixelScale) * fade;
    vec3 top = root + normalize(vec3(0.0, 1.0, 0.0) + up * 0.5 + lean * 0.5) * tall;
    vec3 place = corner == 0 ? root : top + (corner == 1 ? -across : across) * head * 0.5;
    gl_Position = uViewProjection * vec4(place, 1.0);
    float back = max(-dot(view.xz, uAfterglow), 0.0);
    vec3 light = (uRose * 0.1 + uAmber * 0.7) * (0.04 + 0.5 * back * back) + (uZenith + uViolet) * 0.7 + uEmber * (aroundAt(root, land.slope).tree.w * 0.4 + 0.3 * uDawn) + ring.rgb * 1.6;
    light *= corner == 0 ? 0.25 : 0.55 + 0.4 * h.z;
#else
    tall = (0.02 + 0.024 * more.z * more.z) * fade;
    vec2 at = corner == 2 ? vec2(0.0, 2.0) : vec2(corner == 0 ? -1.1 : 1.1, 0.0);
    vShoot = vec4(at, 1.0, more.y);
    lean.xz = lean.xz * 0.4 + gusts * (1.2 * uWind + 2.0 * uGust);
    vec3 place = root + normalize(up * 0.6 + vec3(lean.x, 1.0, lean.z)) * (tall * at.y) + across * (tall * at.x * 0.75);
    gl_Position = uViewProjection * vec4(place, 1.0);
    float back = max(-dot(view.xz, uAfterglow), 0.0);
    vec3 light = uMoss * uDome * 2.0 + uWarmSide * (0.12 * back * back) + (uZenith + uViolet) * 0.2 + ring.rgb * 0.5;
#endif
    vLight = vec4(drained(mix(light, hazeColour(-view), haze), colourAt(root)) * uFade, away);
    return;
  }
  vec3 place = root - up * 0.004 + (corner == 0 ? -side : corner == 1 ? side : vec3(0.0)) * width * 0.5;
  if (corner == 2) place = root + stem * tall;
  gl_Position = uViewProjection * vec4(place, 1.0);

  // Where many stand under one pixel, none of them is its own.
  float calm = smoothstep(2.5, 10.0, d);
  float own = fract(moss.w + 0.16 * (1.0 - calm) * (h.z - 0.5));
  vec3 light;
  if (corner == 2) {
#ifdef LEAN
    float answer = 1.0 - 0.6 * calm;
#else
    // Near, few tips take all of a crest's light; far off all take a little.
    float answer = mix(0.15 + 4.6 * more.y * more.y * more.y * more.y * (0.4 + 1.2 * h.z), 0.5, calm);
#endif
    vec3 shadeUp = normalize(up * 0.8 + stem * (0.45 - 0.35 * calm));
    light = mossLight(view, shadeUp, 1.0 - 0.5 * calm, own, open, land.cover, ring * answer, aroundAt(root, land.slope)) * mix(0.5 + 1.25 * more.x * more.x, 0.92, calm);
#ifndef LEAN
    // Dew: a few tips hold a drop; it gathers a ring's light, and at dawn sends the low light back to where one stands.
    float drop = smoothstep(0.93, 1.0, h.z) * smoothstep(0.55, 1.0, sin(TAU * (more.y + 3.0 * facing + 0.6 * uLoop.z)));
    float low = max(-dot(view.xz, uDawnWay), 0.0);
    light += (vec3(1.5, 1.05, 0.7) + 0.5 * film(260.0 + 240.0 * more.y, facing)) * (uDawn * uDawn * drop * low * low * low * low * (0.2 + 0.8 * open));
    light += ring.rgb * (8.0 * drop * (1.0 - calm));
    // By night it has colour only where the eye grazes it; few are large.
    float graze = (1.0 - max(facing, 0.0)) * drop;
    light += film(300.0 + 260.0 * more.y, facing) * (uShine + 0.4 * uWarmSide) * (graze * graze * (0.6 + 9.0 * more.x * more.x * more.x * more.x) * open * (1.0 - uDawn));
#endif
  } else {
    light = mossLight(view, up, mix(BASE, 0.5, calm), own, open * (0.7 + 0.2 * calm), land.cover, ring * (0.35 + 0.4 * calm), aroundAt(root, land.slope));
  }
  float wayOn = wayAt(root);
#ifndef LEAN
  light += embersAt(wayOn, open, own);
#endif
  light = mix(light * wokenAt(root), hazeColour(-view), haze);
  vLight = vec4(drained(light, max(colourAt(root), min(1.7 * wayOn, 0.9))) * uFade, away);
}
