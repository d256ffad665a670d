uniform sampler2D uNoise;
uniform float uOrbLight;
uniform float uVeins;
uniform float uRest;
// Angle and height on the wall, how the grain bends, and clouds before it.
in vec4 vWall;
in vec3 vDeep;
in float vNear;
out vec4 finalColor;

void main() {
  float angle = vWall.x;
  float high = vWall.y;
  // The bark's grain from within: ridges that stand upright, part and join; light climbs in them.
  vec2 on = vec2(angle * 16.0 + vWall.z * 0.5, high * 0.42 + 0.21);
  float grain = texture(uNoise, on).b;
  float climb = texture(uNoise, vec2(angle * 8.0 + 0.4, high * 0.8 - 4.0 * uLoop.z)).r;
  // As thin everywhere as a thread, with a little of its light about it.
  float ridge = sqrt(grain);
  float thread = max(1.0 - (1.0 - ridge) / (1.5 * fwidth(ridge) + 0.055), 0.0);
  float about = grain * grain * grain;
  float lying = smoothstep(0.34, 0.68, vWall.w);
  float fade = exp(-high * high * mix(11.0, 2.6, uVeins));
  float climbs = smoothstep(0.36, 0.72, climb);
  float vein = (0.9 * thread + 0.05 * about) * climbs * (0.022 * lying + 0.16 * uVeins);
  vec3 light = vDeep * (1.0 - 0.45 * smoothstep(0.3, 0.7, grain) * lying);
#ifndef LEAN
  float fine = texture(uNoise, on * vec2(3.0, 2.0) + 0.37).b;
  light += uEmber * vec3(0.35, 0.2, 0.24) * smoothstep(0.7, 0.98, fine) * (0.2 + about) * lying * fade * 0.015;
#endif
  // The heart lights them: far from it they are dark red and rest.
  vein *= mix(1.0, 0.08 + 1.1 * vNear, uVeins);
  float first = max(uVeins - 0.45, 0.0) * (0.03 + 1.1 * vNear) * (0.8 + 0.3 * uOrbLight);
  if (first > 0.0) {
    // Nearer ones cross them, as crisp as on the bark, and thin out as the tendrils take over.
    float net = texture(uNoise, vec2(angle * 21.0 - vWall.z * 0.6, high * 0.5 + 0.57)).b;
    float second = sqrt(net);
    float crisp = thread + 0.1 * about + 0.6 * max(1.0 - (1.0 - second) / (1.5 * fwidth(second) + 0.05), 0.0);
    vein += crisp * smoothstep(0.2, 0.65, climb + 0.25 * first) * first * 0.7 * (0.12 + 0.88 * smoothstep(0.36, 0.62, vWall.w));
  }
  vec3 hue = mix(uEmber * vec3(0.9, 0.55, 0.6), uAmber, clamp(climb + 0.5 * first - 0.2, 0.0, 1.0) * mix(1.0, vNear, uVeins));
  light += hue * vein * fade * (0.8 + 0.4 * uBreath);
  // One metre in alpha, which everything here keeps; innerEnd makes it the sharp distance.
  finalColor = vec4(light * uRest * uFade, uFade);
}
