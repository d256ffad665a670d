in float vSide;
in float vAlong;
out vec4 finalColor;

void main() {
  float soft = (1.0 - vSide * vSide) * (0.45 + 2.2 * (vAlong - 0.5) * (vAlong - 0.5));
  vec3 light = mix(vec3(0.25, 0.3, 0.45), uEmber, 0.35) * 0.045;
  finalColor = vec4(light * soft * uStars * uFade, 0.0);
}
