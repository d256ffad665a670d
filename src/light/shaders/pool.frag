in vec2 vOut;
in vec3 vLight;
out vec4 finalColor;

void main() {
  float near = 1.0 - vOut.x;
  // Whose light it is stands in it, and darkens the moss under the hem.
  float under = 0.62 * vOut.y * smoothstep(0.66, 0.92, near);
  finalColor = vec4(vLight * near * near * (0.5 + near) * (1.0 - under), under);
}
