#include <hash>
#include <sky>
in vec4 aCorner;
const int POINTS = 32;
// Parts of each line, so that it can be drawn as by a hand.
const int PARTS = 12;
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

// How hard the pencil pressed, 0..1, at a place along a line; another `row` tells something else.
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
    float size = core ? 0.0013 + 0.0011 * great : 0.011 * great;
    float radius = max(size, (core ? 1.4 : 2.0) / uPixelScale);
    vec4 clip = seenAt(way);
    if (clip.w <= 0.0) return;
    vCorner = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
    clip.xy += vCorner * 2.0 * radius * uPixelScale / uPixels * clip.w;
    // Day takes the faint ones first.
    lit *= smoothstep(0.0, 0.35, uMap - 0.5 * smoothstep(1.6, 0.6, great));
    // Each of its own warmth, and one quite warm.
    vec3 hue = star == 4 ? uEmber * 1.1 : mix(vec3(0.78, 0.88, 1.05), cream, h.x);
    shine(way, hue * lit * great * (core ? 6.0 : 0.13) * (core ? pow(size / radius, 1.2) : 1.0));
    gl_Position = clip;
    return;
  }
  // A line from each to the next, as silverpoint draws it: straight, but of one hand.
  int piece = (number - POINTS * 2) >> 1;
  int line = piece / PARTS;
  if (line >= uCount - 1) return;
  bool second = (number & 1) == 1;
  vec2 at = corner == 0 ? vec2(0.0, -1.0) : corner == 1 ? vec2(second ? 1.0 : 0.0, 1.0) : vec2(1.0, second ? -1.0 : 1.0);
  vec3 a = normalize(uPoints[line].xyz);
  vec3 b = normalize(uPoints[line + 1].xyz);
  // Clear of its stars.
  float gap = min((0.009 + 0.012 * pressed(line, 0.0, 7)) / distance(a, b), 0.4);
  float drawn = clamp(uDrawn * last - float(line), 0.0, 1.0);
  if (drawn <= 0.0) return;
  float along = mix(gap, max(gap, (1.0 - gap) * drawn), (float(piece - line * PARTS) + at.x) / float(PARTS));
  vec4 from = seenAt(a);
  vec4 to = seenAt(b);
  vec3 way = normalize(mix(a, b, along));
  vec4 clip = seenAt(way);
  if (from.w <= 0.0 || to.w <= 0.0 || clip.w <= 0.0) return;
  vec2 across = normalize((to.xy / to.w - from.xy / from.w) * uPixels + vec2(1e-5));
  float parts = distance(a, b) * 34.0;
  float weight = 0.45 + 0.95 * pressed(line, 1.0 + along * parts, 3);
  float strays = (pressed(line, 1.0 + along * parts * 0.5, 5) - 0.5) * 0.0032 * sin(3.1416 * along);
  // Gossamer: light near its stars, and between them only here and there.
  float near = exp(-min(along, 1.0 - along) * distance(a, b) * 34.0);
  clip.xy += vec2(-across.y, across.x) * 2.0 * (max(1.0, uPixelScale * 0.0008) * weight * (0.7 + 0.3 * near) * at.y + uPixelScale * strays) / uPixels * clip.w;
  vCorner = vec2(at.y, 0.0);
  // It fails where the hand hardly pressed, and the day wipes it out from there.
  float grain = pressed(line, 3.0 + along * parts * 1.7, 9);
  float kept = (0.12 + 0.88 * near) * smoothstep(0.3, 0.75, grain + 0.4 * near) * smoothstep(0.35, 0.7, uMap - 0.3 * (1.0 - grain));
  float ends = 0.35 + 0.65 * smoothstep(0.0, 0.3, along);
  shine(way, cream * kept * ends * (0.24 + 0.5 * running((float(line) + along) / last)));
  gl_Position = clip;
}
