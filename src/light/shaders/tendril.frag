#include <heart>
// Distance from the heart that each beat's light has run, and how strong it still is; the lub and the dub of two beats.
uniform vec4 uPulse[2];
uniform float uRest;
in vec3 vPlace;
in vec3 vSide;
in vec4 vAcross;
out vec4 finalColor;

float run(float far) {
  float sum = 0.0;
  for (int i = 0; i < 2; i++) {
    vec4 p = uPulse[i];
    float a = (far - p.x) / (far > p.x ? 0.07 : 0.26);
    float b = (far - p.z) / (far > p.z ? 0.07 : 0.2);
    sum += p.y * exp(-a * a) + p.w * exp(-b * b);
  }
  return sum;
}

void main() {
  vec3 toOrb = uHeart - vPlace;
  float d = length(toOrb);
  float lit = orbAt(vPlace);
  float pulse = run(vAcross.w);
  vec3 gold = mix(uAmber, uEmber, 0.45);
  vec3 cool = mix(uMoss * 2.2 + vec3(0.0, 0.03, 0.05), uViolet * 3.0, smoothstep(0.4, 1.6, d));
  if (vSide.x > 1.5) {
    float r2 = dot(vAcross.xy, vAcross.xy);
    if (r2 > 1.0) discard;
    float soft = (1.0 - r2) * (1.0 - r2);
    vec3 bud = mix(gold, vec3(0.35, 0.75, 0.62), 0.35 + 0.3 * sin(d * 9.0));
    finalColor = vec4(bud * soft * vAcross.z * (0.5 + 0.6 * lit + 1.4 * pulse) * uRest * uGlow * uFade, 0.0);
    return;
  }
  float body = vSide.x;
  float u = vAcross.x;
  float round = sqrt(max(1.0 - u * u, 0.0));
  float cover = vAcross.z * smoothstep(0.0, 0.35, round);
  // Half lit through, as roots and fingers are.
  vec3 flesh = mix(vec3(0.5, 0.25, 0.24), vec3(0.34, 0.3, 0.34), smoothstep(0.1, 1.0, d));
  vec3 lamp = mix(uEmber, uRose, smoothstep(0.0, 0.9, d)) * lit * 1.5;
  vec3 light = flesh * lamp * (0.35 + 0.65 * round);
  float own = mix(0.02, 0.46, body) * (0.8 + 0.3 * uBreath);
  light += cool * own * (1.35 - 0.7 * round);
  float tip = exp(-max(vAcross.y, 0.0) * 16.0);
  light += gold * tip * 0.22 * body;
  light += mix(gold, uRose, smoothstep(0.2, 1.6, d) * 0.6) * pulse * mix(0.1, 0.55, body);
  float dark = mix(0.35, 0.85, body);
  finalColor = vec4(light * cover * uRest * uGlow, cover * dark) * uFade;
}
