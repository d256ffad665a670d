#version 300 es
precision highp float;
in vec3 vPlace;
uniform float uBreath;
out vec4 finalColor;

void main() {
  float far = clamp(-vPlace.z / 60.0, 0.0, 1.0);
  float ring = exp(-abs(length(vPlace.xz - vec2(2.0, -9.0)) - 3.0 - 2.0 * uBreath) * 2.2);
  vec3 moss = mix(vec3(0.012, 0.05, 0.045), vec3(0.05, 0.03, 0.085), far);
  vec3 glow = vec3(0.35, 1.6, 1.2) * ring;
  float crest = smoothstep(0.2, 1.4, vPlace.y);
  finalColor = vec4(moss * (0.35 + crest) + glow, 1.0);
}
