#include <hash>
#include <sky>
in vec4 aCorner;
const int POINTS = 32;
uniform sampler2D uNoise;
// Direction over the dawn, as long as its star is bright; how far it has come out.
uniform vec4 uPoints[POINTS];
uniform int uCount;
// How far the way has been drawn, 0..1, how present the map is, and where light runs along it.
uniform float uDrawn;
uniform float uMap;
uniform float uRun;
out vec2 vCorner;
out vec4 vLight;

vec4 seenAt(vec3 way) {
  vec4 clip = uViewProjection * vec4(uEye + way * 3000.0, 1.0);
  clip.z = clip.w * 0.999997;
  return clip;
}

// What shines has to do so through a paling sky.
void shine(vec3 way, vec3 light) {
  float pale = dot(skyBase(way), vec3(0.3, 0.5, 0.2));
  // Behind the veils, as stars are.
  float veil = smoothstep(0.42, 0.7, textureLod(uNoise, way.xz / (way.y + 0.16) * 0.115 + vec2(uLoop.w, uLoop.w * 2.0), 0.0).r);
  vLight = vec4(light * (0.5 + 1.7 * pale) * (1.0 - 0.7 * veil) * uFade, 0.0);
}

// Light that runs along it, for as long as it has a place.
float running(float t) {
  float off = (t - uRun) * (t > uRun ? 60.0 : 14.0);
  return exp(-off * off);
}

// How much has gathered, 0..1, at a place along a line; another `row` tells something else.
float pressed(int line, float at, int row) {
  int i = int(at);
  float k = fract(at);
  return mix(hash3(ivec3(line, i, row)).x, hash3(ivec3(line, i + 1, row)).x, k * k * (3.0 - 2.0 * k));
}

void main() {
  int number = gl_VertexID / 3;
  int corner = int(aCorner.x);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
  if (uCount < 2 || uMap <= 0.0) return;
  float last = float(uCount - 1);
  vec3 cream = vec3(0.98, 0.91, 0.84);
  if (number < POINTS * 2) {
    // The stars that were chosen, each of its own magnitude, and the air about it.
    int star = number >> 1;
    if (star >= uCount) return;
    vec3 way = uPoints[star].xyz;
    float great = length(way);
    way /= great;
    vec3 h = hash3(ivec3(star, 5, 91));
    float t = float(star) / last;
    float reached = smoothstep(-0.015, 0.05, uDrawn - t);
    float twinkle = 0.9 + 0.1 * sin(TAU * (uLoop.y * floor(20.0 + 20.0 * h.y) + h.z));
    float lit = (0.5 + 0.5 * reached) * twinkle * uPoints[star].w * (1.0 + 1.6 * running(t));
    bool core = (number & 1) == 0;
    float size = core ? 0.001 + 0.0013 * great : 0.013 * great;
    float radius = max(size, (core ? 1.4 : 2.0) / uPixelScale);
    vec4 clip = seenAt(way);
    if (clip.w <= 0.0) return;
    vCorner = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
    clip.xy += vCorner * 2.0 * radius * uPixelScale / uPixels * clip.w;
    // Day takes the faint ones first.
    lit *= smoothstep(0.0, 0.35, uMap - 0.5 * smoothstep(1.6, 0.6, great));
    // Each of its own warmth, and one quite warm.
    vec3 hue = star == 4 ? uEmber * 1.1 : mix(vec3(0.62, 0.8, 1.1), vec3(1.06, 0.82, 0.58), h.x);
    shine(way, hue * lit * great * (core ? 5.0 : 0.11) * (core ? pow(size / radius, 1.2) : 1.0));
    gl_Position = clip;
    return;
  }
  // From each to the next a drift of dust, bent as the walk was, thick here and lost there.
  int piece = number - POINTS * 2;
  int line = piece / GRAINS;
  int grain = piece - line * GRAINS;
  if (line >= uCount - 1) return;
  vec3 h = hash3(ivec3(line, grain, 37));
  vec3 k = hash3(ivec3(line, grain, 41));
  // More of it near its stars.
  float along = h.x + 0.11 * sin(2.0 * TAU * h.x) * (0.5 + k.x);
  float drawn = smoothstep(0.0, 0.08, clamp(uDrawn * last - float(line), 0.0, 1.0) - along);
  if (drawn <= 0.0) return;
  vec3 a = normalize(uPoints[line].xyz);
  vec3 b = normalize(uPoints[line + 1].xyz);
  // It comes in from where the last one came from, and leaves for where the next one goes (Catmull and Rom, 1974).
  vec3 in1 = b - (line > 0 ? normalize(uPoints[line - 1].xyz) : a);
  vec3 out1 = (line < uCount - 2 ? normalize(uPoints[line + 2].xyz) : b) - a;
  float apart = distance(a, b);
  in1 *= 0.8 * apart / max(length(in1), 0.01);
  out1 *= 0.8 * apart / max(length(out1), 0.01);
  float s = along * along * (3.0 - 2.0 * along);
  float rest = 1.0 - along;
  vec3 way = mix(a, b, s) + along * rest * (rest * in1 - along * out1);
  float weight = pressed(line, 1.0 + along * apart * 26.0, 9);
  float wander = 0.5 + 0.5 * sin(TAU * (2.0 * uLoop.y + 0.37 * float(line)) + 15.0 * along * apart);
  // Aside, mostly a little.
  float wide = (0.0018 + 0.011 * pressed(line, 3.0 + along * apart * 13.0, 5)) * (0.3 + 2.8 * along * rest);
  way += cross(normalize(b - a), way) * (wide * (h.y + h.z + k.y - 1.5) * 2.0) + vec3(0.0, wide * (k.z - 0.5), 0.0);
  way = normalize(way);
  vec4 clip = seenAt(way);
  if (clip.w <= 0.0) return;
  float great = k.z * k.z * k.z;
  float size = uPixelScale * (0.0005 + 0.0006 * great);
  float radius = max(size, 1.1);
  vCorner = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  clip.xy += vCorner * radius * 2.0 / uPixels * clip.w;
  float kept = smoothstep(0.3, 0.85, weight + 0.35 * exp(-min(along, rest) * apart * 30.0)) * (0.3 + 0.7 * wander) * smoothstep(0.3, 0.7, uMap - 0.3 * (1.0 - weight));
  shine(way, mix(cream, vec3(0.7, 0.82, 1.1), k.x) * (kept * drawn * (0.2 + 0.5 * great) * size / radius * (0.7 + 1.2 * running((float(line) + along) / last))));
  gl_Position = clip;
}
