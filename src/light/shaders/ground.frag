#include <land>
#include <moss>
uniform sampler2D uTufts;
in vec3 vPlace;
in vec4 vMoss;
in vec4 vTree;
in vec3 vLamp;
in vec4 vHaze;
in vec2 vColour;
out vec4 finalColor;

// Side of the tufts' tile in metres, texels of one of its stars, and how many pixels wide a star is at least: with
// distance stars of the same tile, laid out larger by powers of two, take over from those too small to be seen.
const float TUFTS = 0.44;
const float STAR = TUFTS / 20.0;
#ifdef LEAN
const float LEAST = 5.5;
#else
const float LEAST = 6.5;
#endif

void main() {
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
  vec2 p = vPlace.xz;
  vec3 view = uEye - vPlace;
  float d = length(view);
  view /= d;
  // Metres under one pixel.
  float span = d / uPixelScale;
  float detail = log2(max(span * 1.4 * inversesqrt(clamp(view.y, 0.02, 1.0)) * float(textureSize(uCushions, 0).x) / TILE_SMALL, 1.0));
#ifndef LEAN
  mossLeast = leastAt(vPlace.y);
#endif
  vec4 moss = mossAt(p, detail);
  float cover = vMoss.z;
#ifdef SHORE
  // By the water moss ends where its cushions do, and in their shade.
  cover = smoothstep(0.28, 0.52, cover + 1.5 * (moss.x - 0.11) - 0.55 * smoothstep(0.06, 0.0, vPlace.y));
#endif
  // With distance cushions become one velvet.
  float far = smoothstep(9.0, 50.0, d);
  vec2 slope = vMoss.xy + moss.yz * (cover * (1.0 - 0.6 * far));
  float high = moss.x;

  float level = log2(max(span * LEAST / STAR, 1.0));
  float whole = floor(level);
  float scale = exp2(-whole) / TUFTS;
  float texels = float(textureSize(uTufts, 0).x);
  // Between the two ways a pixel of slanting ground is long and wide.
  float lod = log2(span * scale * texels * inversesqrt(clamp(view.y, 0.1, 1.0)));
  vec4 tuft = textureLod(uTufts, p * scale, lod);
  float over = level - whole;
  if (over > 0.05) tuft = mix(tuft, textureLod(uTufts, p * scale * 0.5, lod - 1.0), over);
  float near = 1.0 / (1.0 + level * 0.22);
  slope += (tuft.gb - 0.5) * (2.2 * near * cover);
  vec3 up = normalize(vec3(-slope.x, 1.0, -slope.y));
  float open = smoothstep(OPEN.x, OPEN.y, high + 0.03 * (tuft.r - 0.4)) * (0.3 + 0.7 * mossCrease);
  open = mix(open, 0.7, 0.65 * far);
  float tip = clamp((tuft.r - 0.15) * 1.9, 0.0, 1.0);
#ifndef LEAN
  // Here and there water stands between cushions, level and dark, and holds a little of the sky.
  float deep = smoothstep(0.35, 0.9, sin(p.x * 0.61 + 1.1 * sin(p.y * 0.43)) + sin(p.y * 0.71 - 0.9 * sin(p.x * 0.37)));
  float wet = deep * smoothstep(0.035, 0.012, high - 0.006 * tuft.r) * smoothstep(0.14, 0.05, length(vMoss.xy)) * smoothstep(22.0, 12.0, d) * (1.0 - uDawn);
#endif
  vec3 light = mossLight(view, up, tip, moss.w + 0.16 * (tuft.a - 0.5), open, cover, ringsAt(vPlace), Around(vTree, vMoss.w, vLamp));
#ifndef LEAN
  light += embersAt(vColour.y, open, moss.w);
  // Peat is fibrous and dark.
  light *= mix(vec3(0.8, 0.85, 1.2) * (0.5 + 3.2 * tuft.r * tuft.r), vec3(1.0), cover);
#endif
#ifndef LEAN
  if (wet > 0.0) {
    vec3 flat1 = normalize(vec3(0.1 * (0.5 - tuft.g), 1.0, 0.1 * (0.5 - tuft.b)));
    float thin = 1.0 - clamp(dot(view, flat1), 0.0, 1.0);
    vec3 sky = skyBase(reflect(-view, flat1)) * (0.03 + 0.97 * thin * thin * thin * thin * thin);
    light = mix(light, sky * (0.35 + 0.65 * uColour) + light * 0.15, wet);
  }
#endif
#ifdef SHORE
  light = onShore(light, vPlace, view, up, cover, vLamp, span);
#endif
  finalColor = vec4(drained(light * wokenAt(vPlace) * vHaze.a + vHaze.rgb, vColour.x) * uFade, d);
}
