// What `mossLight` says of moss in fewer words, with three reads and without a uniform: for a processor.
#include <land>
uniform sampler2D uTufts;
in vec3 vWay;
in vec2 vAt;
in vec4 vMoss;
in vec4 vLevel;
in vec3 vDome;
in vec3 vSide;
in vec3 vNear;
in vec3 vShine;
in vec3 vLow;
in vec3 vTeal;
in vec3 vTurn;
in vec3 vWarm;
in vec3 vTip;
in vec3 vFill;
in vec3 vLane;
in vec4 vHaze;
flat in vec4 vWest;
flat in vec2 vDay;
#ifdef SHORE
uniform sampler2D uShore;
uniform sampler2D uNoise;
in vec2 vShore;
in vec3 vBankSky;
in vec3 vBankSide;
in vec3 vBankLow;
#endif
out vec4 finalColor;

void main() {
  float square = dot(vWay, vWay);
  vec3 view = vWay * -inversesqrt(square);
  vec4 moss = mossAt(vAt, vLevel.x);
  // Stars of moss, laid out larger with distance.
  float level = max(vLevel.y, 0.0);
  float whole = floor(level);
  vec2 at = vAt * (exp2(-whole) / 0.44);
  vec4 tuft = mix(textureLod(uTufts, at, 0.0), textureLod(uTufts, at * 0.5, 0.0), level - whole);
  float cover = vMoss.z;
  vec2 slope = vMoss.xy + moss.yz * cover + (tuft.gb - 0.5) * (2.2 * cover / (1.0 + 0.22 * level));
  vec3 up = vec3(-slope.x, 1.0, -slope.y);
  up *= inversesqrt(dot(up, up));
  float open = smoothstep(0.09, 0.38, moss.x + 0.03 * (tuft.r - 0.4));
  float tip = clamp((tuft.r - 0.15) * 1.9, 0.0, 1.0);
  float own = moss.w + 0.35 * (tuft.a - 0.5);

  float facing = clamp(dot(view, up), 0.0, 1.0);
  float rim = (1.0 - facing) * (1.0 - facing);
  float tips = mix(tip, 0.45 + 0.55 * tip, rim);
  float lift = open * (0.005 + 1.25 * tips * tips);
  float lit = max(dot(up.xz, vWest.xy) * 0.6 + up.y * 0.1 + 0.34, 0.0);
  lit *= lit;
  float above = 0.5 + 0.5 * up.y;
  vec3 own3 = mix(vec3(0.5, 0.95, 1.05), vec3(1.5, 1.65, 0.85), tip * (0.25 + 0.75 * own));
  // The film's four hues as one wave a channel; their turn is the same for all three.
  float order = (vMoss.w + 0.778 * (own - 0.5)) * sqrt(0.4898 + 0.5102 * facing * facing);
  vec3 hue = vec3(0.55, 0.48, 0.62) + vec3(0.50, 0.42, 0.46) * cos(TAU * (order - vec3(0.32, 0.02, 0.69)));
  hue = max(hue * vTurn.x + hue.yzx * vTurn.y + hue.zxy * vTurn.z, 0.0) + vWest.z;
  float velvet = rim * (0.12 + 0.88 * rim);
  vec3 sheen = mix(vTeal, hue, 0.55 + 0.45 * rim) * 0.52 + hue * (3.6 * velvet);
  vec3 light = (own3 * (vDome * above + vSide * (vWest.w * lit) + vNear) + sheen * (vShine * above + vLow)) * lift;
  light += own3 * vSide * (2.6 * vLevel.w * velvet * open * tips) + vWarm * (0.006 + 0.04 * (1.0 - open) * (1.0 - 0.7 * tip));
  // The sky's own light lies in the hollows too.
  light += own3 * vDome * (above * (0.06 + 0.22 * tips));
  // What `mossCrease` tells a GPU, the stems' own depth tells here.
  light += vFill * (above * above * (0.1 + 0.8 * tips * tips) * mix(0.2 + 0.8 * open, 0.7 + 0.3 * open, vDay.x)) * (0.75 + 0.55 * hue);
  light += (own3 * vTip + hue * vShine * 0.16) * (tips * tips * tips * open) + vShine * (vDay.y * velvet * open);
  vec3 earth = vec3(0.007, 0.006, 0.009) * (0.4 + lit) + vNear * 0.3;
#ifdef SHORE
  // Bare banks, as `onShore` has them: pebbles, dark and shining as far as the water licks.
  vec2 edges = textureLod(uShore, vShore, 0.0).xy;
  vec4 broad = textureLod(uNoise, vAt * 0.23, 0.0);
  vec4 grain = textureLod(uNoise, vAt * 1.9 + broad.rg * 0.3, 0.0);
  vec3 n = up + vec3(grain.r - 0.5, 0.0, grain.g - 0.5) * 1.9;
  n *= inversesqrt(dot(n, n));
  float edge = min(edges.x, edges.y);
  float heap = smoothstep(0.12, 0.85, 0.45 * grain.b + 0.4 * grain.r + 0.4 * (broad.r - 0.4));
  float wet = 1.0 - smoothstep(-0.05, 0.16 + 0.5 * broad.g * broad.g, edge);
  vec3 pebble = mix(vec3(0.010, 0.008, 0.007), mix(vec3(0.045, 0.043, 0.042), vec3(0.078, 0.060, 0.042), grain.b), heap) * (0.8 - 0.5 * wet);
  float west = max(dot(n.xz, vWest.xy) * 0.7 + 0.15 * n.y, 0.0);
  float graze = 1.0 - clamp(dot(n, view), 0.02, 1.0);
  graze *= graze;
  vec3 bare = pebble * (vBankSky * (1.0 + n.y) + vBankSide * (west * west) + vec3(2.6, 1.8, 1.2) * vWest.z) + vNear * (0.6 * heap);
  bare += vBankLow * ((0.03 + 0.97 * graze * graze) * wet * heap * heap * 0.4);
  earth = mix(bare, earth, smoothstep(4.0, 6.0, edge));
#endif
  light = mix(earth, light, cover) * vHaze.a + vHaze.rgb;
  vec3 ash = dot(light, vec3(0.2126, 0.7152, 0.0722)) * vec3(0.50, 0.95, 1.72);
  finalColor = vec4(mix(ash, light, vLevel.z) + vLane * (1.0 - 0.6 * open), 100.0);
}
