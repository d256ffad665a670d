// A veil with a film's light on it; people and things are laid over it by puppet.frag.
#include <reel>
#include <seedleaf>
uniform float uAir;
uniform float uLeafLength;
uniform vec2 uWeave;
in vec2 vAt;
in float vLit;
in float vFolds;
out vec4 finalColor;

const vec2 SCENE = vec2(1.53, 1.1124);

void main() {
  float turned = smoothstep(0.02, 0.24, uFold);
  // It is the film's own gold at first; green comes as it finds its place.
  vec3 leaf = leafLook(vec2(clamp(vAt.x, -1.0, 1.0), vAt.y * 0.5 + 0.5), vLit, leafOwn(uLeafLength));
  leaf = mix(dot(leaf, vec3(0.5, 0.5, 0.3)) * vec3(1.0, 0.60, 0.24) * 1.3, leaf, smoothstep(0.55, 1.0, uFold));
  if (turned >= 1.0) {
    finalColor = vec4(leaf * uGlow, mix(0.45, 0.9, smoothstep(0.5, 1.0, uFold))) * uFade;
    return;
  }
  vec2 p = vAt * SCENE + vec2(0.0, 0.84) + uWeave;
  vec2 clouds = texture(uNoise, p * vec2(0.21, 0.16) + 0.3).rb - 0.5;
  float cloud = clouds.x;
  float warm = warmAt(p, cloud);
  // The lamp's hot middle, and a wall and a floor that its light falls on.
  vec2 off = (vAt - vec2(0.0, 0.08)) * vec2(0.95, 1.05);
  float tone = uAir * (0.30 + 1.15 * exp(-1.5 * dot(off, off))) * (0.86 + 0.34 * cloud);
  tone *= mix(0.40 + 0.28 * p.y, 1.0, smoothstep(-0.02, 0.03, p.y));
  float folds = 1.0 + 0.16 * vFolds * (0.4 + 0.6 * (0.5 - 0.5 * vAt.y)) + 0.16 * clouds.y;
  float gate = gateAt(vAt, cloud + 0.6 * clouds.y);
  vec3 light = filmLight(p, tone * folds, warm, cloud) * gate;
  // The cloth about the picture catches a little of everything.
  vec2 hem = vec2(1.2) - abs(vAt) + 0.10 * cloud + 0.05 * clouds.y;
  float cloth = smoothstep(0.0, 0.12, hem.x) * smoothstep(0.0, 0.16, hem.y);
  vec3 spill = mix(vec3(0.030, 0.034, 0.044), uEmber * 0.06, uHealed) * uLamp * exp(-3.0 * max(max(abs(vAt.x), abs(vAt.y)) - 0.8, 0.0));
  light += (spill + uEmber * vLit * 0.12) * folds * cloth * (1.0 - 0.8 * gate);
  float shown = smoothstep(0.0, 0.35, uLamp);
  float cover = mix(mix(0.55, 0.97, gate) * cloth * shown, 0.45, turned);
  light = mix(light * cloth, leaf, turned);
  finalColor = vec4(light * uGlow, cover) * uFade;
}
