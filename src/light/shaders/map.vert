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
// How many motes lie along the way.
uniform int uMotes;
out vec2 vCorner;
out vec4 vLight;

vec3 pointAt(int i) {
  return uPoints[clamp(i, 0, uCount - 1)].xyz;
}

// The walk between two of its stars: a curve through all of them (Catmull and Rom 1974).
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

void put(int corner, vec3 way, float size, float least, vec3 light) {
  vec4 clip = uViewProjection * vec4(uEye + way * 3000.0, 1.0);
  if (clip.w <= 0.0 || way.y < -0.01) return;
  clip.z = clip.w * 0.999997;
  float radius = max(size, least / uPixelScale);
  light *= pow(size / radius, 1.2);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  clip.xy += offset * 2.0 * radius * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  // What shines has to do so through a paling sky.
  float pale = dot(skyBase(way), vec3(0.3, 0.5, 0.2));
  vLight = vec4(light * (0.55 + 2.2 * pale) * uMap * uFade, 0.0);
  gl_Position = clip;
}

void main() {
  int number = gl_VertexID / 3;
  int corner = int(aCorner.x);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
  if (uCount < 2 || uMap <= 0.0) return;
  vec3 cream = vec3(1.0, 0.93, 0.80);
  if (number < POINTS * 3) {
    // The stars that were chosen, each of its own size, and the air about them.
    int star = number / 3;
    if (star >= uCount) return;
    int part = number - star * 3;
    vec3 h = hash3(ivec3(star, 5, 91));
    float reached = smoothstep(-0.015, 0.05, uDrawn - float(star) / float(uCount - 1));
    float now = exp(-max(uDrawn - float(star) / float(uCount - 1), 0.0) * 9.0) * reached;
    float great = 0.7 + 0.8 * h.x * h.x + (star == 0 || star == uCount - 1 ? 0.4 : 0.0);
    float turn = TAU * uLoop.y;
    float twinkle = 0.88 + 0.12 * sin(turn * floor(20.0 + 20.0 * h.y) + TAU * h.z);
    float lit = (0.62 + 0.38 * reached + 0.5 * now) * twinkle * great * uPoints[star].w;
    if (part == 0) put(corner, pointAt(star), 0.0021 * sqrt(great), 1.25, mix(cream, uEmber, 0.15) * lit * 3.4);
    else if (part == 1) put(corner, pointAt(star), 0.0064 * great, 1.5, mix(cream, uEmber, 0.4) * lit * 0.36);
    else put(corner, pointAt(star), 0.024 * great, 2.0, mix(cream, uEmber, 0.7) * lit * 0.045);
    return;
  }
  int mote = number - POINTS * 3;
  if (mote >= uMotes) return;
  vec3 h = hash3(ivec3(mote, 2, 92));
  vec3 g = hash3(ivec3(mote, 3, 92));
  // In knots and gaps along the way, thicker towards the stars it goes by.
  float knots = float(uCount - 1) * 3.0;
  float knot = floor(h.x * knots);
  vec3 k = hash3(ivec3(int(knot), 4, 92));
  float spread = g.x + g.y - 1.0;
  float t = (knot + 0.5 + (k.x - 0.5) * 0.6 + spread * (0.35 + 0.9 * k.y * k.y)) / knots;
  t = mix(t, h.x, step(0.6, h.y) * 0.85);
  if (t < 0.0 || t > 1.0) return;
  // It is breathed out a little before the hand, and settles.
  float since = uDrawn - t + 0.012 * (h.z - 0.3);
  if (since < 0.0) return;
  float young = exp(-since * 11.0);
  vec3 here = wayAt(t);
  vec3 along = normalize(wayAt(t + 0.003) - wayAt(t - 0.003) + vec3(1e-6));
  vec3 aside = cross(here, along);
  float turn = TAU * uLoop.w;
  float wide = 0.0010 + 0.0075 * k.z * k.z * k.z + 0.004 * young;
  float far = (g.z + h.z + fract(g.x * 7.0) - 1.5) * 1.6;
  vec3 at = normalize(here + aside * far * wide + along * 0.002 * sin(turn * floor(20.0 + 20.0 * g.y) + TAU * g.x));
  float shine = pow(fract(h.y * 13.7), 3.0);
  float twinkle = 0.75 + 0.25 * sin(TAU * uLoop.y * floor(14.0 + 26.0 * g.z) + TAU * g.y);
  float near = exp(-far * far * 1.2);
  float light = (0.10 + 0.95 * shine) * (0.35 + 0.65 * near) * (0.3 + 1.0 * k.x * k.x) * twinkle + 1.1 * young * near;
  // Fewer motes shine the more.
  light *= min(2.0, sqrt(900.0 / float(uMotes)));
  if (mote % 9 == 0) put(corner, at, 0.007 + 0.006 * k.y, 2.0, mix(cream, uEmber, 0.5) * (0.014 + 0.05 * young));
  else put(corner, at, 0.00055 + 0.0011 * shine, 0.75, mix(cream, uEmber, 0.35 * g.x) * light * 1.5);
}
