#include <hash>
#include <sky>
in vec4 aCorner;
const int POINTS = 32;
// Strokes of each line, so that it is drawn as by a hand.
const int STROKES = 24;
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
  // From each to the next a thread of spider's silk, laid as strokes of a dry brush that miss and overlap; some are drops of dew.
  int piece = number - POINTS * 2;
  int line = piece / STROKES;
  int stroke = piece - line * STROKES;
  if (line >= uCount - 1) return;
  vec3 a = normalize(uPoints[line].xyz);
  vec3 b = normalize(uPoints[line + 1].xyz);
  vec3 h = hash3(ivec3(line, stroke, 37));
  float apart = distance(a, b);
  // Clear of its stars.
  float gap = min((0.009 + 0.012 * pressed(line, 0.0, 7)) / apart, 0.4);
  float spot = (float(stroke) + 1.4 * h.x - 0.2) / float(STROKES);
  float drawn = smoothstep(0.0, 0.08, clamp(uDrawn * last - float(line), 0.0, 1.0) - spot);
  if (drawn <= 0.0) return;
  float along = mix(gap, 1.0 - gap, spot);
  vec4 from = seenAt(a);
  vec4 to = seenAt(b);
  vec3 way = mix(a, b, along);
  // It hangs a little.
  way.y -= apart * (0.02 + 0.05 * pressed(line, 0.0, 8)) * 4.0 * along * (1.0 - along);
  way = normalize(way);
  vec4 clip = seenAt(way);
  if (from.w <= 0.0 || to.w <= 0.0 || clip.w <= 0.0) return;
  vec2 ahead = normalize((to.xy / to.w - from.xy / from.w) * uPixels + vec2(1e-5));
  float lean = 0.3 * (h.z - 0.5) + 0.25 * (spot - 0.5);
  ahead = normalize(ahead + vec2(-ahead.y, ahead.x) * lean);
  float near = exp(-min(along, 1.0 - along) * apart * 34.0);
  bool dew = h.y > 0.8;
  float grain = pressed(line, 3.0 + along * apart * 40.0, 9);
  float size = uPixelScale * (dew ? 0.0006 + 0.001 * h.z * h.z : 0.0004 + 0.0006 * h.y);
  float radius = max(size, dew ? 1.25 : 0.95);
  vec2 reach = vec2(dew ? radius : max(radius, uPixelScale * apart * (0.2 + 1.6 * h.z * h.z) / float(STROKES)), radius);
  vCorner = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  vec2 at = vCorner * reach;
  at.y += uPixelScale * 0.0022 * (pressed(line, 1.0 + along * apart * 20.0, 5) - 0.5) * (dew ? 1.0 : 1.6);
  clip.xy += (ahead * at.x + vec2(-ahead.y, ahead.x) * at.y) * 2.0 / uPixels * clip.w;
  // It fails where the hand hardly pressed, and the day wipes it out from there.
  float wander = 0.5 + 0.5 * sin(TAU * (2.0 * uLoop.y + 0.37 * float(line)) + 15.0 * along * apart);
  float kept = (dew ? 1.5 * h.z : smoothstep(0.3, 0.8, grain + 0.3 * near)) * (0.35 + 0.65 * wander) * smoothstep(0.35, 0.7, uMap - 0.3 * (1.0 - grain));
  shine(way, cream * kept * drawn * size / radius * (0.42 + 0.5 * running((float(line) + along) / last)));
  gl_Position = clip;
}
