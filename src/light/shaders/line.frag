#include <hash>
in float vSide;
in float vAlong;
flat in vec2 vLine;
out vec4 finalColor;

// A thread of gossamer: it catches light near its stars, and between them only here and there.
void main() {
  float at = vAlong * vLine.x * 60.0;
  int i = int(at);
  int line = int(vLine.y);
  float k = fract(at);
  float grain = mix(hash3(ivec3(line, i, 3)).x, hash3(ivec3(line, i + 1, 3)).x, k * k * (3.0 - 2.0 * k));
  float away = min(vAlong, 1.0 - vAlong) * vLine.x;
  float near = exp(-away * 30.0);
  float slow = 0.75 + 0.25 * sin(TAU * (2.0 * uLoop.y + 0.37 * vLine.y) + 9.0 * vAlong);
  float soft = (1.0 - vSide * vSide) * slow * (0.9 * near + smoothstep(0.45, 0.9, grain) * 0.8);
  vec3 light = mix(vec3(0.25, 0.3, 0.45), uEmber, 0.5 * near) * 0.05;
  finalColor = vec4(light * soft * uStars * uFade, 0.0);
}
