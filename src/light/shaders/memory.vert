#include <sheet>
in vec2 aCorner;
out vec2 vAt;
out float vLit;
out float vFolds;

void main() {
  // The veil reaches farther than the light that falls on it.
  vAt = aCorner * mix(1.22, 1.0, smoothstep(0.0, 0.12, uFold));
  vec3 place = sheetPlace(vAt);
  vFolds = cos(vAt.x * 9.0 + 1.4 * sin(vAt.x * 3.1));
  vLit = orbAt(place);
  gl_Position = uViewProjection * vec4(place, 1.0);
}
