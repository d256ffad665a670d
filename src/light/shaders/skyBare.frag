uniform sampler2D uNoise;
in vec3 vBase;
in vec3 vVeil;
in vec3 vShade;
in vec3 vGlow;
in vec4 vAt;
in vec4 vCover;
#ifdef GALAXY
in vec4 vGalaxy;
#endif
out vec4 finalColor;

void main() {
  vec3 c = vBase;
#ifdef GALAXY
  // Split by dust.
  vec3 dust = textureLod(uNoise, vGalaxy.xy * vec2(1.0, 0.7), 0.0).rgb;
  float knots = textureLod(uNoise, vGalaxy.xy * vec2(4.0, 3.1) + 0.3, 0.0).g;
  float rift = smoothstep(0.34, 0.72, dust.b * (1.2 - 5.0 * abs(vGalaxy.y + 0.06 * (dust.r - 0.5))));
  float milk = (0.3 + 1.9 * dust.r * knots) * (1.0 - 0.85 * rift) * vGalaxy.z;
  c += mix(vec3(0.050, 0.066, 0.105), vec3(0.140, 0.108, 0.110), vGalaxy.w * knots) * milk;
#endif
  float bands = textureLod(uNoise, vAt.xy, 0.0).r;
  float broad = textureLod(uNoise, vAt.zw, 0.0).r;
  // A bank over thin bars.
  float low = max(smoothstep(0.47, 0.66, bands) * vCover.x, 0.9 * smoothstep(-0.02, 0.13, vCover.w * (bands * 2.0 - 0.34) - vAt.y * 1.111));
  float high = smoothstep(0.47, 0.8, broad * 1.02 + vCover.z) * vCover.y;
  float lit = smoothstep(0.40, 0.64, bands * 0.5 + broad * 0.5);
  c = mix(c, vVeil + vGlow * (0.1 + 0.5 * lit), low);
  c = mix(c, vShade + vGlow * (0.7 * lit), high);
  finalColor = vec4(c, 6000.0);
}
