in vec2 vCorner;
in vec4 vLight;
in float vEdge;
out vec4 finalColor;

void main() {
  float r = length(vCorner);
  if (r > 1.0) discard;
  float point = exp(-r * r * 4.0);
  float disc = (1.0 - smoothstep(0.86, 1.0, r)) * (0.72 + 0.28 * r * r);
  finalColor = vLight * mix(point, disc, vEdge);
}
