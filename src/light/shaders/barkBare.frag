// What `bark.frag` says in fewer words and without a uniform: for a processor.
uniform sampler2D uBark;
uniform sampler2D uBarkFar;
uniform sampler2D uNoise;
in vec4 vTile;
in vec2 vSeam;
in vec3 vSide;
in vec3 vWest;
flat in vec2 vMean;
in vec4 vWood;
in vec4 vFlow;
in vec3 vCore;
in vec3 vPalm;
in vec3 vHole;
in vec4 vHaze;
in float vColour;
in vec3 vDeep;
in vec3 vGold;
flat in vec3 vDome;
flat in vec3 vWarm;
flat in vec4 vMoss;
flat in float vEmbers;
out vec4 finalColor;

void main() {
  // What a pixel spans of a tile, which is twice as high as wide: from the fine picture to the blurred one, then to the mean.
  vec2 dx = dFdx(vTile.xy) * vec2(1.0, 2.0);
  vec2 dy = dFdy(vTile.xy) * vec2(1.0, 2.0);
  float square = max(dot(dx, dx), dot(dy, dy));
  float detail = 1.0 / (1.0 + 400.0 * square);
  vec4 bark = mix(textureLod(uBark, vTile.xy, 0.0), textureLod(uBarkFar, vTile.xy, 0.0), clamp(sqrt(square) * 83.0 - 0.5, 0.0, 1.0));
  vec2 slope = (bark.gb - 0.5) * detail;
  float height = mix(vMean.x, bark.r, detail);
  float fissure = mix(vMean.y, bark.a, detail);
  float rising = textureLod(uNoise, vTile.zw, 0.0).r;
  float seam = clamp(1.15 - abs(textureLod(uNoise, vSeam, 0.0).r - 0.5) * 20.0, 0.0, 1.0) * (1.0 - height) * rising;

  float side = vSide.x + dot(slope, vSide.yz);
  float lit = max(vWest.x + dot(slope, vWest.yz), 0.0);
  float cavity = height * (0.35 + 0.65 * height);
  float grown = clamp((vWood.x + 0.5 * height) * 2.27, 0.0, 1.0);
  grown *= grown * (3.0 - 2.0 * grown) * 0.85 * vWood.z;
  vec3 cork = mix(vec3(0.040, 0.033, 0.036), vec3(0.072, 0.066, 0.076), clamp(height * 2.0 + vWood.y, 0.0, 1.0));
  vec3 body = mix(cork, vMoss.rgb, grown);
  vec3 light = body * (vDome * (side * side) + vWarm * (lit * lit)) * (0.03 + 0.97 * cavity);

  float climb = clamp(rising * 3.125 - 1.25, 0.0, 1.0);
  climb *= climb * (3.0 - 2.0 * climb);
  float palm = vMoss.a * exp(-dot(vPalm, vPalm));
  float amount = vFlow.x + climb * (vFlow.z + climb * vFlow.y) + 1.6 * palm;
  float heat = amount * fissure * vCore.x + seam * vCore.y;
  float hot = clamp(heat * 1.79 - 0.07, 0.0, 1.0);
  float low = 1.0 - height;
  vec3 own = mix(vDeep, vGold, hot * hot * (3.0 - 2.0 * hot)) * (heat / (1.0 + 0.85 * heat));
  own += vDeep * (vFlow.w + vec3(1.0, 0.85, 0.8) * (amount * vCore.z * low * low));
  own += vec3(0.09, 0.045, 0.04) * vGold * (palm * palm * (0.18 + 5.0 * cavity));

  // The hollow, by the square of the way to its middle.
  float hole = dot(vHole, vHole) * 16.13;
  float inner = clamp((1.5625 - hole) * 0.79, 0.0, 1.0);
  inner *= inner * (3.0 - 2.0 * inner);
  float deep = (vHole.y + 0.15) * 11.0;
  light *= 1.0 - 0.97 * inner;
  own *= 1.0 - 0.95 * inner;
  own += vDeep * (vec3(1.12, 1.1, 0.83) * (inner * vEmbers * (0.2 + 0.8 * bark.r) * exp(-deep * deep - hole * 0.7)));

  light *= vHaze.a;
  vec3 ash = dot(light, vec3(0.2126, 0.7152, 0.0722)) * vec3(0.52, 0.82, 1.18);
  finalColor = vec4(mix(ash, light, vColour) + vHaze.rgb + own, vWood.w);
}
