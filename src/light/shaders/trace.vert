#include <mote>
#include <land>
in vec4 aCorner;
// Places along tonight's walk, two in each: 72 from its first step to the seat, then on to here.
const int PAIRS = 48;
uniform vec4 uTrace[PAIRS];
// How far it has been drawn, 0..1 to the seat, 4/3 to here; how present it is; how many motes.
uniform float uDrawn;
uniform float uPresent;
uniform int uMotes;

vec2 traceAt(int i) {
  i = clamp(i, 0, PAIRS * 2 - 1);
  vec4 pair = uTrace[i >> 1];
  return (i & 1) == 0 ? pair.xy : pair.zw;
}

// Dew that took the light of every step of the night: the same way over the land as over the sky, and at the same time.
void main() {
  hideMote();
  int mote = gl_VertexID / 3;
  int corner = int(aCorner.x);
  vec3 h = hash3(ivec3(mote, 2, 93));
  vec3 g = hash3(ivec3(mote, 3, 93));
  // Most where the walker is now: the first steps and the last.
  float t = h.y < 0.42 ? h.x : h.y < 0.72 ? 0.16 * h.x * h.x : 1.0 + 0.3333 * sqrt(h.x);
  float since = uDrawn - t;
  if (since < 0.0) return;
  float u = t * 72.0;
  int i = int(u);
  float k = fract(u);
  vec2 a = traceAt(i - 1);
  vec2 b = traceAt(i);
  vec2 c = traceAt(i + 1);
  vec2 d = traceAt(i + 2);
  vec2 at = 0.5 * (2.0 * b + (c - a) * k + (2.0 * a - 5.0 * b + 4.0 * c - d) * k * k + (3.0 * b - a - 3.0 * c + d) * k * k * k);
  vec2 way = normalize(c - b + vec2(1e-4));
  float far = distance(at, uEye.xz);
  // Left foot and right foot, and what they touched.
  float side = g.x < 0.5 ? -1.0 : 1.0;
  float off = (g.y + fract(g.z * 5.0) - 1.0);
  at += vec2(-way.y, way.x) * (side * 0.16 + off * (0.22 + 0.004 * far));
  Land land = landAt(at);
  vec4 moss = mossAt(at, 1.0);
  vec3 p = vec3(at.x, max(land.height + moss.x * land.cover, 0.0) + 0.03 + 0.03 * h.z, at.y);
  if (far < 1.2) return;
  float young = exp(-since * 14.0);
  float stays = 0.42 + 0.58 * young;
  float turn = TAU * uLoop.y;
  float shimmer = 0.45 + 0.55 * pow(0.5 + 0.5 * sin(turn * floor(9.0 + 17.0 * g.z) + TAU * h.z), 2.0);
  vec3 hue = mix(vec3(1.0, 0.52, 0.18), vec3(1.0, 0.84, 0.58), 0.6 * g.z * g.z);
  bool soft = mote % 8 == 0;
  float size = soft ? 0.36 + 0.3 * h.z : 0.013 + 0.02 * pow(fract(h.z * 9.0), 3.0);
  float least = 1.0 * far / uPixelScale;
  // A far glint is fainter, not gone.
  float kept = soft ? 1.0 : pow(max(least, size) / size, 1.25);
  float light = soft ? 0.012 + 0.07 * young : (0.9 + 2.4 * young) * shimmer;
  light *= min(2.2, sqrt(2400.0 / float(uMotes))) * (1.0 + 4.5 * uDawn);
  putMote(corner, p, size, soft ? vec2(1.5, 0.4) : vec2(1.0), hue * light * kept * stays * uPresent * smoothstep(1.2, 3.0, far));
}
