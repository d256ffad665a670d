#include <hash>
in float vSide;
in float vAlong;
flat in vec3 vLine;
out vec4 finalColor;

float grain(float at, int row) {
  int i = int(at);
  float k = fract(at);
  int line = int(vLine.y);
  return mix(hash3(ivec3(line, i, row)).x, hash3(ivec3(line, i + 1, row)).x, k * k * (3.0 - 2.0 * k));
}

// Dust fine as breath, that gathers here and is lost there: between two of them hardly any.
void main() {
  float at = vAlong * vLine.x;
  float bow = sin(3.1416 * vAlong);
  float y = (vSide - (1.1 * grain(at * 5.0, 5) - 0.55) * bow) * vLine.z;
  float near = exp(-min(vAlong, 1.0 - vAlong) * vLine.x * 20.0);
  float wander = 0.5 + 0.5 * sin(TAU * (2.0 * uLoop.y + 0.37 * vLine.y) + 15.0 * at);
  float x = y / (vLine.z * (0.1 + 0.35 * grain(at * 11.0, 7) * bow));
  float kept = exp(-x * x) * smoothstep(0.4, 0.9, grain(at * 24.0, 3) + 0.25 * near) * (0.3 + 0.7 * wander);
  float side = uPixelScale / 240.0;
  vec2 cell = vec2(at * uPixelScale, y) / side;
  vec3 h = hash3(ivec3(int(vLine.y) * 97 + int(cell.x), int(floor(cell.y)) + 64, 11));
  vec2 off = (fract(cell) - 0.3 - 0.4 * h.xy) * side / max(0.75, 0.2 * side);
  vec3 light = mix(vec3(0.25, 0.3, 0.45), uEmber, 0.4 * near) * 0.075;
  float soft = kept * (0.16 + 3.0 * exp(-dot(off, off)) * h.z * h.z * h.z * h.z);
  finalColor = vec4(light * soft * (1.0 - vSide * vSide) * uStars * uFade, 0.0);
}
