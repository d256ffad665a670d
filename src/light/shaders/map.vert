#include <hash>
#include <sky>
in vec4 aCorner;
const int POINTS = 32;
// Unit direction over the dawn, how far it has come out.
uniform vec4 uPoints[POINTS];
uniform int uCount;
// How far the way has been drawn, 0..1, and how present the map is.
uniform float uDrawn;
uniform float uMap;
uniform int uSteps;
out vec2 vCorner;
out vec4 vLight;

vec3 pointAt(int i) {
  return uPoints[clamp(i, 0, uCount - 1)].xyz;
}

// The walk between two of its stars: a centripetal-looking curve through all of them (Catmull and Rom 1974).
vec3 wayAt(float t) {
  float u = clamp(t, 0.0, 1.0) * float(uCount - 1);
  int i = int(min(floor(u), float(uCount - 2)));
  float k = u - float(i);
  vec3 a = pointAt(i - 1);
  vec3 b = pointAt(i);
  vec3 c = pointAt(i + 1);
  vec3 d = pointAt(i + 2);
  return normalize(0.5 * (2.0 * b + (c - a) * k + (2.0 * a - 5.0 * b + 4.0 * c - d) * k * k + (3.0 * b - a - 3.0 * c + d) * k * k * k));
}

vec4 seenAt(vec3 direction) {
  vec4 clip = uViewProjection * vec4(uEye + direction * 3000.0, 1.0);
  clip.z = clip.w * 0.999997;
  return clip;
}

void main() {
  int number = gl_VertexID / 3;
  int corner = int(aCorner.x);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
  if (uCount < 2 || uMap <= 0.0) return;
  float pixel = 1.0 / uPixelScale;
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  if (number < POINTS * 2) {
    // The stars that were chosen, and the air about them.
    int star = number / 2;
    if (star >= uCount) return;
    bool halo = number - star * 2 == 1;
    float reached = smoothstep(-0.02, 0.03, uDrawn - float(star) / float(uCount - 1));
    float size = max(halo ? 0.017 : 0.0036, pixel * 1.3);
    vec4 clip = seenAt(uPoints[star].xyz);
    if (clip.w <= 0.0) return;
    clip.xy += offset * 2.0 * size * uPixelScale / uPixels * clip.w;
    vec3 light = mix(vec3(1.0, 0.93, 0.8), uEmber, 0.45) * (halo ? 0.08 : 1.3) * (0.45 + 0.55 * reached);
    vCorner = offset;
    vLight = vec4(light * uPoints[star].w * uMap * uFade, 0.0);
    gl_Position = clip;
    return;
  }
  int piece = number - POINTS * 2;
  int quads = uSteps * 2;
  if (piece < quads) {
    // The way itself, a thread.
    int quad = piece / 2;
    bool second = piece - quad * 2 == 1;
    float t0 = float(quad) / float(uSteps);
    float t1 = float(quad + 1) / float(uSteps);
    if (t0 > uDrawn) return;
    bool end = second ? corner > 0 : corner == 2;
    float side = second ? (corner == 1 ? 1.0 : -1.0) : (corner == 0 ? -1.0 : 1.0);
    if (second && corner == 2) side = -1.0;
    float t = min(end ? t1 : t0, uDrawn);
    vec3 here = wayAt(t);
    vec4 clip = seenAt(here);
    vec4 next = seenAt(wayAt(t + 0.004));
    vec4 last = seenAt(wayAt(t - 0.004));
    if (clip.w <= 0.0 || next.w <= 0.0 || last.w <= 0.0) return;
    vec2 way = normalize((next.xy / next.w - last.xy / last.w) * uPixels + vec2(1e-4, 0.0));
    clip.xy += vec2(-way.y, way.x) * side * 2.0 * max(0.0012 * uPixelScale, 1.15) / uPixels * clip.w;
    vCorner = vec2(side, 0.0);
    vLight = vec4(mix(uEmber, vec3(1.0, 0.9, 0.76), 0.5) * 0.26 * uMap * uFade, 0.0);
    gl_Position = clip;
    return;
  }
  // Steps along it, as they ran over the moss.
  float t = (float(piece - quads) + 0.5) / float(uSteps);
  if (t > uDrawn) return;
  float young = exp(-(uDrawn - t) * 9.0);
  vec4 clip = seenAt(wayAt(t));
  if (clip.w <= 0.0) return;
  clip.xy += offset * 2.0 * max(0.0022, pixel) * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  vLight = vec4(uEmber * (0.16 + 0.9 * young) * uMap * uFade, 0.0);
  gl_Position = clip;
}
