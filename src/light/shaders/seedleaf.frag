#include <seedleaf>
uniform float uRest;
in vec2 vAt;
in float vLit;
flat in float vOwn;
out vec4 finalColor;

void main() {
  float x = abs(vAt.x);
  // Its edges are lost; what is behind is seen through it.
  float tooth = 0.10 * abs(fract(vAt.y * 15.0 + 3.0 * vOwn) - 0.5) * smoothstep(0.25, 0.4, vAt.y);
  float soft = 1.0 - smoothstep(0.78, 0.98, x + tooth + 0.2 * smoothstep(0.8, 1.0, vAt.y));
  finalColor = vec4(leafLook(vAt, vLit, vOwn) * uGlow * mix(0.7, 1.0, uRest), mix(0.5, 0.24, x)) * soft * uFade;
}
