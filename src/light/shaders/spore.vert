#include <hash>
#include <heart>
in vec4 aCorner;
uniform float uShare;
uniform float uRest;
out vec2 vCorner;
out vec4 vLight;
out float vEdge;

// Slow motes about the orb, that its light finds.
void main() {
  int mote = gl_VertexID / 3;
  int corner = int(aCorner.x);
  vec3 h = hash3(ivec3(mote, 23, 7));
  vec3 g = hash3(ivec3(mote, 29, 3));
  float rise = fract(h.y + uLoop.w * floor(4.0 + 7.0 * g.x));
  float fade = smoothstep(0.0, 0.2, rise) * (1.0 - smoothstep(0.7, 1.0, rise));
  float turn = TAU * uLoop.z;
  vec3 sway = vec3(sin(turn * floor(2.0 + 4.0 * g.y) + TAU * h.x), 0.4 * sin(turn * floor(3.0 + 4.0 * g.z) + TAU * h.z), cos(turn * floor(2.0 + 5.0 * g.x) + TAU * h.y)) * 0.22;
  // Denser towards the middle.
  vec3 spread = (h - 0.5) * 2.0;
  vec3 place = uHeart + vec3(spread.x * abs(spread.x) * 5.5, (rise - 0.5) * 3.2, spread.z * abs(spread.z) * 5.5) + sway;
  vec3 way = place - uEye;
  float d = dot(way, uForward);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (d < 0.35) return;
  float own = 0.0017 * (0.4 + g.z * g.z * 1.4) / d;
  float disc = abs(1.0 / d - 0.34) * 0.004;
  float radius = max(max(own, disc), 0.8 / uPixelScale);
  float share = min(own * own / (radius * radius), 1.0) * min(uShare, 5.0);
  float twinkle = 0.45 + 0.55 * sin(turn * floor(11.0 + 16.0 * g.y) + TAU * g.x);
  vec3 hue = mix(uRose, mix(uAmber, vec3(0.4, 0.8, 0.7), step(0.82, g.y)), g.x);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  vec4 clip = uViewProjection * vec4(place, 1.0);
  clip.xy += offset * 2.0 * radius * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  vEdge = clamp(disc / own, 0.0, 1.0);
  vLight = vec4(hue * (0.22 + 1.3 * orbAt(place)) * (0.3 + 0.7 * twinkle) * fade * share * smoothstep(0.35, 0.9, d) * uRest * uGlow * uFade, 0.0);
  gl_Position = clip;
}
