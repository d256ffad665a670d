#include <hash>
in vec4 aCorner;
uniform vec3 uThrower;
uniform vec3 uMiddle;
uniform vec3 uAcross;
uniform vec2 uHalf;
uniform float uBeam;
uniform float uHealed;
uniform float uShare;
out vec2 vCorner;
out vec4 vLight;
out float vEdge;

// Motes that the projector's light finds; each keeps to its own small round.
void main() {
  int mote = gl_VertexID / 3;
  int corner = int(aCorner.x);
  vec3 h = hash3(ivec3(mote, 5, 71));
  vec3 g = hash3(ivec3(mote, 9, 13));
  float turn = TAU * uLoop.z;
  float at = fract(h.z + uLoop.z * floor(1.0 + 2.0 * g.x) * (g.y < 0.5 ? 1.0 : -1.0));
  float fade = smoothstep(0.0, 0.12, at) * (1.0 - smoothstep(0.85, 1.0, at));
  at = mix(0.16, 0.98, at);
  vec2 on = (h.xy * 2.0 - 1.0) * 0.9 + 0.12 * vec2(sin(turn * floor(5.0 + 9.0 * g.z) + TAU * h.x), cos(turn * floor(4.0 + 9.0 * g.y) + TAU * h.y));
  vec3 screen = uMiddle + uAcross * on.x * uHalf.x + vec3(0.0, 1.0, 0.0) * on.y * uHalf.y;
  vec3 place = mix(uThrower, screen, at);
  vec3 way = place - uEye;
  float d = dot(way, uForward);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (d < 0.3) return;
  float own = 0.0021 * (0.45 + g.z) / d;
  float radius = max(own, 0.85 / uPixelScale);
  float twinkle = 0.35 + 0.65 * pow(0.5 + 0.5 * sin(turn * floor(20.0 + 26.0 * g.x) + TAU * g.z), 2.0);
  vec3 hue = mix(vec3(0.85, 0.93, 1.05), mix(uAmber, vec3(1.0, 0.8, 0.5), g.x), uHealed);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  vec4 clip = uViewProjection * vec4(place, 1.0);
  clip.xy += offset * 2.0 * radius * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  vEdge = 0.0;
  float share = min(own * own / (radius * radius), 1.0) * min(uShare, 5.0);
  vLight = vec4(hue * twinkle * fade * min(share, 1.6) * uBeam * 1.3 * uGlow * uFade, 0.0);
  gl_Position = clip;
}
