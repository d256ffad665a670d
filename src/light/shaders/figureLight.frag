in vec2 vCorner;
// Light, and how much it hides of what is behind it.
in vec4 vLight;
out vec4 finalColor;

void main() {
#ifdef BARE
  vec2 at = (2.0 * gl_PointCoord - 1.0) * vCorner;
  float near = max(1.0 - dot(at, at), 0.0);
  near *= near;
#else
  float r = dot(vCorner, vCorner);
  if (r > 1.0) discard;
  float near = (1.0 - r) * (1.0 - r);
#endif
  finalColor = vec4(vLight.rgb, vLight.a * uFade) * near;
}
