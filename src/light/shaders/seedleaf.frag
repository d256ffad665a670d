#include <seedleaf>
uniform float uRest;
in vec2 vAt;
in float vLit;
out vec4 finalColor;

void main() {
  float x = abs(vAt.x);
  // Its edges are lost; what is behind is seen through it.
  float soft = 1.0 - smoothstep(0.72, 1.0, x + 0.16 * smoothstep(0.85, 1.0, vAt.y));
  finalColor = vec4(leafLook(vAt, vLit) * uGlow * mix(0.7, 1.0, uRest), mix(0.62, 0.28, x)) * soft * uFade;
}
