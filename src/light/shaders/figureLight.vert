#include <air>
#include <robe>
in vec4 aCorner;
// What a mote belongs to, along it, about it, how deep; the first row is the soft body within. See figures/sown.ts.
uniform sampler2D uSown;
uniform int uCrowd;
out vec2 vCorner;
out vec4 vLight;

const int ARM_LEFT = 4;
const int ARM_RIGHT = 8;
// Where cloth and loose light are blown.
const vec2 DOWNWIND = vec2(0.83, 0.56);

void main() {
  int number = gl_VertexID / 3;
  int corner = gl_VertexID - number * 3;
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
  bool heart = last == 0 || (last == 1 && count > 40.0 * part1);
  if (float(mote) >= count && !heart) return;
  float bodies = clamp(floor(count * 0.16), 5.0, 64.0);
  bool within = float(mote) < bodies;

  vec4 pose = uPose[figure];
#ifdef BARE
  pose.x = float(figure);
#endif
  vec4 place4 = uPlace[figure];
  vec4 hue4 = uHue[figure];
  float own = move.z;
  vec4 build = BUILDS[int(own) & 7];
  float large = pose.w < 0.8 ? 1.2 : 0.94;
  vec3 h = hash3(ivec3(mote, int(own), 3));
  float turn = TAU * uLoop.y;
  float slow = turn * 9.0;
  float walk = move.x;
  float dance = move.w;
  vec3 feet = standing(place4);
  vec3 core = bent(jointAt(pose, 1) + vec3(0.0, 0.07, 0.0), build.w);
  vec3 heartAt = feet + headed(core, place4.w) * pose.w;
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  vec3 ahead = vec3(sin(place4.w), 0.0, cos(place4.w));

  if (heart) {
    // The brightest of it: a small warm light, and the air about it.
    float d = length(uEye - heartAt);
    vec3 p = heartAt + (uEye - heartAt) / d * min(0.25, 0.4 * d);
    float a = hue4.a;
    float facing = 0.8 + 0.2 * dot(ahead, (uEye - heartAt) / d);
    float size1 = max((last == 0 ? 0.22 + 0.2 * a : 0.03) * pose.w / d, 1.2 / uPixelScale);
    vec4 clip = uViewProjection * vec4(p, 1.0);
    clip.xy += offset * 2.0 * size1 * uPixelScale / uPixels * clip.w;
    vCorner = offset;
    vec3 warm = mix(hue4.rgb, uEmber * 1.3 + vec3(0.1, 0.06, 0.0), 0.62);
    vec3 light = warm * (last == 0 ? 0.16 + 0.75 * a : 0.8 + 1.4 * a) * facing * state.y * mix(0.4, 1.0, state.x) * smoothstep(0.1, 0.5, state.x) * smoothstep(1.2, 2.6, d) * uGlow;
    vLight = vec4(seenAdded(light, p).rgb, 0.0);
    gl_Position = clip;
    if (uMirrored > 0.5 && heartAt.y < 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }

  vec4 at = within ? texelFetch(uSown, ivec2(mote, 0), 0) : texelFetch(uSown, ivec2(mote & 255, 1 + (mote >> 8)), 0);
  // No two lie in one line.
  if (!within) at.yz = clamp(at.yz + (h.yz - 0.5) * vec2(0.05, 0.006), 0.0, 1.0);
  int part = int(at.x + 0.5);
  if (part == 9 && state.w < 0.0) part = 8;
  // The first are mist rather than motes, the body that the others are drawn on.
  bool mist = !within && part < 7 && float(mote) < bodies + count * mix(0.6, 0.24, smoothstep(200.0, 6000.0, count));
  // Most lie in the cloth itself; a few hover about it.
  float deep = within ? 0.5 * at.w : mist ? 0.72 + 0.14 * at.w : 0.97 + 0.05 * at.w + 0.22 * pow(at.w, 24.0);
  Mote m;
  float size = clamp(0.34 * inversesqrt(count), 0.0016, 0.05);
  float power = 1.0;
  float many = smoothstep(100.0, 5000.0, count);
  float hides = 0.75 - 0.5 * smoothstep(0.3, 0.9, at.y) * float(part == 0);
  vec3 air = vec3(0.0);
  if (part == 1 || part == 2) m = onArm(pose, build, part == 1 ? ARM_LEFT : ARM_RIGHT, at.y, at.z, deep, slow);
  else if (part == 3 || part == 4) m = onHand(pose, part == 3 ? 6 : 10, at.y, at.z, deep);
  else if (part == 5 || part == 6) m = onHead(pose, large, at.y, at.z, deep, part == 6, build.z < 0.6 ? 0.0 : build.z < 0.95 ? 0.55 : 1.0, own);
  else if (part == 7) {
    // Light that leaves the shoulders and goes up with the wind.
    m = onGarment(pose, build, 0.04 + 0.5 * at.y * at.y, at.z, 1.05, own, dance, slow);
    float life = fract(uLoop.z * floor(16.0 + 20.0 * h.y) + h.z);
    air = vec3(0.16 * sin(turn * 7.0 + TAU * h.x), 0.75 * life, 0.16 * sin(turn * 6.0 + TAU * h.y)) * life;
    m.bright = 0.9 * (1.0 - life) * (1.0 - life) * smoothstep(0.0, 0.15, life);
    m.loose = life;
    hides = 0.0;
  } else if (part == 8) {
    // The hem goes over into light that lies on the moss and trails behind.
    m = onGarment(pose, build, 0.9 + 0.1 * at.y, at.z, 0.8 + 0.35 * at.w, own, dance, slow);
    float life = fract(uLoop.z * floor(14.0 + 14.0 * h.y) + h.z);
    float far = life * (0.25 + 0.75 * h.x);
    m.place.xz *= 1.0 + (0.5 + 0.7 * at.y) * far;
    m.place.z -= (0.65 * walk + 0.12) * far;
    m.place.y = max(m.place.y * (1.0 - 0.8 * far) + 0.16 * far * far * h.x, 0.015);
    m.bright = 0.75 * (1.0 - life) * smoothstep(0.0, 0.2, life);
    hides = 0.02;
  } else if (part == 9) {
    // A wave of light from the open hands, towards whom they greet.
    m = onHand(pose, h.x < 0.5 ? 6 : 10, 0.7, at.z, 1.0);
    float born = 1.6 * at.y * at.y;
    float age = state.w + 0.12 - born;
    if (age < 0.0) return;
    float gone = 1.0 - exp(-age * 0.5);
    vec3 way = normalize(vec3((h.y - 0.5) * 1.2, 0.2 + 0.5 * (h.z - 0.4), 1.1));
    air = way * gone * (0.8 + 1.3 * h.z) + vec3(0.0, 0.25 * sin(gone * 3.0 + TAU * h.y), 0.0) * gone;
    m.bright = 1.6 * exp(-age * 0.42) * (1.0 - smoothstep(5.0, 8.0, state.w));
    m.loose = 0.2;
    hides = 0.0;
    size *= 1.2;
  } else m = onGarment(pose, build, at.y, at.z, deep, own, dance, slow);

  float fine = size;
  // Many tiny, few bright.
  float spark = pow(h.x, 70.0);
  size *= 0.85 + 0.7 * spark;
  float broad = clamp(1.25 * inversesqrt(count), 0.033, 0.12);
  if (mist) size = broad * (0.8 + 0.4 * h.x) * (part >= 3 && part <= 5 ? 0.5 : 1.0);
  vec3 local = bent(m.place, build.w) + air;
  // Cloth lags behind who walks, and gives way to the wind.
  local.z -= 0.22 * walk * m.loose;
  vec3 p = feet + headed(local, place4.w) * pose.w;
  float gusts = (0.05 + 0.2 * uWind + 0.25 * uGust) * (0.6 + 0.4 * sin(turn * 11.0 + own * 2.1 + 2.0 * local.y) + 0.25 * sin(turn * 23.0 + own + 3.0 * at.z));
  p.xz += DOWNWIND * gusts * m.loose * 0.8;
  p += 0.007 * sin(turn * floor(9.0 + 14.0 * h) + TAU * h.zxy) * (1.0 + 2.0 * m.loose);
  vec3 n = headed(m.normal, place4.w);
  vec3 view = normalize(uEye - p);
  float facing = dot(n, view);
  vec3 fromHeart = local - core;
  float chest = 1.0 / (1.0 + 9.0 * dot(fromHeart, fromHeart));

  // One side is lit by what is left of the sun, the other keeps its shadow.
  float aside = dot(uRight.xz, uAfterglow);
  vec3 sun = normalize(vec3(uAfterglow.x, 0.7, uAfterglow.y) + uRight * (aside / (abs(aside) + 0.15)));
  float lit = smoothstep(-0.15, 0.95, dot(n, sun));
  if (within) {
    float girth = part == 0 ? mix(0.13, 0.17, at.y) * (at.y < 0.08 ? 0.5 : 1.0) : part == 5 ? 0.085 * large : 0.06;
    size = girth * build.x * pose.w * clamp(pow(bodies / 40.0, -0.25), 0.75, 1.35);
    // Where motes are few this is most of a figure.
    power = mix(0.24, 0.025, many) * (0.5 + 1.2 * chest);
    hides = mix(0.26, 0.12, many);
    m.bright = 1.0;
  } else {
    // A sleeve has two sides, and so has a hand, which is skin: it takes the light softly and has no rim.
    bool hand = part == 3 || part == 4;
    if (part > 0 && part < 5) facing = abs(facing);
    float rim = hand ? 0.0 : 1.0 - abs(facing);
    if (hand) {
      lit = 0.3 + 0.25 * lit;
      hides = 0.3;
    }
    // What is in shadow hides less, or it would be a dark shape before the sky.
    hides *= 0.35 + 0.65 * lit;
    power = 0.06 + 0.5 * lit + rim * rim * (0.04 + 1.1 * lit) + (part == 5 ? 0.22 : 0.0) + chest * (0.3 + 0.9 * hue4.a);
    // What is behind is half hidden by the cloth before it.
    power *= 0.35 + 0.65 * smoothstep(-0.6, 0.3, facing);
    if (!mist) power *= 0.5 + (part > 2 && part < 7 ? 0.5 : 2.4) * spark;
  }
  power *= m.bright * state.y * mix(0.45, 1.0, smoothstep(0.3, 1.0, state.x));

  // Out of the dusk: each mote finds its place in its own time.
  float order = within ? 0.5 : 0.62 * fract(h.z + at.y);
  float come = min(state.x * 1.8, 1.0);
  float arrived = smoothstep(order, order + 0.38, come);
  if (arrived < 1.0) {
    vec3 loose = vec3((h.x + h.y - 1.0) * 2.4, 0.1 + 2.2 * at.w * at.w, (h.z + at.z - 1.0) * 2.4);
    float swirl = (1.0 - arrived) * 2.2;
    loose = vec3(loose.x * cos(swirl) + loose.z * sin(swirl), loose.y + 0.12 * sin(turn * floor(5.0 + 6.0 * h.y) + TAU * h.z), loose.z * cos(swirl) - loose.x * sin(swirl));
    p = mix(feet + loose, p, arrived * arrived * (3.0 - 2.0 * arrived));
    power *= mix(within ? 0.0 : 0.45 * smoothstep(0.0, 0.08, state.x), 1.0, arrived);
    hides *= arrived;
  }
  if (uMirrored > 0.5 && p.y < 0.0) return;

  float d = max(dot(p - uEye, uForward), 0.05);
  float radius = max(size, 1.05 * d / uPixelScale);
  float share = within ? 1.0 : min(size * size / (radius * radius), 1.0);
  // A prefix stands for all; its last ones come and go softly as the figure nears.
  float soft = within ? 1.0 : clamp((count - float(mote)) / (0.15 * count + 1.0), 0.0, 1.0);
  float twinkle = 0.82 + 0.18 * sin(turn * floor(20.0 + 40.0 * h.y) + TAU * h.x);
  vec3 hue = max(mix(vec3(dot(hue4.rgb, LUMA)), hue4.rgb, 1.25), 0.02);
  // Warm by the heart, cool towards the hem; what is left of the sun on one side.
  hue = mix(hue, uEmber * 1.1 + 0.05, 0.75 * chest * chest * (0.5 + 0.5 * hue4.a) + (part == 5 ? 0.22 : 0.0));
  hue = mix(hue, (uZenith + uViolet) * 2.2 + hue * 0.45, 0.24 * (1.0 - chest) * (part == 0 || part == 8 ? at.y : 0.3));
  // Where it is lit it pales.
  hue = mix(hue, vec3(1.05, 0.92, 0.8) * dot(hue, LUMA) + 0.12, 0.24 * lit);
  // None swims before the lens; far ones are few pixels high and must still be seen.
  float near = smoothstep(0.5, 1.6, d) * smoothstep(1.2, 2.5, distance(uEye.xz, place4.xz));
  power *= (1.0 + min(d / 34.0, 1.8)) * near;
  vec3 light = hue * power * soft * twinkle * share * (within ? 1.0 : mist ? mix(12.0, 30.0, many) * fine * fine / (broad * broad) : mix(2.4, 13.0, many)) * uGlow;
  vec4 clip = uViewProjection * vec4(p, 1.0);
  // Brushed along the fold: where motes are few each is a stroke.
  vec3 along = headed(m.along, place4.w);
  vec2 brush = vec2(dot(along, uRight), dot(along, uUp)) * (mist ? 1.0 : within ? 0.6 : 1.4 * (1.0 - many));
  float thin = 1.0 - 0.3 * length(brush);
  vec2 stroke = offset * thin + brush * dot(offset, brush);
  clip.xy += stroke * 2.0 * (radius / d) * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  vLight = vec4(seenAdded(light, p).rgb, (mist ? 0.35 : 1.0) * hides * soft * share * near * smoothstep(0.0, 0.6, arrived));
  gl_Position = clip;
}
