in vec4 vLight;
in float vAbove;
out vec4 finalColor;

void main() {
  if (vAbove < 0.0) discard;
  finalColor = vLight;
}
