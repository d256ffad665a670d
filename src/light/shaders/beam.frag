// One sheet of the projector's light: dust swirls in it.
uniform sampler2D uNoise;
uniform float uBeam;
uniform float uHealed;
uniform float uSheets;
in vec3 vSheet;
in vec3 vPlace;
out vec4 finalColor;

void main() {
  float at = max(vSheet.z, 0.02);
  float across = vSheet.x / at;
  float edge = 1.0 - smoothstep(0.72, 1.0, abs(across));
  float swirl = texture(uNoise, vPlace.xy * 0.33 + vec2(vSheet.y * 0.37 + uLoop.z * 2.0, -uLoop.z)).r;
  float fine = texture(uNoise, vPlace.zy * 0.7 + vec2(uLoop.z * -3.0, vSheet.y * 0.21)).g;
  float dust = 0.35 + 1.3 * smoothstep(0.3, 0.75, swirl) * (0.5 + fine);
  float thin = smoothstep(1.0, 0.55, at) * (0.35 + 0.4 / (0.25 + at));
  float near = smoothstep(0.25, 1.4, distance(vPlace, uEye));
  vec3 hue = mix(vec3(0.74, 0.86, 1.05), mix(uAmber, uEmber, 0.3), uHealed);
  finalColor = vec4(hue * edge * dust * thin * near * uBeam * 0.10 / uSheets * uGlow * uFade, 0.0);
}
