// What a film's tone, 0 black .. 1 the lamp's full light, is as light on the veil. For fragment shaders.
#include <hash>
uniform sampler2D uNoise;
uniform vec2 uHand;
uniform float uHealed;
uniform float uLamp;
uniform float uFold;
uniform float uGrainStep;
// Two scratches: where, and how strong now.
uniform vec4 uScratch;

// How far warmth has spread from the hand to a place of the scene.
float warmAt(vec2 p, float cloud) {
  float away = distance(p, uHand);
  return uHealed <= 0.0 ? 0.0 : smoothstep(0.0, 0.75, uHealed * 4.4 - away + cloud * 0.5);
}

// The gate's soft and uneven edge; `on` is -1..1.
float gateAt(vec2 on, float cloud) {
  vec2 rim = vec2(1.0) - abs(on) + 0.09 * cloud + 0.02 * sin(on.yx * vec2(11.0, 7.0));
  float corner = length(max(vec2(0.22) - rim, 0.0));
  return 1.0 - smoothstep(0.07, 0.22, corner);
}

vec3 filmLight(vec2 p, float tone, float warm, float cloud) {
  vec3 grain = hash3(ivec3(floor(p * 140.0), int(uGrainStep)));
  tone *= 1.0 + (grain.x - 0.5) * 0.24 * (1.0 - 0.6 * warm);
  tone += (grain.y - 0.5) * 0.014;
  vec2 line = abs(vec2(p.x) - uScratch.xz + 0.01 * cloud);
  tone += dot(exp(-line * line * 30000.0), uScratch.yw) * (0.3 + tone);
  tone = max(tone, 0.0) * uLamp;
  vec3 grey = vec3(0.80, 0.90, 1.08) * tone * (0.52 + 0.55 * tone);
  // From wine over amber to cream.
  vec3 gold = mix(uEmber * vec3(1.0, 0.62, 0.62), vec3(1.0, 0.72, 0.34), smoothstep(0.04, 0.8, tone));
  float front = uHealed * 4.4 - distance(p, uHand) - 0.2;
  vec3 wave = uHealed <= 0.0 ? vec3(0.0) : uEmber * 0.35 * exp(-front * front * 10.0) * (1.0 - uHealed);
  return mix(grey, gold * tone * (0.80 + 0.62 * tone), warm) + wave * (0.15 + tone);
}
