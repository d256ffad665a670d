in float vSide;
in float vLight;
in vec3 vHue;
out vec4 finalColor;

void main() {
  float x = vSide * 1.8;
  finalColor = vec4(vHue * vLight * exp(-x * x * 1.6), 0.0);
}
