#include <hash>
#include <air>
#include <rings>
in vec4 aCorner;
uniform float uSharp;
uniform float uSoft;
uniform float uShare;
out vec2 vCorner;
out vec4 vLight;
out float vEdge;

// A box around the eye through which the air's own lattice of motes passes.
const vec3 BOX = vec3(9.0, 4.2, 9.0);

void main() {
  int mote = gl_VertexID / 3;
  int corner = int(aCorner.x);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vec3 h = hash3(ivec3(mote, 41, 2));
  vec3 g = hash3(ivec3(mote, 17, 9));
  float turn = uLoop.z * TAU;
  vec3 sway = vec3(sin(turn * floor(3.0 + 5.0 * g.x) + TAU * h.y), sin(turn * floor(4.0 + 6.0 * g.y) + TAU * h.z), sin(turn * floor(3.0 + 5.0 * g.z) + TAU * h.x)) * vec3(0.5, 0.22, 0.5);
  // Whole boxes a period, so that the loop closes.
  vec3 stream = vec3(floor(g.x * 3.0 - 1.0), 0.0, floor(g.y * 3.0 - 1.0)) * uLoop.z;
  vec3 place = (h + stream) * BOX + sway;
  vec3 from = uEye - 0.5 * BOX + vec3(uForward.x, 0.0, uForward.z) * 3.4;
  place = from + mod(place - from, BOX);
  vec3 way = place - uEye;
  float d = dot(way, uForward);
  if (d < 0.16) return;
  vec3 inBox = abs((place - from) / BOX - 0.5) * 2.0;
  float edge = 1.0 - smoothstep(0.7, 1.0, max(inBox.x, max(inBox.y, inBox.z)));
  float near = smoothstep(0.16, 0.5, d);
  // Thin-lens disc, as the depth of field has it; a mote itself is about a millimetre.
  float disc = abs(1.0 / d - 1.0 / uSharp) * 0.011 * uSoft;
  float own = 0.0011 * (0.5 + g.z) / d;
  float radius = max(max(own, disc), 1.1 / uPixelScale);
  float share = own * own / (radius * radius);
  float back = max(dot(normalize(way).xz, uAfterglow), 0.0);
  vec3 tint = mix(mix(uViolet * 5.0, uRose, 0.35 + 0.4 * back), uEmber, step(0.8, g.y) * 0.8);
  float pulse = 0.45 + 0.55 * sin(turn * floor(18.0 + 24.0 * g.x) + TAU * g.y);
  vec3 light = tint * (0.35 + 1.5 * back * back) * (0.4 + 0.6 * pulse) * 1.5;
  vec4 ring = ringsAt(vec3(place.x, place.y - 0.8, place.z));
  light += ring.rgb * 1.6;
  // What is far out of focus is air.
  light *= (1.0 - smoothstep(0.0025, 0.007, disc)) * min(share, 1.0) * edge * near * min(uShare, 4.0) * uGlow;
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  vec4 clip = uViewProjection * vec4(place, 1.0);
  clip.xy += offset * 2.0 * radius * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  vEdge = clamp(disc / own, 0.0, 1.0);
  vLight = seenAdded(light, place);
  gl_Position = clip;
}
