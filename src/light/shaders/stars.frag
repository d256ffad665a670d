in vec2 vCorner;
in vec3 vLight;
in float vCore;
out vec4 finalColor;

void main() {
  float r = dot(vCorner, vCorner);
  if (r > 2.2) discard;
  finalColor = vec4(vLight * exp(-r * 2.6) * (1.0 - r / 2.2), 0.0);
}
