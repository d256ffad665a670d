in vec2 vCorner;
in vec4 vLight;
out vec4 finalColor;

// A grain of dark with its light: hands before the bark are shapes against what shines behind them.
void main() {
  float r = dot(vCorner, vCorner);
  if (r > 1.0) discard;
  float soft = 1.0 - r;
  float cover = vLight.a * min(soft * 1.6, 0.9);
  finalColor = vec4(vec3(0.003, 0.0022, 0.003) * cover + vLight.rgb * soft * soft, cover);
}
