// Half size: 13 taps in five overlapping boxes (Jimenez, "Next Generation Post Processing in Call of Duty", 2014),
// so that small bright things do not flicker.
uniform sampler2D uFrom;
uniform vec2 uTexel;
uniform float uFirst;
in vec2 vAt;
out vec4 finalColor;

vec3 take(vec2 offset) {
  vec3 c = textureLod(uFrom, vAt + offset * uTexel, 0.0).rgb;
  return min(c, vec3(24.0));
}

// Bright specks weigh less in the first step (Karis average).
vec3 box(vec3 a, vec3 b, vec3 c, vec3 d) {
  vec3 sum = (a + b + c + d) * 0.25;
  float bright = max(sum.r, max(sum.g, sum.b));
  return sum * mix(1.0, 1.0 / (1.0 + 0.35 * bright), uFirst);
}

void main() {
#ifdef LEAN
  vec3 sum = box(take(vec2(-1.0, 1.0)), take(vec2(1.0)), take(vec2(-1.0)), take(vec2(1.0, -1.0)));
#else
  vec3 a = take(vec2(-2.0, 2.0));
  vec3 b = take(vec2(0.0, 2.0));
  vec3 c = take(vec2(2.0, 2.0));
  vec3 d = take(vec2(-2.0, 0.0));
  vec3 e = take(vec2(0.0));
  vec3 f = take(vec2(2.0, 0.0));
  vec3 g = take(vec2(-2.0, -2.0));
  vec3 h = take(vec2(0.0, -2.0));
  vec3 i = take(vec2(2.0, -2.0));
  vec3 j = take(vec2(-1.0, 1.0));
  vec3 k = take(vec2(1.0, 1.0));
  vec3 l = take(vec2(-1.0, -1.0));
  vec3 m = take(vec2(1.0, -1.0));
  vec3 sum = box(j, k, l, m) * 0.5;
  sum += (box(a, b, d, e) + box(b, c, e, f) + box(d, e, g, h) + box(e, f, h, i)) * 0.125;
#endif
  finalColor = vec4(sum, 1.0);
}
