#include <hash>
#include <sky>
in vec3 aDirection;
// Colour, magnitude.
in vec4 aLight;
uniform vec4 uChoice[64];
uniform int uChoices;
out vec2 vCorner;
out vec3 vLight;
// 1 where a halo stands about it.
out float vHalo;

void main() {
#ifdef BARE
  // One point for each: a processor pays for every corner.
  int star = gl_VertexID;
  gl_PointSize = 1.0;
#else
  int star = gl_VertexID / 3;
  int corner = gl_VertexID - star * 3;
#endif
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  float e = aDirection.y;
  vec4 clip = uViewProjection * vec4(uEye + aDirection * 3000.0, 1.0);
  if (e < -0.02 || clip.w <= 0.0 || max(abs(clip.x), abs(clip.y)) > 1.04 * clip.w) return;
  // Brightest first: the sky opens magnitude by magnitude.
  float limit = mix(-2.2, 7.8, pow(uStars, 0.8));
  float out1 = smoothstep(0.0, 1.3, limit - aLight.a);
  if (out1 <= 0.0) return;
  vec3 h = hash3(ivec3(star, 3, 5));
  // Relative flux with its range pressed, so that faint ones are seen and bright ones do not swell.
  float flux = pow(10.0, -0.4 * (aLight.a - 2.0) * 0.7);
  float turn = uLoop.y * TAU;
  // Scintillation: stronger low down, slow, never down to nothing.
  float depth = 0.10 + 0.22 * exp(-max(e, 0.0) * 5.0);
  float beat = floor(9.0 + 42.0 * h.x);
  float twinkle = 1.0 + depth * (sin(turn * beat + TAU * h.y) * 0.6 + sin(turn * (beat + floor(7.0 + 9.0 * h.z)) + TAU * h.z) * 0.4);
  vec3 colour = aLight.rgb;
  // A few are great enough to light the air.
  vHalo = 0.5 * smoothstep(1.0, -0.6, aLight.a);
  float great = clamp((3.4 - aLight.a) / 4.5, 0.0, 1.0);
  float size = 0.00095 + 0.0021 * great * great;
  for (int i = 0; i < uChoices; i++) {
    if (int(uChoice[i].x) != star) continue;
    float warm = uChoice[i].y;
    float chosen = uChoice[i].z;
    vec3 cold = vec3(0.55, 0.72, 1.0);
    colour = mix(colour, warm < 0.0 ? cold : uEmber * 1.05, abs(warm) * (i == 4 ? 0.95 : 0.25 + 0.45 * h.x));
    float up = max(warm, 0.0) * chosen;
    flux = flux * (1.0 - 0.35 * max(-warm, 0.0)) + up * 3.0 + 0.8 * chosen;
    size += 0.0018 * up + 0.0007 * chosen;
    vHalo = max(vHalo, chosen);
  }
  // Air near the horizon takes light, and reddens it.
  float air = exp(-0.16 / max(e + 0.015, 0.02));
  colour *= mix(vec3(1.0, 0.8, 0.62), vec3(1.0), air);
  vec3 behind = skyBase(aDirection);
  float drowned = 1.0 / (1.0 + 9.0 * dot(behind, vec3(0.33)));
  vec3 light = colour * flux * twinkle * out1 * air * drowned * 7.0;
  // Never smaller than a pixel: what is smaller becomes fainter instead.
  float pixel = (aLight.a > 3.5 ? 0.8 : 1.05) / uPixelScale;
  float radius = max(size, pixel);
  light *= pow(size / radius, 1.15);
  radius *= 1.0 + 3.0 * vHalo;
#ifdef BARE
  gl_PointSize = 2.0 * 1.4832 * radius * uPixelScale;
  vCorner = vec2(1.4832);
#else
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  vec2 perPixel = 2.0 * radius * uPixelScale / uPixels;
  clip.xy += offset * perPixel * clip.w * 1.35;
  vCorner = offset * 1.35;
#endif
  clip.z = clip.w * 0.999998;
  vLight = light * uFade;
  gl_Position = clip;
}
