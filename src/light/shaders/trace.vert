#include <mote>
#include <land>
in vec4 aCorner;
// Heights of moss at which hollows end and tops begin.
#ifdef LEAN
const vec2 OPENS = vec2(0.02, 0.24);
#else
const vec2 OPENS = vec2(0.07, 0.24);
#endif
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
// closer about each of its stars. All of it is drawn at the same time. A drop sits on a tip, sends the low light back to who
// looks against it, and is lost in the hollows.
void main() {
  hideMote();
  int mote = gl_VertexID / 3;
  int corner = int(aCorner.x);
  vec3 h = hash3(ivec3(mote, 2, 93));
  vec3 g = hash3(ivec3(mote, 3, 93));
  float stars = float(uCount - 1);
  bool star = h.y < 0.15;
  bool laid = h.y < 0.88;
  float t = star ? floor(h.x * float(uCount)) / stars : h.y < 0.95 ? h.x : 1.0 + 0.3333 * h.x;
  float since = uDrawn - t;
  if (since < 0.0) return;
  float u = t * (laid ? stars : 72.0);
  int i = int(u + (star ? 0.5 : 0.0));
  float k = star ? 0.0 : fract(u);
  vec2 b = laid ? laidAt(i) : traceAt(i);
  vec2 c = laid ? laidAt(i + 1) : traceAt(i + 1);
  vec2 way = c - b;
  float whole = length(way) + 1e-3;
  // Steps, as one walks: not evenly long, left and right, each a ring of dew about the moss that was trodden.
  float steps = max(1.0, floor(whole / (laid ? 0.85 : 2.4)));
  float foot = floor(k * steps);
  vec3 q = hash3(ivec3(i, int(foot), laid ? 95 : 96));
  if (!star) k = clamp((foot + 0.5 + 0.7 * (q.x - 0.5)) / steps, 0.05, 0.95);
  vec2 at = mix(b, c, k);
  if (laid) {
    // One goes round no corners.
    vec2 before = laidAt(i - 1);
    vec2 after = laidAt(i + 2);
    at = 0.5 * (2.0 * b + k * (c - before + k * (2.0 * before - 5.0 * b + 4.0 * c - after + k * (3.0 * b - before - 3.0 * c + after))));
  }
  float far = distance(at, uEye.xz);
  if (far < 1.2) return;
  vec2 side = vec2(-way.y, way.x) / whole;
  at += side * ((mod(foot, 2.0) - 0.5) * (0.3 + 0.012 * far) + 0.3 * (q.y - 0.5));
  bool pool = h.z > 0.9;
  float round = TAU * g.x;
  float out1 = (star ? 0.7 : g.y < 0.6 ? 0.85 + 0.3 * g.z : 0.8 * sqrt(g.z)) * (0.13 + 0.16 * q.z) * (1.0 + 0.02 * far);
  at += (pool ? 0.2 : 1.0) * out1 * vec2(cos(round), sin(round));
  Land land = landAt(at);
  vec4 moss = mossAt(at, max(log2(far * 0.09), 0.0));
  float open = smoothstep(OPENS.x, OPENS.y, moss.x * land.cover);
  vec3 p = vec3(at.x, max(land.height + moss.x * land.cover, 0.0) + 0.016 + 0.0035 * far, at.y);
  float ahead = (t - uRun) * (t > uRun ? 60.0 : 14.0);
  float bright = 0.5 + 0.5 * exp(-since * 14.0) + 1.2 * exp(-ahead * ahead);
  float against = max(dot((at - uEye.xz) / far, uDawnWay), 0.0);
  against *= against * against;
  vec3 hue = mix(vec3(0.86, 0.86, 0.88), vec3(1.0, 0.68, 0.38), clamp(0.3 + 0.7 * against + 0.3 * (g.z - 0.5), 0.0, 1.0));
  // Each catches it at its own moment.
  float shimmer = sin(TAU * (uLoop.y * floor(9.0 + 17.0 * g.z) + h.z));
  shimmer = (0.35 + 0.65 * shimmer * shimmer) * (0.3 + 2.6 * pow(fract(h.z * 23.0), 3.0));
  vec3 light = hue * bright * shimmer * uPresent * smoothstep(1.2, 3.0, far) * (0.12 + 0.88 * open) * (1.1 + 2.8 * against * (0.4 + uDawn));
  // Each line has as many: on a long one they shine the more.
  if (laid && !star) light *= clamp(whole * 0.2, 0.2, 1.5);
  float size = 0.006 + 0.012 * pow(fract(h.z * 9.0), 4.0) + (star ? 0.002 : 0.0);
  size = min(size, 0.0016 * far);
  // A wide soft light that lies in the moss under them.
  if (pool) {
    size = (0.16 + 0.2 * q.z) * (1.0 + 0.012 * far);
    light *= 0.05 / (0.25 + shimmer) * (0.4 + q.x);
  }
  // A far glint is fainter, not gone.
  float kept = pow(max(far / uPixelScale, size) / size, 1.34);
  putMote(corner, p, size, pool ? vec2(1.0, 0.3) : vec2(1.0), light * 1.2 * kept * min(2.2, sqrt(2400.0 / float(uMotes))));
}
