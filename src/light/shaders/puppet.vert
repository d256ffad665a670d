// People and things of a film, as a shadow play cuts them: each is one strip of triangles bent to its shape.
#include <sheet>
const int SHAPES = 62;
// Three a shape: see memorySketch.ts.
uniform vec4 uShape[3 * SHAPES];
uniform vec2 uWeave;
// Shape, along 0..1, side -1 or 1.
in vec3 aStrip;
out vec2 vAt;
out vec2 vSpot;
// Across, half width, over its ends, in metres; how soft.
out vec4 vEdge;
// Kind, tone, cover.
out vec3 vTone;

const vec2 SCENE = vec2(1.53, 1.1124);

// Half widths before and behind along a strip, metres: a long coat from its hem to its collar ...
const vec2 COAT[15] = vec2[15](
  vec2(0.250, 0.330), vec2(0.246, 0.312), vec2(0.236, 0.288), vec2(0.222, 0.262), vec2(0.205, 0.236),
  vec2(0.184, 0.208), vec2(0.160, 0.182), vec2(0.142, 0.162), vec2(0.138, 0.156), vec2(0.146, 0.164),
  vec2(0.154, 0.178), vec2(0.150, 0.188), vec2(0.128, 0.176), vec2(0.092, 0.140), vec2(0.062, 0.104));
// ... a head from the neck over chin, lips, nose and brow to the crown ...
const vec2 HEAD[15] = vec2[15](
  vec2(0.056, 0.070), vec2(0.052, 0.068), vec2(0.050, 0.068), vec2(0.062, 0.074), vec2(0.104, 0.086),
  vec2(0.098, 0.104), vec2(0.100, 0.122), vec2(0.136, 0.132), vec2(0.110, 0.138), vec2(0.104, 0.140),
  vec2(0.108, 0.138), vec2(0.104, 0.128), vec2(0.088, 0.108), vec2(0.058, 0.074), vec2(0.000, 0.000));
// ... a sleeve from the shoulder to its cuff, and a trouser leg.
const vec2 SLEEVE[15] = vec2[15](
  vec2(0.030), vec2(0.066), vec2(0.080), vec2(0.084), vec2(0.082), vec2(0.078), vec2(0.074), vec2(0.071),
  vec2(0.068), vec2(0.066), vec2(0.065), vec2(0.065), vec2(0.066), vec2(0.068), vec2(0.070));
const vec2 TROUSER[15] = vec2[15](
  vec2(0.090), vec2(0.092), vec2(0.092), vec2(0.090), vec2(0.087), vec2(0.083), vec2(0.078), vec2(0.074),
  vec2(0.071), vec2(0.068), vec2(0.066), vec2(0.065), vec2(0.064), vec2(0.064), vec2(0.066));

vec2 profile(int which, float t) {
  float x = t * 14.0;
  int i = min(int(x), 13);
  float f = x - float(i);
  if (which == 0) return mix(COAT[i], COAT[i + 1], f);
  if (which == 1) return mix(HEAD[i], HEAD[i + 1], f);
  if (which == 2) return mix(SLEEVE[i], SLEEVE[i + 1], f);
  return mix(TROUSER[i], TROUSER[i + 1], f);
}

void main() {
  int shape = int(aStrip.x) * 3;
  float t = aStrip.y;
  float side = aStrip.z;
  vec4 a = uShape[shape];
  vec4 b = uShape[shape + 1];
  vec4 c = uShape[shape + 2];
  // What a mirror holds is cut off at its frame.
  bool framed = c.x > 15.5;
  int kind = int(c.x + 0.5) & 15;
  float pixel = 1.2 * distance(uEye, uMiddle) / uPixelScale * SCENE.x / uHalf.x;
  float soft = max(pixel, 0.011) + c.z;
  vec2 p;
  if (kind == 0) {
    // Four corners: its sides run from the first to the fourth, from the second to the third.
    float u = side * 0.5 + 0.5;
    vec2 from = mix(a.xy, b.zw, t);
    vec2 to = mix(a.zw, b.xy, t);
    float wide = max(distance(from, to), 1e-4);
    float tall = max(distance(mix(a.xy, a.zw, 0.5), mix(b.zw, b.xy, 0.5)), 1e-4);
    vec2 away = (to - from) / wide;
    vec2 along = normalize(mix(b.zw, b.xy, 0.5) - mix(a.xy, a.zw, 0.5) + 1e-6);
    float grown = (t * 2.0 - 1.0) * (0.5 * tall + soft);
    p = mix(from, to, 0.5) + away * side * (0.5 * wide + soft) + along * (t * 2.0 - 1.0) * soft;
    vEdge = vec4(side * (0.5 * wide + soft), 0.5 * wide, abs(grown) - 0.5 * tall, soft);
  } else if (kind == 1) {
    // A bar with round ends.
    vec2 way = a.zw - a.xy;
    float reaches = length(way);
    vec2 along = reaches > 1e-5 ? way / reaches : vec2(0.0, 1.0);
    float radius = mix(b.x, b.y, t);
    float reach = max(b.x, b.y) + soft;
    float at = t * (reaches + 2.0 * reach) - reach;
    p = a.xy + along * at + vec2(along.y, -along.x) * side * reach;
    radius = mix(b.x, b.y, clamp(at / max(reaches, 1e-5), 0.0, 1.0));
    vEdge = vec4(side * reach, radius, max(-at, at - reaches), soft);
  } else if (kind == 2) {
    p = a.xy + vec2(side, t * 2.0 - 1.0) * a.z * 1.6;
    vEdge = vec4(side * 1.6, 0.0, (t * 2.0 - 1.0) * 1.6, 1.0);
  } else {
    // A bent stroke with a profile: where it begins, what it bends about, where it ends; its size, and the way it faces.
    int which = kind - 3;
    vec2 on = mix(mix(a.xy, a.zw, t), mix(a.zw, b.xy, t), t);
    vec2 way = normalize(mix(a.zw - a.xy, b.xy - a.zw, t) + 1e-6);
    vec2 out_ = vec2(way.y, -way.x);
    vec2 wide = profile(which, t) * b.z;
    float ahead = b.w * 0.5 + 0.5;
    float right = mix(wide.y, wide.x, ahead);
    float left = mix(wide.x, wide.y, ahead);
    float half_ = 0.5 * (left + right);
    p = on + out_ * (0.5 * (right - left) + side * (half_ + soft));
    float end = which == 1 ? -1.0 : which == 0 ? 0.5 * soft - t * 0.9 : (t - 1.0) * 0.5 + 0.5 * soft;
    vEdge = vec4(side * (half_ + soft), half_, end, soft);
  }
  vTone = vec3(float(kind), c.y, framed ? -c.w : c.w);
  vSpot = p;
  vAt = (p - vec2(0.0, 0.84) - uWeave) / SCENE;
  gl_Position = uViewProjection * vec4(sheetPlace(vAt), 1.0);
}
