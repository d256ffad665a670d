#include <air>
#include <figure>
// Their hands, by limb.
const int HAND_LEFT = 5;
const int HAND_RIGHT = 8;
in vec4 aCorner;
uniform sampler2D uFlesh;
// Motes a figure.
uniform int uEach;
out vec2 vCorner;
out vec4 vLight;

void main() {
  int number = gl_VertexID / 3;
  int figure = number / uEach;
  int mote = number - figure * uEach;
  int corner = int(aCorner.x);
  vec4 state = uState[figure];
  vec4 move = uMove[figure];
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
  if (state.x <= 0.0 || move.y > uMirrored) return;
  if (mote == 0) {
    // The first of them is the light in its chest, seen through it.
    vec3 heart = standing(uPlace[figure]) + headed(jointAt(uPose[figure], 1), uPlace[figure].w) * uPose[figure].w;
    vec3 toEye = uEye - heart;
    float d = length(toEye);
    vec3 p = heart + toEye / d * min(0.4, 0.5 * d);
    vec4 clip = uViewProjection * vec4(p, 1.0);
    vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
    float a = uHue[figure].a;
    clip.xy += offset * 2.0 * ((0.34 + 0.2 * a) / d) * uPixelScale / uPixels * clip.w;
    vCorner = offset;
    vec3 warm = mix(uHue[figure].rgb, vec3(1.0, 0.9, 0.75), 0.3);
    vLight = seenAdded(warm * (0.03 + 0.34 * a) * state.y * smoothstep(0.2, 1.0, state.x) * smoothstep(0.6, 2.5, d) * uGlow, p);
    gl_Position = clip;
    if (uMirrored > 0.5 && heart.y < 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  // A prefix of the motes stands for all; its last ones come and go softly as the figure nears.
  float count = state.z;
  float own = clamp((count - float(mote)) / (0.15 * count + 1.0), 0.0, 1.0);
  if (own <= 0.0) return;
  vec4 at = texelFetch(uFlesh, ivec2(mote & 255, mote >> 8), 0);
  vec3 h = hash3(ivec3(mote, int(move.z), 3));
  vec3 g = hash3(ivec3(mote, int(move.z), 8));
  int kind = int(at.w);
  float self = fract(at.w);
  vec4 pose = uPose[figure];
  vec4 place4 = uPlace[figure];
  int limb = int(at.x);
  float s = fract(at.x) * 6.0 - 1.0;
  float turn64 = TAU * uLoop.y;
  float bright = 1.0;
  float spread = 1.0;
  if (kind == 3) {
    if (state.w < 0.0) return;
    // They leave from the palms.
    limb = h.x < 0.5 ? HAND_LEFT : HAND_RIGHT;
    s = 0.4 + 0.6 * self;
  }
  Flesh flesh = fleshAt(pose, limb, s, at.y, at.z);
  float chest = chestLight(pose, flesh.place);
  vec3 feet = standing(place4);
  vec3 p = feet + headed(flesh.place, place4.w) * pose.w;
  vec3 n = headed(flesh.normal, place4.w);
  vec3 ahead = vec3(sin(place4.w), 0.0, cos(place4.w));
  float rim = 1.0;
  vec3 view = normalize(uEye - p);
  float facing = dot(n, view);
  if (kind == 0) {
    float edge = 1.0 - abs(facing);
    rim = 0.22 + 1.1 * edge * edge;
    // Skin breathes, and is never quite still.
    p += n * 0.012 * (sin(turn64 * floor(12.0 + 16.0 * h.y) + TAU * h.x) - 0.3) * (1.0 + 2.0 * move.w * self * self);
  } else if (kind == 1) {
    vec3 swim = vec3(sin(turn64 * floor(4.0 + 6.0 * h.x) + TAU * h.y), sin(turn64 * floor(3.0 + 5.0 * h.z) + TAU * h.x), sin(turn64 * floor(5.0 + 4.0 * h.y) + TAU * h.z));
    p += swim * 0.05 + vec3(0.0, 0.05 * h.z, 0.0);
    bright = 0.5;
    rim = 0.6;
  } else if (kind == 2) {
    // Left behind in walking and dancing: it lags, sinks back into the air, and fades.
    float life = fract(uLoop.z * floor(60.0 + 60.0 * h.x) + h.y);
    float moving = max(move.x, move.w * 0.7);
    vec3 back = -ahead * (0.9 * move.x) + vec3(h.z - 0.5, 0.35 * (g.x - 0.2), g.y - 0.5) * (0.25 + 0.5 * move.w);
    p += back * life * life * (0.25 + 0.75 * moving) * 1.2;
    bright = (1.0 - life) * smoothstep(0.0, 0.1, life) * (0.25 + 0.75 * moving);
    rim = 0.7;
  } else {
    // A wave of light from the open hands, towards whom they greet.
    float born = 1.6 * g.x * g.x;
    float age = state.w + 0.12 - born;
    if (age < 0.0) return;
    float gone = 1.0 - exp(-age * 0.55);
    vec3 side = headed(flesh.way, place4.w);
    vec3 way = normalize(ahead * 1.1 + side * 0.75 + vec3(0.0, 0.25, 0.0) + (vec3(h.y, g.y, g.z) - 0.5) * 0.9);
    p += way * gone * (1.0 + 1.4 * h.z) + vec3(0.0, 0.35, 0.0) * gone * gone * sin(gone * 3.0 + TAU * h.y) * 0.6;
    p += 0.06 * gone * vec3(sin(turn64 * 14.0 + TAU * g.y), sin(turn64 * 11.0 + TAU * g.z), sin(turn64 * 17.0 + TAU * h.x));
    bright = 1.5 * exp(-age * 0.42) * (1.0 - smoothstep(5.0, 8.0, state.w));
    spread = 1.25;
  }
  // Out of the dusk: each mote finds its place in its own time.
  float arrived = smoothstep(0.62 * g.z, 0.62 * g.z + 0.38, state.x);
  vec3 cloud = feet + vec3((h.x + g.y - 1.0) * 2.6, 0.1 + 2.3 * g.x * g.x, (h.z + g.z - 1.0) * 2.6);
  float swirl = (1.0 - arrived) * 2.2;
  vec3 loose = cloud - feet;
  cloud = feet + vec3(loose.x * cos(swirl) + loose.z * sin(swirl), loose.y + 0.12 * sin(turn64 * floor(5.0 + 6.0 * h.y) + TAU * h.z), loose.z * cos(swirl) - loose.x * sin(swirl));
  p = mix(cloud, p, arrived * arrived * (3.0 - 2.0 * arrived));
  rim = mix(0.5, rim, arrived);
  bright *= mix(0.3 * smoothstep(0.0, 0.08, state.x), 1.0, arrived);
  if (uMirrored > 0.5 && p.y < 0.0) return;

  float d = max(dot(p - uEye, uForward), 0.05);
  float size = clamp(0.36 * inversesqrt(count), 0.0013, 0.075) * (0.5 + 0.9 * self * self) * spread;
  float radius = max(size, 1.05 * d / uPixelScale);
  float share = min(size * size / (radius * radius), 1.0);
  float twinkle = 0.8 + 0.2 * sin(turn64 * floor(20.0 + 40.0 * g.y) + TAU * g.x);
  // What the chest gives is warmer and fuller than the rim.
  float power = state.y * (rim * (0.75 + 0.5 * chest) + chest * (0.05 + 0.9 * uHue[figure].a) * max(facing, 0.25));
  vec3 hue = uHue[figure].rgb;
  hue = mix(hue, vec3(dot(hue, LUMA)) * vec3(1.08, 1.0, 0.92), 0.25 * rim);
  hue = mix(hue, uEmber, 0.3 * (1.0 - smoothstep(0.0, 0.5, length(p.xz - feet.xz))) * chest * uHue[figure].a);
  // Far ones are few pixels high: they must still be seen to dance. None swims before the lens.
  power *= (1.0 + min(d / 24.0, 2.6)) * smoothstep(0.35, 1.3, d);
  vec3 light = hue * power * bright * own * twinkle * share * 1.5 * uGlow;
  vec4 clip = uViewProjection * vec4(p, 1.0);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  clip.xy += offset * 2.0 * (radius / d) * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  vLight = seenAdded(light, p);
  gl_Position = clip;
}
