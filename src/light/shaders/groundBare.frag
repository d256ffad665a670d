// What `mossLight` says of moss in fewer words, with two reads and without a uniform: for a processor.
uniform sampler2D uCushions;
uniform sampler2D uTufts;
in vec3 vWay;
in vec4 vAt;
in vec4 vMoss;
in vec4 vLevel;
in vec3 vNear;
in vec3 vLow;
in vec4 vHaze;
flat in vec3 vDome;
flat in vec3 vSide;
flat in vec3 vShine;
flat in vec3 vMean;
flat in vec3 vSine;
flat in vec3 vCosine;
flat in vec3 vDeep;
flat in vec3 vYoung;
flat in vec3 vTip;
flat in vec3 vFill;
flat in vec4 vWest;
flat in vec4 vDay;
#ifdef SHORE
in vec2 vEdge;
in vec3 vBank;
flat in vec3 vBankLow;
#endif
out vec4 finalColor;

void main() {
  vec3 view = vWay * -inversesqrt(dot(vWay, vWay));
  // As `mossAt` reads a tile above its smaller levels, see bake/atlas.ts.
  vec2 on = fract(vAt.xy) * (vDay.w - 0.00390625) + 0.001953125;
  vec4 moss = textureLod(uCushions, vec2(on.x, on.y * 0.5 + 1.0 - vDay.w), 0.0);
  // Stars of moss, laid out larger with distance; from cushion to cushion, so that no seam is seen.
  float level = max(vLevel.x + 0.9 * moss.w - 0.45, 0.0);
  vec4 tuft = textureLod(uTufts, vAt.zw * intBitsToFloat(127 - int(level) << 23), 0.0);
  float cover = vMoss.z;
  vec2 rise = vec2(0.41265, -0.2823) * moss.y + vec2(0.2823, 0.41265) * moss.z + (tuft.gb - 0.5) * (2.2 / (1.0 + 0.22 * level));
  vec3 up = vec3(-vMoss.xy - rise * cover, 1.0).xzy;
  up *= inversesqrt(dot(up, up));
  float open = clamp(moss.x * 36.0 + 0.15 * tuft.r + 0.08, 0.0, 1.0);
  open *= open * (3.0 - 2.0 * open);
  open += (0.6 - open) * min(0.03 * level, 0.3);
  // Far off their own depth is no longer seen.
  float tip = clamp(tuft.r * 1.5 - 0.12, 0.0, 1.0);
  tip += (0.55 - tip) * min(0.3 + 0.1 * level, 0.75);
  float own = moss.w + 0.35 * (tuft.a - 0.5);

  float facing = clamp(dot(view, up), 0.0, 1.0);
  float rim = (1.0 - facing) * (1.0 - facing);
  // From the side tips stand before tips.
  float tips = tip + (0.45 - 0.45 * tip) * rim;
  float square = tips * tips;
  float tops = square * tips * open;
  float lift = open * (0.08 + 1.25 * square);
  float lit = max(dot(up.xz, vWest.xy) * 0.85 + up.y * 0.1 + 0.24 - 0.2 * vDay.x, 0.0);
  lit *= lit;
  float above = 0.5 + 0.5 * up.y;
  // A grey that leans to violet in its depth and to green on its tips.
  float young = tip * (0.25 + 0.75 * own);
  vec3 own3 = vDeep + vYoung * young;
  // Half a wave is nearly a parabola.
  float order = (vMoss.w + 0.778 * (own - 0.5)) * (0.7 + 0.3 * facing * facing);
  vec2 wave = fract(vec2(order, order + 0.25)) - 0.5;
  wave *= 16.0 * abs(wave) - 8.0;
  wave *= 0.775 + 0.225 * abs(wave);
  vec3 hue = max(vMean + vSine * wave.x + vCosine * wave.y, 0.0) + vWest.z;
  float velvet = rim * (0.12 + 0.88 * rim);
  float edge = velvet * open;
  vec3 body = (vDome * (above * (lift + 0.03 + 0.12 * tips)) + vSide * (vWest.w * lit * lift + 3.6 * vLevel.z * edge * tips)) * vLevel.w + vNear * lift + vTip * tops;
  vec3 sheen = (vShine * above + vLow) * lift;
  // What `mossCrease` tells a GPU, the stems' own depth tells here.
  vec3 fill = vFill * (above * above * (0.1 + 0.8 * square) * (vDay.x + vDay.y * open));
  vec3 light = own3 * body + hue * (sheen * (0.16 + 3.2 * velvet) * (0.3 + 0.6 * vLevel.w) + vShine * (0.1 * tops));
  light += fill + vShine * (vDay.z * edge);
  vec3 earth = vec3(0.007, 0.006, 0.009) * (0.4 + lit) + vNear * 0.3;
#ifdef SHORE
  // Bare banks, as `onShore` has them: pebbles, dark and shining as far as the water licks.
  float heap = clamp(1.1 * tuft.r + 0.5 * tuft.a - 0.1, 0.0, 1.0);
  float wet = clamp(0.9 - vEdge.x * (4.2 - 2.4 * own), 0.0, 1.0);
  vec3 bare = vBank * ((0.16 + heap) * (0.8 - 0.5 * wet)) + vBankLow * (rim * rim * wet * heap * heap);
  earth += (bare - earth) * vEdge.y;
#endif
  light = (earth + (light - earth) * cover) * vHaze.a + vHaze.rgb;
  vec3 ash = dot(light, vec3(0.2126, 0.7152, 0.0722)) * vec3(0.52, 0.82, 1.18);
  finalColor = vec4(ash + (light - ash) * vLevel.y, 100.0);
}
