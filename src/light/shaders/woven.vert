#include <air>
#include <lamps>
#include <figure>
#include <build>
#include <hung>
in vec4 aCorner;
// Threads' points, four texels each: from the joint, which joint and how far it turns with what is beyond; way, radius;
// outward, kind; along, chance, looseness, tone. Skin says for "along" how many of its points are in a row. Then the
// order of pieces by level and side; see figures/woven.ts.
uniform sampler2D uThreads;
uniform sampler2D uOrder;
uniform float uReach;
uniform float uMost;
uniform int uCrowd;
out vec3 vCorner;
out vec4 vLight;
out vec3 vRim;

const int LEVELS = 7;
const vec2 DOWNWIND = vec2(0.83, 0.56);

void main() {
  int piece = gl_VertexID / 6;
  int corner = gl_VertexID - piece * 6;
  bool end = corner == 2 || corner == 3 || corner == 5;
  float side = corner == 0 || corner == 2 || corner == 3 ? -1.0 : 1.0;
  // Water shows the next coarser level of each.
  float part1 = uMirrored > 0.5 ? 0.5 : 1.0;
  int low = 0;
  int high = uCrowd - 1;
  for (int i = 0; i < 6; i++) {
    int half1 = (low + high) / 2;
    if (piece < int(uState[half1].z * part1)) high = half1;
    else low = min(half1 + 1, uCrowd - 1);
  }
  int figure = high;
  int first = figure == 0 ? 0 : int(uState[figure - 1].z * part1);
  vec4 state = uState[figure];
  vec4 move = uMove[figure];
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec3(0.0);
  vLight = vec4(0.0);
  vRim = vec3(0.0);
  if (state.x <= 0.0 || move.y > uMirrored) return;
  int nth = piece - first;
  int count = int(state.z * part1) - first;
  if (nth >= count) return;
  int level = int(log2(uMost / float(count)) + 0.5);
  float own = uMove[figure].z;
  int dress = int(own) & 7;
  vec4 laid = texelFetch(uOrder, ivec2(LEVELS * dress + level, 0), 0);

  vec4 pose = uPose[figure];
#ifdef BARE
  pose.x = float(figure);
#endif
  vec4 place4 = uPlace[figure];
  vec4 hue4 = uHue[figure];
  vec3 build = BUILDS[dress];
  pose.w *= build.z;
  float walk = move.x;
  float dance = move.w;
  vec3 feet = standing(place4);
  vec3 core = bent(jointAt(pose, 1) + vec3(0.0, 0.05, 0.0), build.y);
  vec3 heartAt = feet + headed(core, place4.w) * pose.w;
  vec3 eye = headed(uEye - feet, -place4.w) / pose.w - core;

  // In the order in which its parts hide one another, seen from here.
  vec4 facing4 = columnAt(pose, BONES + 2);
  vec3 sight = turned(vec4(-facing4.xyz, facing4.w) * inversesqrt(dot(facing4, facing4)), eye);
  int sector = int(floor(atan(sight.x, sight.z) / TAU * 8.0 + 8.5)) & 7;
  vec3 toEye = normalize(eye);
  int left = int(laid.y);
  int right = int(laid.z);
  bool leftBehind = dot(jointAt(pose, 6) - core, toEye) < -0.04;
  bool rightBehind = dot(jointAt(pose, 10) - core, toEye) < -0.04;
  int before = (leftBehind ? left : 0) + (rightBehind ? right : 0);
  int rest = count - left - right;
  if (nth < before) {
    if (!leftBehind) nth += left;
  } else if (nth < before + rest) {
    nth += left + right - before;
  } else {
    nth -= before + rest;
    if (leftBehind) nth += left;
  }
  int at = int(laid.x) + sector * count + nth;
  int point = int(texelFetch(uOrder, ivec2((at >> 2) & 1023, at >> 12), 0)[at & 3]);
  vec4 normal4 = texelFetch(uThreads, ivec2((4 * point + 2) & 1023, (4 * point + 2) >> 10), 0);
  bool strand = normal4.w < 3.9;
  bool skin = normal4.w > 8.9 && normal4.w < 10.9;
  bool upon = normal4.w > 10.9;
  if (skin || (strand && end)) {
    if (skin) point += (end ? int(texelFetch(uThreads, ivec2((4 * point + 3) & 1023, (4 * point + 3) >> 10), 0).x) : 0) + (side > 0.0 ? 1 : 0);
    else point++;
    normal4 = texelFetch(uThreads, ivec2((4 * point + 2) & 1023, (4 * point + 2) >> 10), 0);
  }
  int row = (4 * point) >> 10;
  int column = (4 * point) & 1023;
  vec4 offset4 = texelFetch(uThreads, ivec2(column, row), 0);
  vec4 way4 = texelFetch(uThreads, ivec2(column + 1, row), 0);
  vec4 own4 = texelFetch(uThreads, ivec2(column + 3, row), 0);
  int kind = int(normal4.w);
  bool extra = fract(normal4.w) > 0.2;
  float along = skin ? own4.z : own4.x;
  float chance = own4.y;
  bool robe = kind == 1 || kind == 10 || kind == 12;

  int joint = int(offset4.w);
  ivec3 pivot = PIVOTS[joint];
  vec4 qa = columnAt(pose, BONES + pivot.y);
  vec4 qb = columnAt(pose, BONES + pivot.z);
  vec4 q = normalize(mix(qa, dot(qa, qb) < 0.0 ? -qb : qb, fract(offset4.w) / 0.999));
  vec3 off = offset4.xyz;
  if (joint < 3) off.xz *= build.x;
  // A child has a child's head.
  if (joint == 2 && dress == 3) off *= 1.16;
  vec3 body = jointAt(pose, pivot.x) + turned(q, off);
  int part = joint / 3;
  if ((part & 1) == 1) body += (jointAt(pose, 4) - jointAt(pose, 8)) * (build.x - 1.0) * (part == 1 ? 0.5 : -0.5);
  vec3 n = turned(q, normal4.xyz);
  vec3 way = turned(q, way4.xyz);
  float turn = TAU * uLoop.y;
  float loose = own4.z;
  float sway = sin(turn * 9.0 + 5.0 * chance + 2.5 * along) + 0.5 * sin(turn * 17.0 + 11.0 * chance - 4.0 * along);
  if (robe && joint == 0) {
    body = hung(pose, body, off, n, vec4(loose, walk, dance, own), turn, sway);
  } else if (kind == 2) {
    body += vec3(0.06 * sway, 0.04 * sway + 0.16 * walk * along, -0.34 * walk * along) * loose;
  }
  vec3 local = bent(body, build.y);
  vec3 p = feet + headed(local, place4.w) * pose.w;
  float gusts = (0.05 + 0.22 * uWind + 0.28 * uGust) * (0.6 + 0.4 * sway);
  p.xz += DOWNWIND * gusts * loose * (kind == 2 ? 0.8 : 0.55);
  p.y += 0.3 * gusts * loose * along;
  // Alive: it breathes, and no thread lies quite still.
  n = headed(n, place4.w);
  p += n * (0.004 * (uBreath - 0.5) + 0.0022 * sway) * (skin ? 0.0 : 1.0);

  vec3 look = uEye - p;
  float far = length(uEye - heartAt);
  look = normalize(look);
  float chest = hue4.a;
  float among = dance * min(uFestival * 2.0, 1.0);
  // Nobody is cut by the picture's edge close before the eye.
  float near = smoothstep(2.2, 4.2, distance(uEye.xz, place4.xz) - 0.8 * among);
  vec3 hue = mix(hue4.rgb, vec3(0.5, 0.6, 0.74), 0.5 * smoothstep(6.0, 26.0, far) * (1.0 - among));
  hue = mix(hue, vec3(1.0, 0.55, 0.26), 0.7 * among);
  vec3 warm = mix(hue, uEmber * 1.25 + vec3(0.08, 0.05, 0.02), 0.5);
  float shown = state.y * smoothstep(0.05, 0.6, state.x) * near * uGlow * (1.0 + 0.45 * move.y);
  float away = 1.0 + min(far / 24.0, 1.6);
  float there = near;
  float d = distance(local, core);
  float lit = (0.12 + 0.88 * chest) / (1.0 + (15.0 - 13.2 * move.y) * d * d);

  // Out of the dusk: threads find one another, each in its own time,
  // first about the heart.
  float order = 0.14 * chance + 0.46 * smoothstep(0.0, 1.1, d);
  float arrived = smoothstep(order, order + 0.4, min(state.x * 1.15, 1.0));
  arrived *= arrived * (3.0 - 2.0 * arrived);
  if (arrived < 1.0 && (strand || skin || upon)) {
    vec3 h = fract(vec3(chance * 7.31, chance * 17.7, chance * 37.9)) - 0.5;
    vec3 astray = vec3(h.x * 2.6, h.y * 1.2 + 0.4, h.z * 2.6) + 0.3 * vec3(sin(5.0 * along + 9.0 * chance + turn * 5.0), sin(4.0 * along + turn * 7.0), cos(6.0 * along + 5.0 * chance));
    p += astray * (1.0 - arrived) * (skin ? 0.0 : 1.0);
    p.y = max(p.y, feet.y);
    there *= mix(skin ? 0.0 : upon ? 0.9 : 0.45 * smoothstep(0.0, 0.12, state.x), 1.0, arrived);
  }
  float depth = max(dot(p - uEye, uForward), 0.05);
  vec4 clip = uViewProjection * vec4(p, 1.0);

  // One side of everyone is towards the last light: there the edge is found, on the other it is lost.
  vec3 dusk = mix(uRose, uAmber, 0.55);
  vec3 to = vec3(uAfterglow.x, 0.0, uAfterglow.y);
  to -= look * dot(to, look);
  float edge = 1.0 - abs(dot(n, look));
  float lost = 1.0 - smoothstep(-0.5, 0.55, dot(n, to * inversesqrt(dot(to, to) + 0.03)));
  vec3 rim = (dusk * (1.6 - move.y) + hue * (3.4 - 1.6 * move.y) * shown) * max((1.0 - lost) * (1.0 - lost), 0.18 * move.y);
#ifndef BARE
  if (among > 0.0) for (int i = 0; i < uLampCount; i++) {
    vec3 way1 = uLampPlace[i].xyz - p;
    float square = dot(way1, way1);
    float wide = uLampPlace[i].w * uLampPlace[i].w;
    float given = wide / (wide + 3.0 * square);
    rim += uLampColour[i].rgb * (0.9 * edge * among * given * given * clamp(0.2 + 0.8 * dot(n, way1) * inversesqrt(square + 0.01), 0.0, 1.0));
  }
#endif
  // Found here and lost there, all along it; nowhere a crust.
  rim *= 0.35 + 2.8 * smoothstep(-0.3, 1.8, sin(7.0 * local.y + own) + sin(17.0 * local.y + 9.0 * local.x + 2.0 * own));
  // What burns at the breast lights the face, the arms that are held before it, and less and less of what is below.
  float lamp = lit * (0.25 + 0.75 * max(dot(n, normalize(headed(core + vec3(0.0, 0.0, 0.35) - local, place4.w))), 0.0));
  rim *= 1.0 / (1.0 + (0.16 + 0.4 * among) * max(rim.r, rim.b));
  // A hem goes over into moss, here and there.
  float ground = smoothstep(-0.04, 0.22 + 0.16 * sin(11.0 * local.x + 7.0 * local.z + own), local.y);
  if (uMirrored > 0.5 && p.y < -0.03) return;
  if (skin) {
    vCorner = vec3(dot(n, look), lost, 3.0);
    vRim = seenAdded(rim * ground * (robe ? 0.6 : 1.0) * (1.0 - 0.6 * move.y) * (0.6 + 0.4 * away) * uGlow, p).rgb;
    // As through cloth: redder, the farther from the heart.
    vec3 light = uZenith * 0.05 + uViolet * 0.03 + warm * mix(vec3(1.05, 0.6, 0.34), vec3(1.0), smoothstep(0.1, 0.8 + 0.5 * move.y, lit)) * shown * lamp * (0.6 + 0.8 * chest) * (robe ? 0.7 + move.y : 1.6 - 0.5 * move.y);
    there *= own4.w * ground * (0.97 - 0.25 * move.y);
    vLight = vec4(seen(light, p).rgb, there);
    if (clip.w > 0.1) gl_Position = clip;
    return;
  }

  if (strand) {
    way = headed(way, place4.w);
    float nearness = smoothstep(-0.45, 0.6, dot(n, look));
      float close = 1.0 - smoothstep(0.75, 1.0, far / (uReach * exp2(float(level))));
    float radius = way4.w * pose.w * mix(1.22, 1.0, close);
    if (extra) there *= close;
    float shownRadius = max(radius, 0.62 * depth / uPixelScale);
    float kept = 0.3 + 0.7 * smoothstep(-0.5, 0.5, sin(7.0 * along + 31.0 * chance) + 0.5 * sin(15.0 * along + 57.0 * chance));
    vec3 across = normalize(cross(way, look) + vec3(1e-5, 0.0, 0.0));
    clip = uViewProjection * vec4(p + across * side * shownRadius, 1.0);
    vCorner = vec3(side, 0.0, 0.0);
    vec3 light = (warm * lamp * (0.5 + chest) + hue * 0.012) * shown * away * 2.2 + rim * (0.04 + 0.9 * edge * edge * edge);
    there *= own4.w * radius / shownRadius * kept * (kind == 0 ? 1.0 : 0.85 * (1.0 - along * along)) * ground;
    float cover = there * mix(0.3, 0.7, nearness);
    vLight = vec4(seen(light * there / max(cover, 1e-4), p).rgb * cover, cover);
    if (clip.w > 0.1) gl_Position = clip;
    return;
  }

  vec2 square = vec2(end ? 1.0 : -1.0, side);
  vCorner = vec3(square, 1.0);
  vec3 h = vec3(way4.xyz);
  float size = 0.0035 * (0.6 + h.z) * pose.w;
  vec3 glow = vec3(0.0);
  float hides = 0.0;
  if (upon) {
    // Motes that it is made of; a third have come away and go with the wind.
    float close = 1.0 - smoothstep(0.75, 1.0, far / (uReach * exp2(float(level))));
    float gone = 0.0;
    p += n * (0.045 * h.x * h.x * h.x - 0.004);
    if (along > 0.0) {
      gone = fract(uLoop.z * floor(20.0 + 24.0 * h.y) + chance);
      float way1 = gone * (0.1 + 1.2 * along * along) * (0.6 + 0.8 * uWind + loose);
      p.xz += DOWNWIND * way1;
      p += vec3(0.09 * sin(turn * 6.0 + TAU * h.x + 3.0 * gone), way1 * (0.25 + 0.5 * (h.z - 0.4)), 0.09 * cos(turn * 5.0 + TAU * h.y + 4.0 * gone)) * gone;
      p.y = max(p.y, feet.y);
    }
    float bright = (along > 0.0 ? 2.8 : 1.2) * (0.08 + 6.0 * h.z * h.z * h.z * h.z * h.z);
    size = 0.0042 * (0.55 + h.y * h.y) * way4.w * mix(1.16, 1.0, close) * pose.w;
    glow = (warm * lamp * (0.6 + chest) + hue * 0.012) * shown * away * (3.2 - 2.2 * move.y) + rim * (along > 0.0 ? 0.3 + 0.7 * edge : 0.04 + 2.6 * (1.0 - move.y) * edge * edge * edge) * (0.5 + 0.5 * shown);
    glow *= bright * own4.w * there * 1.7 * (1.0 - gone) * (1.0 - gone) * smoothstep(0.0, 0.06, gone + step(along, 0.0)) * (0.3 + 0.7 * smoothstep(-0.02, 0.4, local.y));
    if (extra) glow *= close;
  } else if (kind == 4) {
    float life = fract(uLoop.z * floor(16.0 + 20.0 * h.y) + h.z);
    p += vec3(0.2 * sin(turn * 7.0 + TAU * h.x), 0.9 * life, 0.2 * sin(turn * 6.0 + TAU * h.y)) * life * pose.w;
    glow = hue * shown * 0.8 * (1.0 - life) * (1.0 - life) * smoothstep(0.0, 0.15, life);
    // Motes come first.
    p += (normal4.xyz - vec3(0.5, 0.3, 0.5)) * 2.4 * (1.0 - smoothstep(0.1, 0.8, state.x));
    glow = max(glow, hue * 0.4 * state.y * near * uGlow * smoothstep(0.0, 0.1, state.x) * (1.0 - smoothstep(0.3, 0.9, state.x)));
  } else if (kind == 5) {
    float life = fract(uLoop.z * floor(9.0 + 9.0 * h.y) + h.z);
    float angle = TAU * h.x;
    vec3 ahead = vec3(sin(place4.w), 0.0, cos(place4.w));
    p = feet + vec3(cos(angle), 0.0, sin(angle)) * (0.1 + 0.6 * h.y) * pose.w - ahead * walk * 0.9 * life;
    p.xz += DOWNWIND * 0.4 * life;
    bool dust = normal4.x < 0.7;
    p.y += dust ? 0.03 + 0.3 * h.z * life : 0.07 + 0.2 * h.z * h.z;
    float much = sin(3.14159 * life) * state.x * near;
    if (dust) glow = hue * shown * 0.5 * much;
    else {
      size = (0.16 + 0.2 * h.x) * pose.w;
      float mist = 0.35 * much * 18.0 / (18.0 + laid.w * 0.01);
      glow = mix(hue, uViolet * 5.0 + uZenith * 4.0, 0.75) * mist * (0.05 + 0.08 * chest) * shown;
      hides = 0.2 * mist;
    }
  } else if (kind == 6) {
    // A wave of light from the open hands, towards whom they greet.
    float age = state.w + 0.12 - 1.6 * h.y * h.y;
    if (state.w < 0.0 || age < 0.0) return;
    float gone = 1.0 - exp(-age * 0.5);
    vec3 out1 = normalize(vec3((h.x - 0.5) * 1.2, 0.2 + 0.5 * (h.z - 0.4), 1.1)) * gone * (0.8 + 1.3 * normal4.x);
    p += headed(out1 + vec3(0.0, 0.25 * sin(gone * 3.0 + TAU * h.y), 0.0) * gone, place4.w) * pose.w;
    glow = hue * shown * 1.3 * exp(-age * 0.42) * (1.0 - smoothstep(5.0, 8.0, state.w));
  } else if (kind == 7) {
    // What burns in it is seen from before, and only its shine from behind.
    p = heartAt + look * min(0.2, 0.4 * far);
    size = max((0.13 + 0.12 * chest) * pose.w, 1.2 * far / uPixelScale);
    float facing = smoothstep(-0.3, 0.6, dot(vec3(sin(place4.w), 0.0, cos(place4.w)), look));
    vCorner.z = 2.0;
    glow = warm * (0.16 + 1.5 * chest) * (1.0 - 0.75 * move.y) * (0.03 + 0.97 * facing * facing) * shown * away;
  } else {
    // The air behind it, so that it stands before its own light.
    p = heartAt - vec3(0.0, 0.12 * pose.w, 0.0);
    size = 0.95 * pose.w;
    glow = mix(warm, uRose, 0.55) * (0.03 + 0.12 * chest) * shown * away;
  }
  if (uMirrored > 0.5 && p.y < 0.0) return;
  depth = max(dot(p - uEye, uForward), 0.05);
  float radius = max(size, 1.05 * depth / uPixelScale);
  clip = uViewProjection * vec4(p, 1.0);
  clip.xy += square * 2.0 * (radius / depth) * uPixelScale / uPixels * clip.w;
  float share = min(size * size / (radius * radius), 1.0);
  vLight = vec4(seenAdded(glow, p).rgb * share, hides);
  if (clip.w > 0.1) gl_Position = clip;
}
