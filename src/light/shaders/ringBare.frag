uniform sampler2D uTufts;
in vec2 vAt;
in vec4 vRing;
in vec3 vCrest;
out vec4 finalColor;

void main() {
  float whole = floor(max(vRing.z, 0.0));
  vec4 tuft = textureLod(uTufts, vAt * (exp2(-whole) / 0.44), 0.0);
  float tip = clamp((tuft.r - 0.15) * 1.9, 0.0, 1.0);
  float x = vRing.x * vRing.y;
  float first = max(1.0 - x * x, 0.0);
  float second = max(1.0 - (x - 2.6) * (x - 2.6), 0.0);
  float crest = (first * first + 0.3 * second) * vRing.w;
  float tail = max(vRing.x < 0.0 ? 1.0 + 2.2 * vRing.x : 1.0 - vRing.x * 0.31, 0.0);
  float light = (crest * crest * 2.3 / max(vRing.w, 1e-3) + 0.05 * tail * tail) * (0.03 + 1.5 * tip * tip);
  finalColor = vec4(vCrest * light, 0.0);
}
