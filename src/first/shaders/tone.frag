#version 300 es
precision highp float;
in vec2 vPlace;
uniform sampler2D uLight;
out vec4 finalColor;

uint pcg(uint v) {
  uint state = v * 747796405u + 2891336453u;
  uint word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

void main() {
  vec4 light = texture(uLight, vPlace);
  vec3 sky = mix(vec3(0.3, 0.14, 0.13), vec3(0.004, 0.006, 0.022), pow(smoothstep(0.55, 1.0, vPlace.y), 0.6));
  vec3 hdr = mix(sky, light.rgb, light.a);
  vec3 display = pow(1.0 - exp(-hdr), vec3(1.0 / 2.2));
  uint pixel = uint(gl_FragCoord.x) + 8192u * uint(gl_FragCoord.y);
  float a = float(pcg(pixel)) / 4294967295.0;
  float b = float(pcg(pixel + 67108864u)) / 4294967295.0;
  finalColor = vec4(display + (a + b - 1.0) / 255.0, 1.0);
}
