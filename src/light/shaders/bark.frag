#include <tree>
uniform sampler2D uBark;
uniform sampler2D uNoise;
// The middle of the hollow's mouth.
uniform vec3 uHollow;
// Between the hands, and their light.
uniform vec4 uPalm;
in vec3 vPlace;
in vec3 vNormal;
in vec3 vAxis;
in vec4 vBark;
in vec4 vHaze;
in vec4 vLit;
in vec4 vGrain;
#ifdef LEAN
in float vBroad;
#endif
out vec4 finalColor;

void main() {
  vec3 view = uEye - vPlace;
  float d = length(view);
  view /= d;
  float along = vBark.z;
  float firm = vGrain.x;
  vec2 spot = vBark.xy;
#ifdef LEAN
  vec4 bark = texture(uBark, spot);
  vec2 slope = (bark.gb - 0.5) * 2.0;
  float height = bark.r;
  const float near = 0.0, thread = 0.0;
  vec3 n = vNormal + (cross(vNormal, vAxis) * slope.x - vAxis * slope.y) * (0.3 + 0.7 * firm);
#else
  vec3 up = normalize(vNormal);
  vec3 axis = normalize(vAxis);
  vec3 around = normalize(cross(up, axis));
  // Near the eye furrows have depth: the ray goes on into the relief until it meets it (Tatarchuk, "Dynamic Parallax
  // Occlusion Mapping", I3D 2006).
  vec2 dx = dFdx(spot);
  vec2 dy = dFdy(spot);
  float carved = (1.0 - smoothstep(3.0, 9.0, d)) * firm * smoothstep(0.15, 0.75, dot(view, up));
  if (carved > 0.0) {
    vec3 ray = vec3(dot(view, around), dot(view, axis), max(dot(view, up), 0.4));
    vec2 whole = -vec2(ray.x, ray.y * 0.5) / ray.z * 0.05 * carved;
    const float STEPS = 14.0;
    float before = 0.0;
    float under = 0.0;
    float level = 1.0;
    for (float i = 1.0; i <= STEPS; i++) {
      level = 1.0 - i / STEPS;
      under = textureGrad(uBark, spot + whole * i / STEPS, dx, dy).r - level;
      if (under > 0.0) break;
      before = -under;
    }
    level += (1.0 / STEPS) * under / max(under + before, 1e-4);
    spot += whole * (1.0 - level);
  }
  vec4 bark = textureGrad(uBark, spot, dx, dy);
  vec2 slope = (bark.gb - 0.5) * 2.0;
  float height = bark.r;
  // A finer grain of the same bark.
  float near = 1.0 - smoothstep(0.8, 6.0, d);
  if (near > 0.0) {
    vec4 fine = texture(uBark, spot * vec2(5.0, 3.0) + 0.37);
    slope += (fine.gb - 0.5) * 1.2 * near;
    height *= mix(1.0, 0.62 + 0.62 * fine.r, near);
  }
  vec3 n = normalize(up + (around * slope.x - axis * slope.y) * (0.35 + 1.1 * firm));
#endif
  float fissure = bark.a;

  // Broad weather of the whole tree, so that no two stretches are alike: where light is awake, where moss could hold.
#ifdef LEAN
  vec4 stretch = vec4(vBroad);
#else
  vec2 broad = vec2(vPlace.x * 0.113 + vPlace.z * 0.071, vPlace.y * 0.052 + (vPlace.z - vPlace.x) * 0.031);
  vec4 stretch = texture(uNoise, broad);
#endif
  // Light climbs: noise drawn up along the wood, whole tiles a period.
  vec4 rising = texture(uNoise, vec2(vBark.x * 0.5 + stretch.g * 0.2, along * 0.07 - 8.0 * uLoop.z));

  // Dusk on dark bark: what little there is comes from the side of the afterglow and from above.
  vec3 dome = uZenith * 0.8 + uViolet * 0.8;
  float side = 0.5 + 0.5 * dot(n, normalize(vec3(uAfterglow.x, 0.9, uAfterglow.y)));
  float lit = max((n.x * uAfterglow.x + n.z * uAfterglow.y) * 0.75 + n.y * 0.1 + 0.12, 0.0);
  vec3 warmSide = (uRose * 0.5 + uAmber * 0.35) * 0.5 + vec3(0.95, 0.66, 0.45) * uDawn * 0.6;
  float cavity = height * (0.35 + 0.65 * height);
  // Moss keeps to the north, to the foot and to the backs of limbs.
  float wet = 0.7 * max(-vNormal.z, 0.0) + 0.95 * max(vNormal.y, 0.0) * firm + 0.75 * vLit.z + 0.55 * (stretch.r - 0.5);
  float grown = smoothstep(0.42, 0.86, wet + 0.5 * (height - 0.45) + 0.3 * (rising.a - 0.5) * 0.4) * firm;
  vec3 cork = mix(vec3(0.040, 0.033, 0.036), vec3(0.072, 0.066, 0.076), smoothstep(0.3, 0.8, height + 0.3 * (stretch.b - 0.5)));
#ifndef LEAN
  // Lichen, in rounds, on what lies highest.
  float crust = smoothstep(0.54, 0.66, texture(uNoise, vBark.xy * vec2(1.0, 2.0)).b * 0.6 + texture(uNoise, vBark.xy * vec2(4.0, 8.0) + 0.3).g * 0.4);
  cork = mix(cork, vec3(0.13, 0.14, 0.125), 0.8 * crust * smoothstep(0.3, 0.55, bark.r));
#endif
  vec3 body = mix(cork, uMoss * vec3(0.55, 0.72, 0.6), 0.85 * grown);
  vec3 light = body * (dome * (9.0 - 6.0 * near) * side * side + warmSide * lit * lit * 1.9) * (0.03 + 0.97 * cavity);
#ifndef LEAN
  float graze = 1.0 - clamp(dot(n, view), 0.0, 1.0);
  float rim = graze * graze * graze * height;
  light += (uViolet * 0.10 + uMoss * 0.10 * grown + warmSide * 0.10 * max(-dot(view.xz, uAfterglow), 0.0)) * rim;
#endif

  vec3 toPalm = vPlace - uPalm.xyz;
  // Light within lies at the bottom of the furrows and rises there; most of the bark is at rest.
  float awake = smoothstep(0.42, 0.68, stretch.r * 0.55 + stretch.g * 0.45 + 0.10 * uTreeGlow + 0.12 * uSap + 0.35 * vLit.y + 0.2 * uPalm.w * exp(-0.25 * dot(toPalm, toPalm)));
  float climb = smoothstep(0.40, 0.72, rising.r);
  float wave = vLit.w;
  float flow = awake * (0.10 + 0.9 * climb * climb * (0.35 + 0.65 * wave));
  float inside = (uTreeGlow * 1.25 + uSap * 0.8) * flow * vGrain.y;
  float palm = uPalm.w > 0.0 ? uPalm.w * exp(-14.0 * dot(toPalm, toPalm)) : 0.0;
  float amount = inside + vLit.y * (0.2 + 0.65 * climb) + 1.1 * palm;
  // Between the old stems lie great cracks, where a slow field over the wood passes its mean: there light is nearer, and shows in
  // what has split; few of them, and most on the side one comes from. The rest of the bark is at rest.
  float off = textureLod(uNoise, vec2(vBark.x * 0.25 + 0.11, along * 0.055 + 0.3), 3.0).r - 0.5;
  float zone = smoothstep(0.0, 0.08, textureLod(uNoise, vec2(vBark.x * 0.25 + 0.4, along * 0.03), 3.0).g - 0.46 + 0.13 * exp(-0.4 * dot(toPalm.xz, toPalm.xz)) + 0.3 * palm) * exp(-off * off * 300.0);
  // Broken, and crawling.
  zone *= 0.08 + 0.92 * smoothstep(0.44, 0.66, texture(uNoise, vec2(vBark.x * 1.5 + off, along * 0.4 - 8.0 * uLoop.z)).g);
  float low = 1.0 - height;
  float lode = zone * (1.0 + 4.0 * smoothstep(14.0, 30.0, d)) * (fissure * 3.0 + 0.35 * low * low * low * low);
  float core = fissure * vGrain.z;
  // It is no band but many threads that flow.
#ifndef LEAN
  float thread = 0.18 + 1.2 * smoothstep(0.46, 0.72, texture(uNoise, vec2(spot.x * 13.0, along * 0.5 - 24.0 * uLoop.z)).b);
#endif
  core *= 1.0 - near * (1.0 - fissure * thread);
  // What it spills on the flanks of its own furrow.
#ifdef LEAN
  float spill = 0.035 * low * low;
#else
  float soft = texture(uBark, spot, 3.4).a;
  float wide = texture(uBark, spot, 5.6).a;
  float spill = soft * (0.1 + 0.3 * low) + 0.02 * low;
  // It comes from below and from one side, as light in a furrow does.
  float grazing = max(dot(n, around * 0.62 - axis * 0.55), 0.1);
  vec3 shed = body * uEmber * min(amount, 1.6) * wide * (0.05 + 0.95 * cavity) * grazing * grazing * (80.0 - 48.0 * near) * firm;
  // Embers climb in the deepest of it.
  float ember = smoothstep(0.66, 0.9, texture(uNoise, vec2(spot.x * 15.0, along * 1.7 - 40.0 * uLoop.z)).b);
  core += 1.7 * near * ember * smoothstep(0.04, 0.4, soft) * low;
#endif
  core *= firm;
  // The great seams are never quite asleep: from the roots they rise into the limbs, and are spent there.
  float risen = max(along, 0.0);
  float stream = (uTreeGlow * 0.9 + uSap * 0.6) * vGrain.y * (0.16 + 1.1 * climb) * exp(-0.12 * risen) + vLit.y * 0.6;
  stream = (stream + 0.25 * palm) * smoothstep(0.12, 0.5, vBark.w);
  spill *= firm;
  float heat = amount * core * 1.5 * mix(1.0, 0.3 + 1.2 * zone, vGrain.w);
  vec3 gold = mix(uEmber, vec3(1.0, 0.52, 0.12), 0.65);
  vec3 deep = uEmber * mix(vec3(0.80, 0.50, 0.42), vec3(0.9, 0.4, 0.2), near);
  vec3 own = mix(deep, gold, smoothstep(0.04, 0.6, heat)) * heat / (1.0 + (0.72 + 0.1 * near) * heat);
  own += deep * amount * spill * 0.45;
  float hot = stream * lode;
  hot *= 1.0 - near * (1.0 - fissure * thread);
  hot /= 1.0 + (1.6 - 1.1 * vGrain.w) * hot;
  own += mix(deep, gold, smoothstep(0.05, 0.5, hot)) * hot * (2.2 + 0.3 * near);
  own += deep * stream * zone * (0.1 - 0.06 * near) * (0.2 + 0.8 * cavity);
  // From afar all furrows together are a glow.
  own += deep * (uTreeGlow * vGrain.w * 0.011 * (1.0 - height) * firm);
  // Thin wood is lit from its own heart, hardly.
  own += deep * (inside * 0.03 + 0.16 * vLit.y) * (1.0 - firm);
#ifndef LEAN
  // The moss about the foot shines back from below.
  light += body * uEmber * uTreeGlow * vLit.z * vLit.z * cavity * (0.6 - 0.5 * n.y);
  own += shed;
#endif
  // The hands' light lies close over the bark: every plate has its lit side and its shadow.
  if (uPalm.w > 0.0) {
    vec3 lamp = normalize(vec3(uPalm.x - uTreeFoot.x, 0.7, uPalm.z - uTreeFoot.z)) * 0.11;
#ifndef LEAN
    // Each hand has its own.
    vec3 beside = normalize(vec3(uPalm.z - uTreeFoot.z, 0.0, uTreeFoot.x - uPalm.x));
    lamp += beside * (0.17 * clamp(dot(toPalm, beside) * 9.0, -1.0, 1.0));
#endif
    lamp -= toPalm;
    float apart = dot(lamp, lamp);
    lamp *= inversesqrt(apart);
    float shown = max(dot(n, lamp), 0.0);
#ifndef LEAN
    vec3 ray = vec3(dot(lamp, around), dot(lamp, axis) * 0.5, dot(lamp, up) * 20.0);
    float hidden = bark.r;
    for (float i = 1.0; i < 5.0; i++) hidden = max(hidden, textureLod(uBark, spot + ray.xy * 0.006 * i * i, 0.5).r - ray.z * 0.006 * i * i);
    shown *= 1.0 - smoothstep(0.0, 0.22, hidden - bark.r);
#endif
    shown = uPalm.w * (shown * (0.3 + 0.7 * cavity) + 0.02) * 48.0 / (1.0 + 3400.0 * apart * apart);
    own += mix(body, vec3(0.1, 0.055, 0.05), 0.75) * mix(deep * 1.3, gold, 0.9 * exp(-14.0 * apart)) * shown;
  }

  // A hollow, and something in it that stays warm.
  vec3 in1 = vPlace - uHollow;
  in1.y *= 0.56;
  float hole = dot(in1, in1) / 0.062;
  if (hole < 4.0) {
    hole = sqrt(hole);
    float inner = 1.0 - smoothstep(0.55, 1.25, hole);
    light *= 1.0 - 0.97 * inner;
    own *= 1.0 - 0.95 * inner;
    float bed = exp(-pow((in1.y + 0.15) * 11.0, 2.0) - hole * hole * 0.7);
    own += uEmber * vec3(0.9, 0.55, 0.35) * inner * bed * (0.2 + 0.8 * bark.r) * (0.5 + 0.2 * uBreath) * (0.3 + 0.7 * uTreeGlow);
  }
  float glow = uGlow * sqrt(vHaze.a);
  vec3 seenLight = drained(light * vHaze.a + vHaze.rgb, vLit.x) + kept(own * glow, max(vLit.x, min(vLit.y * 2.5, 1.0)));
  finalColor = vec4(seenLight * uFade, d);
}
