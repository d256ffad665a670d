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

// A thread of spider's silk: it hangs as it likes, is seen only where light runs along it, and dew has gathered on it.
void main() {
  float at = vAlong * vLine.x;
  float bow = sin(3.1416 * vAlong);
  float y = (vSide - (1.3 * grain(at * 7.0, 5) - 0.65) * bow) * vLine.z;
  float near = exp(-min(vAlong, 1.0 - vAlong) * vLine.x * 24.0);
  float wander = 0.5 + 0.5 * sin(TAU * (2.0 * uLoop.y + 0.37 * vLine.y) + 15.0 * at);
  float kept = smoothstep(0.4, 0.85, grain(at * 24.0, 3) + 0.3 * near) * (0.2 + 0.8 * wander);
  float thick = (0.5 + 1.3 * grain(at * 40.0, 7)) * min(1.0, 0.3 * vLine.z);
  float cell = at * 70.0;
  vec3 h = hash3(ivec3(int(vLine.y), int(cell), 11));
  vec2 drop = vec2((fract(cell) - 0.3 - 0.4 * h.x) / 70.0 * uPixelScale, y) / (0.8 + 1.1 * h.y * h.y);
  float soft = 0.7 * exp(-y * y / (thick * thick)) * kept + 1.3 * step(0.76, h.z) * exp(-dot(drop, drop)) * h.y * (0.3 + 0.7 * wander);
  vec3 light = mix(vec3(0.25, 0.3, 0.45), uEmber, 0.4 * near) * 0.062;
  finalColor = vec4(light * soft * (1.0 - vSide * vSide) * uStars * uFade, 0.0);
}
