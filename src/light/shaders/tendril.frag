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
    float a = (far - p.x) / (far > p.x ? 0.07 : 0.3);
    float b = (far - p.z) / (far > p.z ? 0.07 : 0.22);
    sum += p.y * exp(-a * a) + p.w * exp(-b * b);
  }
  return sum;
}

void main() {
  float d = distance(uHeart, vPlace);
  float lit = orbAt(vPlace);
  float u = vAcross.x;
  float round = sqrt(max(1.0 - u * u, 0.0));
  if (vSide.x > 2.5) {
    // Wood between the eye and the light: dark, with a rim on the side of the orb.
    float rim = smoothstep(0.1, 1.0, u * vSide.z) * (1.0 - smoothstep(0.9, 1.0, abs(u)));
    vec3 light = uEmber * vec3(1.0, 0.55, 0.5) * rim * lit * 0.6 + vec3(0.0012, 0.0014, 0.004);
    float cover = smoothstep(0.0, 0.5, round) * vAcross.z;
    finalColor = vec4(light * cover * uRest * uGlow, cover * 0.96) * uFade;
    return;
  }
  float pulse = run(vAcross.w);
  vec3 gold = mix(uAmber, uEmber, 0.3) * vec3(1.0, 0.80, 0.5);
  if (vSide.x > 1.5) {
    // A young leaf: x across, y along it from its foot.
    vec2 at = vec2(vAcross.x, vAcross.y * 0.3333 + 0.3333);
    float wide = 0.62 * sin(3.14159265 * pow(clamp(at.y, 0.0, 1.0), 0.72)) * (1.0 - 0.35 * at.y);
    float x = abs(at.x) / max(wide, 0.02);
    float leaf = (1.0 - smoothstep(0.75, 1.0, x)) * vAcross.z;
    float vein = 1.0 - smoothstep(0.05, 0.2, x) + 0.4 * (1.0 - smoothstep(0.1, 0.3, abs(fract(at.y * 5.0 - 0.6 * x) - 0.5)));
    vec3 flesh = mix(vec3(0.05, 0.11, 0.085), vec3(0.5, 0.34, 0.11), clamp(2.0 * lit, 0.0, 0.85)) * (0.35 + 2.4 * lit) * (at.x > 0.0 ? 1.0 : 0.5);
    finalColor = vec4((flesh + gold * vein * (0.03 + 0.5 * lit) + gold * pulse * 0.25) * uGlow * mix(0.6, 1.0, uRest), 0.45) * leaf * uFade;
    return;
  }
  float body = vSide.x;
  float near = smoothstep(-0.14, 0.13, vSide.y - 0.2 * smoothstep(0.4, 1.0, d));
  float cover = vAcross.z * smoothstep(0.0, 0.35, round) * mix(1.0, 0.3 + 0.7 * near, body);
  // What lies on the body's far side is seen through it, dim and cool; the near side is gold.
  vec3 hue = mix(mix(uRose, uViolet * 2.0, 0.45), gold, body * (0.25 + 0.75 * near));
  float own = mix(0.04, 0.06 + 0.4 * near, body) * (0.85 + 0.3 * uBreath) * mix(1.2, 0.22, smoothstep(0.1, 1.15, d));
  vec3 light = hue * own * (0.5 + 0.5 * round);
  light += mix(uEmber, uRose, smoothstep(0.1, 1.1, d) * 0.7) * lit * 0.7 * (0.35 + 0.65 * round);
  float tip = exp(-max(vAcross.y, 0.0) * 16.0);
  light *= mix(0.6, 1.0, body);
  light += gold * tip * 0.5;
  light += mix(gold, uRose, smoothstep(0.3, 1.8, d) * 0.5) * pulse * mix(0.25, 0.6, body);
  // While the film runs they stand in its cold light; their own gold comes again with the warmth.
  float cold = smoothstep(0.2, 0.55, 1.0 - uRest);
  float grey = dot(light, vec3(0.3, 0.5, 0.2));
  light = mix(light, grey * vec3(0.62, 0.66, 0.95) + gold * lit * 0.35, 0.75 * cold * smoothstep(0.05, 0.5, d));
  finalColor = vec4(light * cover * mix(1.0, 0.62, cold) * uGlow, cover * mix(0.35, 0.8 - 0.3 * cold, body)) * uFade;
}
