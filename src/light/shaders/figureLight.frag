in vec2 vCorner;
// Light, and how much it hides of what is behind it.
in vec4 vLight;
out vec4 finalColor;

void main() {
  float r = dot(vCorner, vCorner);
  if (r > 1.0) discard;
  float near = (1.0 - r) * (1.0 - r);
  finalColor = vec4(vLight.rgb, vLight.a * uFade) * near;
}
