#include <tree>
uniform sampler2D uBark;
uniform sampler2D uNoise;
uniform vec3 uHollow;
in vec3 vPlace;
in vec3 vNormal;
in vec3 vAxis;
in vec4 vBark;
in vec4 vHaze;
in vec4 vLit;
in vec4 vGrain;
out vec4 finalColor;

void main() {
  vec3 view = uEye - vPlace;
  float d = length(view);
  view /= d;
  float along = vBark.z;
  vec4 bark = texture(uBark, vBark.xy);
  // Light climbs: noise drawn up along the wood, whole tiles a period.
  vec4 rising = texture(uNoise, vec2(vBark.x, along * 0.085 - 8.0 * uLoop.z));
  vec2 slope = (bark.gb - 0.5) * 2.0;
  float height = bark.r;
  float fissure = bark.a;
#ifndef LEAN
  // Near the eye a finer grain of the same bark.
  float near = 1.0 - smoothstep(1.2, 9.0, d);
  if (near > 0.0) {
    vec4 fine = texture(uBark, vBark.xy * vec2(5.0, 3.0) + 0.37);
    slope += (fine.gb - 0.5) * 1.1 * near;
    height *= mix(1.0, 0.7 + 0.5 * fine.r, near);
  }
#endif
  float firm = vGrain.x;
#ifdef LEAN
  vec3 n = vNormal + (cross(vNormal, vAxis) * slope.x - vAxis * slope.y) * (0.3 + 0.7 * firm);
#else
  vec3 up = normalize(vNormal);
  vec3 axis = normalize(vAxis);
  vec3 around = normalize(cross(up, axis));
  vec3 n = normalize(up + (around * slope.x - axis * slope.y) * (0.4 + 1.0 * firm));
#endif

  // Dusk on dark bark: what little there is comes from the side of the afterglow and from above.
  vec3 dome = uZenith * 0.8 + uViolet * 0.8;
  float side = 0.5 + 0.5 * dot(n, normalize(vec3(uAfterglow.x, 0.9, uAfterglow.y)));
  float lit = max((n.x * uAfterglow.x + n.z * uAfterglow.y) * 0.75 + n.y * 0.1 + 0.12, 0.0);
  vec3 warmSide = (uRose * 0.5 + uAmber * 0.35) * 0.5 + vec3(0.95, 0.66, 0.45) * uDawn * 0.6;
  float grown = vLit.z * smoothstep(0.42, 0.62, rising.b * 0.5 + 0.45 * height);
  vec3 body = mix(mix(vec3(0.060, 0.046, 0.052), vec3(0.045, 0.043, 0.066), rising.g), uMoss * 0.7, grown);
  float shade = 0.06 + 0.94 * height * sqrt(height);
  vec3 light = body * (dome * 9.0 * side * side + warmSide * lit * lit * 1.6) * shade;
#ifndef LEAN
  float graze = 1.0 - clamp(dot(n, view), 0.0, 1.0);
  float rim = graze * graze * graze * graze * height;
  light += (uViolet * 0.20 + warmSide * 0.06 * max(-dot(view.xz, uAfterglow), 0.0)) * rim;
#endif

  // Light within: it fills the fissures, climbs in them, and seeps into the plates' flanks.
  float climb = smoothstep(0.40, 0.68, rising.r);
  float wave = vLit.w;
  float inside = uTreeGlow * (0.24 + 0.6 * climb + 0.2 * wave * wave) + uSap * (0.08 + 0.9 * climb * (0.4 + 0.6 * wave));
  inside *= vGrain.y;
  // Near the eye a vein is a thread in the depth of its fissure, and the plates stay dark.
  float close = 1.0 - smoothstep(0.9, 6.0, d);
  float amount = inside + vLit.y * (0.5 + 0.4 * climb) * (1.0 - 0.35 * close);
  float flank = (1.0 - bark.r) * (1.0 - bark.r);
  float thread = mix(fissure, fissure * fissure * (0.35 + 0.65 * fissure), close);
  float vein = thread * (0.3 + 1.0 * climb) * 1.7 + (0.09 - 0.045 * close) * flank * (0.3 + climb);
  // Thin wood has no grain to see: it glows as a whole, faintly; far off, so does the trunk.
  float plain = 0.04 + 0.12 * climb;
  vein = mix(vein * vGrain.z, 0.20 + 0.25 * climb, vGrain.w);
  vein = mix(plain, vein, firm);
  float heat = amount * vein;
  vec3 gold = mix(uEmber, vec3(1.0, 0.68, 0.25), 0.65);
  vec3 hue = mix(uEmber * vec3(0.95, 0.55, 0.75), gold, smoothstep(0.05, 1.1, heat));
  vec3 own = hue * heat / (1.0 + 0.22 * heat) * 1.35;

  // A hollow, and something in it that stays warm.
  vec3 in1 = vPlace - uHollow;
  in1.y *= 0.52;
  float hole = dot(in1, in1) / 0.029;
  if (hole < 2.5) {
    hole = sqrt(hole);
    float deep = 1.0 - smoothstep(0.72, 1.0, hole);
    light *= 1.0 - 0.96 * deep;
    own *= 1.0 - 0.9 * deep;
    float bed = exp(-pow((in1.y + 0.07) * 13.5, 2.0) - hole * hole * 1.2);
    own += uEmber * vec3(1.0, 0.8, 0.7) * (deep * bed * (0.7 + 0.25 * uBreath) + 0.05 * exp(-hole * hole));
  }
  float glow = uGlow * vHaze.a;
  vec3 seenLight = drained(light * vHaze.a + vHaze.rgb, vLit.x) + kept(own * glow, max(vLit.x, min(vLit.y * 2.5, 1.0)));
  finalColor = vec4(seenLight * uFade, d);
}
