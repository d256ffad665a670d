in vec4 vLight;
out vec4 finalColor;

void main() {
  finalColor = vLight;
}
