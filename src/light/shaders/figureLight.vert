#include <air>
#include <lamps>
#include <body>
in vec4 aCorner;
// Part of a body, along it, about it, how deep; see figures/sown.ts.
uniform sampler2D uSown;
uniform int uCrowd;
out vec2 vCorner;
out vec4 vLight;

const int ARM_LEFT = 4;
const int ARM_RIGHT = 8;
// Columns of `uSown` that hold cloth, legs, left arm, right arm, head, and what is loose.
const int WIDTHS[6] = int[6](92, 36, 34, 34, 32, 28);
const int STARTS[6] = int[6](0, 92, 128, 162, 196, 228);
// Where cloth and loose light are blown.
// A processor's figures are of too few dabs to be seen as dark ones.
#ifdef BARE
const float DIMMED = -1.2;
#else
const float DIMMED = 0.45;
#endif
const vec2 DOWNWIND = vec2(0.83, 0.56);

void put(vec3 p, float size, vec2 stretch, int corner, vec4 light) {
#ifdef BARE
  // One point for each: a processor pays for every corner.
  float wide = max(stretch.x, stretch.y);
  gl_Position = uViewProjection * vec4(p, 1.0);
  gl_PointSize = 2.0 * wide * size / max(dot(p - uEye, uForward), 0.05) * uPixelScale;
  vCorner = wide / stretch;
  vLight = light;
  return;
#endif
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  float d = max(dot(p - uEye, uForward), 0.05);
  vec4 clip = uViewProjection * vec4(p, 1.0);
  clip.xy += offset * stretch * 2.0 * (size / d) * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  vLight = light;
  gl_Position = clip;
}

