#include <seedleaf>
uniform float uRest;
in vec2 vAt;
in float vLit;
out vec4 finalColor;

void main() {
  finalColor = vec4(leafLook(vAt, vLit) * uGlow * mix(0.75, 1.0, uRest), 0.9) * uFade;
}
