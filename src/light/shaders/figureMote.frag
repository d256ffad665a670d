in vec2 vCorner;
in vec4 vLight;
out vec4 finalColor;

void main() {
  float r = dot(vCorner, vCorner);
  if (r > 1.0) discard;
  finalColor = vec4(vLight.rgb * (1.0 - r) * (1.0 - r) * 1.6, 0.0);
}
