in vec2 vCorner;
in vec4 vLight;
in float vEdge;
out vec4 finalColor;

void main() {
  float r = length(vCorner);
  if (r > 1.0) discard;
  float point = exp(-r * r * 4.0);
  float disc = (1.0 - r * r) * (1.0 - r * r) * 2.0;
  finalColor = vLight * mix(point, disc, vEdge);
}
