#include <mote>
#include <land>
in vec4 aCorner;
// Places along tonight's walk, two in each: 72 from its first step to the seat, then on to here.
const int PAIRS = 48;
uniform vec4 uTrace[PAIRS];
// The map laid on the moss before the walker: two of its stars in each.
uniform vec4 uLaid[16];
// How far it has been drawn, 0..1 to the seat, 4/3 to here; how present it is; how many motes.
uniform float uDrawn;
uniform float uPresent;
uniform int uMotes;
// Where light runs along it, and how many stars the map has.
uniform float uRun;
uniform int uCount;

vec2 traceAt(int i) {
  i = clamp(i, 0, PAIRS * 2 - 1);
  vec4 pair = uTrace[i >> 1];
  return (i & 1) == 0 ? pair.xy : pair.zw;
}

vec2 laidAt(int i) {
  i = clamp(i, 0, uCount - 1);
  vec4 pair = uLaid[i >> 1];
  return (i & 1) == 0 ? pair.xy : pair.zw;
}

// Dew that took the light of every step of the night: far off along the way itself, and before the feet as the sky has it,
// a pool where each star stands. All of it is drawn at the same time.
void main() {
  hideMote();
  int mote = gl_VertexID / 3;
  int corner = int(aCorner.x);
  vec3 h = hash3(ivec3(mote, 2, 93));
  vec3 g = hash3(ivec3(mote, 3, 93));
  float stars = float(uCount - 1);
  bool pool = mote < uCount * 2;
  bool laid = pool || h.y < 0.75;
  float t = pool ? float(mote >> 1) / stars : laid ? h.x : h.y < 0.9 ? h.x : 1.0 + 0.3333 * h.x;
  float since = uDrawn - t;
  if (since < 0.0) return;
  float u = t * (laid ? stars : 72.0);
  int i = int(u);
  float k = fract(u);
  vec2 b = laid ? laidAt(i) : traceAt(i);
  vec2 c = laid ? laidAt(i + 1) : traceAt(i + 1);
  vec2 at = mix(b, c, k);
  vec2 way = c - b;
  float whole = length(way) + 1e-3;
  float far = distance(at, uEye.xz);
  if (far < 1.2) return;
  float off = g.x + g.y + fract(g.z * 5.0) - 1.5;
  if (!pool) at += vec2(-way.y, way.x) / whole * off * (0.035 + 0.0012 * far);
  Land land = landAt(at);
  // Over what grows beside it rather than in its hollows.
  vec4 moss = mossAt(at, 5.0);
  vec3 p = vec3(at.x, max(land.height + moss.x * land.cover, 0.0) + 0.08 + 0.06 * h.z + 0.012 * far, at.y);
  float ahead = (t - uRun) * (t > uRun ? 60.0 : 14.0);
  float bright = 0.75 + 0.5 * exp(-since * 14.0) + 1.7 * exp(-ahead * ahead);
  vec3 hue = mix(vec3(1.0, 0.55, 0.22), vec3(1.0, 0.86, 0.62), 0.3 + 0.6 * g.z * g.z);
  vec3 light = hue * bright * uPresent * smoothstep(1.2, 3.0, far) * (1.0 + uDawn);
  if (pool) {
    bool core = (mote & 1) == 0;
    float size = core ? 0.013 + 0.0045 * far : 0.08 + 0.005 * far;
    putMote(corner, p + vec3(0.0, 0.55 * size, 0.0), size, core ? vec2(1.0) : vec2(1.6, 0.5), light * (core ? 4.5 : 0.18));
    return;
  }
  // Each line has as many: on a long one they shine the more.
  if (laid) light *= clamp(whole * 0.2, 0.15, 1.6);
  bool soft = mote % 6 == 0;
  float size = soft ? 0.08 + 0.1 * h.z + 0.004 * far : 0.009 + 0.014 * pow(fract(h.z * 9.0), 3.0);
  // A far glint is fainter, not gone.
  float kept = soft ? 1.0 : pow(max(far / uPixelScale, size) / size, 1.3);
  float shimmer = 0.6 + 0.4 * sin(TAU * (uLoop.y * floor(9.0 + 17.0 * g.z) + h.z));
  putMote(corner, p, size, soft ? vec2(1.5, 0.4) : vec2(1.0), light * (soft ? 0.03 : 1.5 * shimmer) * kept * min(2.2, sqrt(2400.0 / float(uMotes))));
}
