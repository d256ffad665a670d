in float vOut;
in vec3 vLight;
out vec4 finalColor;

void main() {
  float near = 1.0 - vOut;
  finalColor = vec4(vLight * near * near * (0.5 + near), 0.0);
}