void main() {
#ifdef BARE
  int number = gl_VertexID;
  int corner = 0;
  gl_PointSize = 1.0;
#else
  int number = gl_VertexID / 3;
  int corner = gl_VertexID - number * 3;
#endif
  // What water shows is softer, and needs fewer: so large a share of each is drawn there, see layers/beings.ts.
  float part1 = uMirrored > 0.5 ? 0.4 : 1.0;
  int low = 0;
  int high = uCrowd - 1;
  for (int i = 0; i < 6; i++) {
    int half1 = (low + high) / 2;
    if (number < int(uState[half1].z * part1)) high = half1;
    else low = min(half1 + 1, uCrowd - 1);
  }
  int figure = high;
  int first = figure == 0 ? 0 : int(uState[figure - 1].z * part1);
  int mote = number - first;
  vec4 state = uState[figure];
  vec4 move = uMove[figure];
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
  if (state.x <= 0.0 || move.y > uMirrored) return;
  float count = floor(state.z * part1) - float(first);
  int last = int(count) - 1 - mote;
  bool heart = last == 0;
  if (float(mote) >= count && !heart) return;
  int mists = int(clamp(count * 0.022, 3.0, 40.0));

  vec4 pose = uPose[figure];
#ifdef BARE
  pose.x = float(figure);
#endif
  vec4 place4 = uPlace[figure];
  vec4 hue4 = uHue[figure];
  float own = move.z;
  vec4 build = BUILDS[int(own) & 7];
  float large = pose.w < 0.8 ? 1.2 : 0.97;
  vec3 h = hash3(ivec3(mote, int(own), 3));
  float turn = TAU * uLoop.y;
  float slow = turn * 9.0;
  float walk = move.x;
  float dance = move.w;
  vec3 feet = standing(place4);
  vec3 core = bent(jointAt(pose, 1) + vec3(0.0, 0.05, 0.0), build.w);
  vec3 heartAt = feet + headed(core, place4.w) * pose.w;
  vec3 ahead = vec3(sin(place4.w), 0.0, cos(place4.w));
  // None swims before the lens.
  float near = smoothstep(1.2, 2.5, distance(uEye.xz, place4.xz));
  float far = distance(uEye, heartAt);
  float chest = hue4.a;
  // One family of light: ember at hand, ash by distance.
  vec3 hue = mix(hue4.rgb, vec3(0.5, 0.6, 0.74), 0.6 * smoothstep(5.0, 26.0, far));
  // Among lanterns nobody is ash: who dances there is dark, and warm where a lantern is near.
  float among = dance * min(uFestival * 2.0, 1.0);
  hue = mix(hue, vec3(0.9, 0.5, 0.22), 0.75 * among);
  vec3 warm = mix(hue, uEmber * 1.25 + vec3(0.08, 0.05, 0.02), 0.6);
  float shown = state.y * smoothstep(0.1, 0.7, state.x) * near * uGlow * (1.0 - DIMMED * among);
  float away = 1.0 + min(far / 30.0, 1.6) * (1.0 - among);
  if (uMirrored > 0.5 && heartAt.y < 0.0) return;

  if (heart) {
    // What burns in it is seen from before, and only its shine from behind.
    vec3 way = normalize(uEye - heartAt);
    float facing = smoothstep(-0.3, 0.6, dot(ahead, way));
    vec3 light = warm * (0.26 + 0.9 * chest) * facing * shown * away;
    put(heartAt + way * min(0.25, 0.4 * far), max((0.15 + 0.13 * chest) * pose.w, 1.2 * far / uPixelScale), vec2(1.0), corner, vec4(seenAdded(light, heartAt).rgb, 0.0));
    return;
  }
  if (mote == 0) {
    // The air behind it, so that it stands dark before its own light.
    put(heartAt - vec3(0.0, 0.12 * pose.w, 0.0), 0.85 * pose.w, vec2(0.8, 1.15), corner, vec4(seenAdded(mix(warm, uRose, 0.55) * (0.02 + 0.07 * chest) * shown * away, heartAt).rgb, 0.0));
    return;
  }
  if (mote < mists) {
    // Breath about its feet, and behind who walks.
    float life = fract(uLoop.z * floor(9.0 + 9.0 * h.y) + h.z);
    float angle = TAU * fract(h.x + float(mote) * 0.618);
    vec3 p = feet + vec3(cos(angle), 0.0, sin(angle)) * (0.15 + 0.75 * h.y) * pose.w - ahead * walk * 0.9 * life;
    p.xz += DOWNWIND * 0.4 * life;
    p.y += 0.06 + 0.34 * h.z * h.z * pose.w + 0.12 * life;
    float much = sin(3.14159 * life);
    if (uMirrored > 0.5 && p.y < 0.0) return;
    float mist = 0.35 * much * state.x * near / (1.0 + 0.06 * float(mists));
    put(p, (0.2 + 0.2 * h.x) * pose.w, vec2(1.5, 0.75), corner, vec4(seenAdded(mix(hue, uViolet * 5.0 + uZenith * 4.0, 0.75) * mist * (0.1 + 0.14 * chest) * shown, p).rgb, 0.3 * mist));
    return;
  }

  // From the eye's side of the body, and in the order in which its parts hide one another.
  vec3 eye = headed(uEye - feet, -place4.w) / pose.w - core;
  vec3 toEye = normalize(eye);
  bool leftBehind = dot(jointAt(pose, 6) - core, toEye) < -0.04;
  bool rightBehind = dot(jointAt(pose, 10) - core, toEye) < -0.04;
  int whole = int(count) - mists;
  int number1 = mote - mists;
  int section = 5;
  int begun = 0;
  int held = 1;
  int passed = 0;
  for (int i = 0; i < 8; i++) {
    int one = i == 0 ? (leftBehind ? 2 : -1) : i == 1 ? (rightBehind ? 3 : -1) : i == 2 ? 1 : i == 3 ? 0 : i == 4 ? 4 : i == 5 ? (leftBehind ? -1 : 2) : i == 6 ? (rightBehind ? -1 : 3) : 5;
    if (one < 0) continue;
    int from = whole * passed / 256;
    passed += WIDTHS[one];
    if (number1 < from) break;
    section = one;
    begun = from;
    held = whole * passed / 256 - from;
  }
  int nth = number1 - begun;
  vec4 at = texelFetch(uSown, ivec2(STARTS[section] + nth % WIDTHS[section], nth / WIDTHS[section]), 0);
  int part = int(at.x + 0.5);
  if (part == 8 && state.w < 0.0) part = 7;

  float many = smoothstep(700.0, 6000.0, count);
  bool loose = part > 5;
  bool dust = loose || h.x < 0.2 * many;
  float out1 = dust && !loose ? 0.05 * pow(h.z, 4.0) : -0.006 * h.z - 0.02 * (1.0 - many) * (section == 0 ? 1.0 : 0.4);
  float fine = clamp(0.4 * inversesqrt(count), 0.0019, 0.03);
  float broad = clamp(1.75 * inversesqrt(count), 0.016, 0.076);
  Dab dab;
  vec3 air = vec3(0.0);
  float lone = 1.0;
  if (part == 0) dab = onCloth(pose, build, toEye, at.y, at.z, out1, own, dance, slow);
  else if (part < 5) dab = onLimb(pose, toEye, part == 1 ? 12 : part == 2 ? 16 : part == 3 ? ARM_LEFT : ARM_RIGHT, at.y, at.z, out1, build.x, part < 3);
  else if (part == 5) dab = onHead(pose, large, toEye, at.y, at.z, out1, own);
  else if (part == 6) {
    // Light that leaves the shoulders and goes up with the wind.
    dab = onCloth(pose, build, toEye, 0.04 + 0.4 * at.y * at.y, at.z, 0.03, own, dance, slow);
    float life = fract(uLoop.z * floor(16.0 + 20.0 * h.y) + h.z);
    air = vec3(0.2 * sin(turn * 7.0 + TAU * h.x), 0.8 * life, 0.2 * sin(turn * 6.0 + TAU * h.y)) * life;
    lone = 0.5 * (1.0 - life) * (1.0 - life) * smoothstep(0.0, 0.15, life);
    dab.loose = life;
  } else if (part == 7) {
    // Below, it goes over into dust that lies on the moss and trails behind.
    dab = onCloth(pose, build, toEye, 0.7 + 0.3 * at.y, at.z, 0.1 * at.w, own, dance, slow);
    float life = fract(uLoop.z * floor(14.0 + 14.0 * h.y) + h.z);
    float gone = life * (0.25 + 0.75 * h.x);
    dab.place.xz *= 1.0 + (0.5 + 0.7 * at.y) * gone;
    dab.place.z -= (0.65 * walk + 0.12) * gone;
    dab.place.y = max(dab.place.y * (1.0 - 0.8 * gone) + 0.16 * gone * gone * h.x, 0.015);
    lone = 0.35 * (1.0 - life) * smoothstep(0.0, 0.2, life);
  } else {
    // A wave of light from the open hands, towards whom they greet.
    dab = onLimb(pose, toEye, h.x < 0.5 ? ARM_LEFT : ARM_RIGHT, 0.95, at.z, 0.0, 1.0, false);
    float age = state.w + 0.12 - 1.6 * at.y * at.y;
    if (age < 0.0) return;
    float gone = 1.0 - exp(-age * 0.5);
    vec3 way = normalize(vec3((h.y - 0.5) * 1.2, 0.2 + 0.5 * (h.z - 0.4), 1.1));
    air = way * gone * (0.8 + 1.3 * h.z) + vec3(0.0, 0.25 * sin(gone * 3.0 + TAU * h.y), 0.0) * gone;
    lone = 1.1 * exp(-age * 0.42) * (1.0 - smoothstep(5.0, 8.0, state.w));
  }
  vec3 local = bent(dab.place, build.w) + air;
  // Cloth lags behind who walks, and gives way to the wind.
  local.z -= 0.12 * walk * dab.loose;
  vec3 p = feet + headed(local, place4.w) * pose.w;
  float gusts = (0.05 + 0.2 * uWind + 0.25 * uGust) * (0.6 + 0.4 * sin(turn * 11.0 + own * 2.1 + 2.0 * local.y));
  p.xz += DOWNWIND * gusts * dab.loose * 0.4;
  p += (dust ? 0.009 : 0.003) * sin(turn * floor(9.0 + 14.0 * h) + TAU * h.zxy);
  vec3 n = headed(dab.normal, place4.w);
  vec3 view = normalize(uEye - p);

  // One side is lit by what is left of the sun, the other keeps its shadow.
  float aside = dot(uRight.xz, uAfterglow);
  vec3 sun = normalize(vec3(uAfterglow.x, 0.5, uAfterglow.y) + uRight * (aside / (abs(aside) + 0.04)));
  float lit = smoothstep(0.05, 0.85, dot(n, sun));
  float edge = 1.0 - clamp(dot(n, view), 0.0, 1.0);
  // Its own light burns before its breast: chin, palms and the insides of the arms have it.
  vec3 lamp = core + vec3(0.0, 0.0, 0.4) - local;
  float reach = dot(lamp, lamp);
  float own1 = clamp(dot(dab.normal, lamp) * inversesqrt(reach), 0.0, 1.0) / (1.0 + 16.0 * reach);
  // A broad dab at the edge would carry it on to the back.
  own1 *= 1.0 - 0.8 * (1.0 - many) * edge * edge;
  float hand = part == 3 || part == 4 ? smoothstep(0.45, 1.0, at.y) : 0.0;
  // Lost towards the feet.
  float seat = jointAt(pose, 0).y;
  float stands = smoothstep(0.04, 0.62 * seat + 0.06, local.y);
  vec3 colour = mix(uEmber * vec3(0.95, 0.62, 0.6), warm, smoothstep(0.05, 0.5, own1)) * dab.tone * own1 * (3.4 + 9.5 * chest);
  if (part == 5) colour *= 0.5;
  colour += hue * hand * (0.07 + 0.4 * chest) * (0.4 + 0.6 * edge);
  colour += mix(uRose, uAmber, 0.4) * dab.tone * lit * (0.012 + 0.988 * edge * edge * edge) * mix(0.4, 1.1, many) * (0.25 + 0.75 * stands);
  // Of a face one half has the dusk.
  if (part == 5) colour += hue * dab.tone * (0.12 + 0.3 * chest) * smoothstep(-0.2, 1.0, dot(n, normalize(ahead * 0.8 + vec3(0.0, 0.3, 0.0) + uRight * sign(aside)))) * smoothstep(-0.1, 0.5, dot(n, ahead));
  colour *= away * shown;
  if (among > 0.0) {
    colour += vec3(1.0, 0.52, 0.2) * (among * dab.tone * edge * edge * edge * (0.16 + 0.3 * lit));
#ifndef BARE
    for (int i = 0; i < uLampCount; i++) {
      vec3 to = uLampPlace[i].xyz - p;
      float square = dot(to, to);
      float wide = uLampPlace[i].w * uLampPlace[i].w;
      float given = wide / (wide + 3.0 * square);
      colour += uLampColour[i].rgb * (0.5 * among * dab.tone * given * given * clamp(0.12 + 0.88 * dot(n, to) * inversesqrt(square + 0.01), 0.0, 1.0));
    }
#endif
  }
  colour += (uZenith + uViolet) * (0.05 + 0.05 * n.y) * dab.tone;

  // Out of the dusk: each mote finds its place in its own time.
  float order = 0.62 * fract(h.z + at.y);
  float come = min(state.x * 1.8, 1.0);
  float arrived = smoothstep(order, order + 0.38, come);
  float there = dab.there * near;
  if (arrived < 1.0) {
    vec3 astray = vec3((h.x + h.y - 1.0) * 2.4, 0.1 + 2.2 * at.w * at.w, (h.z + at.z - 1.0) * 2.4);
    float swirl = (1.0 - arrived) * 2.2;
    astray = vec3(astray.x * cos(swirl) + astray.z * sin(swirl), astray.y + 0.12 * sin(turn * floor(5.0 + 6.0 * h.y) + TAU * h.z), astray.z * cos(swirl) - astray.x * sin(swirl));
    p = mix(feet + astray, p, arrived * arrived * (3.0 - 2.0 * arrived));
    there *= mix(dust ? 0.5 * smoothstep(0.0, 0.08, state.x) : 0.0, 1.0, arrived * arrived);
  }
  if (uMirrored > 0.5 && p.y < 0.0) return;
  // A prefix stands for all; its last ones come and go softly as the figure nears.
  there *= clamp(float(held - nth) / (0.15 * float(held) + 1.0), 0.0, 1.0);
  float d = max(dot(p - uEye, uForward), 0.05);
  if (dust) {
    float size = fine * pose.w;
    float radius = max(size, 1.05 * d / uPixelScale);
    float share = min(size * size / (radius * radius), 1.0);
    if (loose) colour = hue * lone * 0.6 * shown;
    there *= share * (loose ? 1.0 : 0.3 * stands * (1.0 - 0.7 * edge));
    put(p, radius, vec2(1.0), corner, vec4(seenAdded(colour, p).rgb * there * 1.1, loose ? 0.0 : 0.6 * there));
    return;
  }
  // On the shadow's side its edge is lost.
  float grain = 0.5 + 0.5 * sin(13.0 * local.y + 5.0 * local.x + own) * sin(11.0 * local.x - 7.0 * local.y + 2.0 * own);
  float lost = edge * (1.0 - lit) * (1.0 - 0.8 * own1) * (1.0 - 0.85 * smoothstep(0.5, 1.3, local.y));
  there *= stands * (1.0 - mix(0.3, 0.9, many) * lost * (0.35 + 0.65 * grain)) * 0.85;
  float size = max(broad * mix(pow(dab.size, 0.7), dab.size, many) * (0.75 + 0.5 * h.y) * pose.w, 1.05 * d / uPixelScale);
  put(p, size, vec2(1.0, 1.12), corner, vec4(seen(colour, p).rgb, 1.0) * there);
}
