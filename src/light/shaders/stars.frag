in vec2 vCorner;
in vec3 vLight;
in float vHalo;
out vec4 finalColor;

void main() {
#ifdef BARE
  vec2 at = (2.0 * gl_PointCoord - 1.0) * vCorner;
  float r = min(dot(at, at), 2.2);
#else
  float r = dot(vCorner, vCorner);
  if (r > 2.2) discard;
#endif
  float wide = 1.0 + 3.0 * vHalo;
  finalColor = vec4(vLight * (exp(-r * 2.6 * wide * wide) + 0.08 * vHalo * exp(-r * 2.6)) * (1.0 - r / 2.2), 0.0);
}
