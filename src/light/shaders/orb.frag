// An ember: a core that is hottest a little below its middle, slow coals moving over it, a rim of rose, and a halo.
#include <heart>
uniform sampler2D uNoise;
uniform float uBeat;
uniform float uRest;
in vec2 vCorner;
out vec4 finalColor;

void main() {
  float r = length(vCorner);
  if (r > 9.0) discard;
  vec3 glow = mix(uEmber, uAmber, 0.25);
  // Halo, zero at its own edge.
  float edge = 1.0 - smoothstep(3.0, 9.0, r);
  float halo = (0.30 * exp(-max(r - 1.0, 0.0) * 1.7) + 0.05 * exp(-r * 0.45)) * edge;
  vec3 light = mix(uRose * 0.9, uEmber, exp(-r * 0.35)) * halo * uOrbLight * uRest * (1.0 + 0.5 * uBeat);
  float cover = 0.0;
  if (r < 1.12) {
    float z = sqrt(max(1.0 - r * r, 0.0));
    // A sphere's skin, turning slowly: whole tiles a period.
    vec2 skin = vec2(atan(vCorner.x, z + 0.35) * 0.22 + uLoop.w * 6.0, vCorner.y * 0.3);
    float coals = texture(uNoise, skin).r;
    float fine = texture(uNoise, skin * 2.3 + vec2(0.31, -uLoop.z * 2.0)).b;
    float crack = smoothstep(0.3, 0.75, fine) * smoothstep(0.3, 0.62, coals);
    float inside = exp(-dot(vCorner - vec2(0.0, -0.1), vCorner - vec2(0.0, -0.1)) * (2.4 - 0.7 * uBeat));
    float rim = pow(1.0 - z, 3.0) * smoothstep(1.12, 0.96, r);
    float body = smoothstep(1.04, 0.9, r);
    vec3 ember = uEmber * vec3(1.0, 0.6, 0.42) * (0.06 + 0.8 * crack + 0.2 * coals);
    ember += glow * vec3(1.0, 0.82, 0.62) * inside * (0.55 + 0.8 * uBeat) * (0.6 + 0.8 * coals);
    ember += vec3(1.0, 0.62, 0.22) * inside * inside * inside * inside * (1.5 + 1.1 * uBeat);
    ember += uRose * rim * (0.55 + 0.4 * uBeat);
    light = mix(light, ember * (0.75 + 0.35 * uOrbLight), body);
    cover = body;
  }
  finalColor = vec4(light * uGlow, cover) * uFade;
}
