// Depth of field: every pixel gathers the discs that reach it. A disc's light is spread over its area, so that energy
// is kept; what is sharp and behind does not bleed over what is soft and before it.
#include <hash>
uniform sampler2D uFrom;
uniform float uSharp;
uniform float uAperture;
uniform float uMost;
uniform int uTaps;
in vec2 vAt;
out vec4 finalColor;

// Radius of the disc in pixels of this target.
float disc(float d) {
  float away = abs(1.0 / max(d, 0.12) - 1.0 / uSharp);
  return min(max(away - 0.035 / uSharp, 0.0) * uAperture, uMost);
}

void main() {
  vec4 centre = texture(uFrom, vAt);
  float own = disc(centre.a);
  vec2 texel = 1.0 / uPixels;
  vec3 sum = centre.rgb;
  float weight = 1.0;
  ivec2 whole = ivec2(floor((uCrop.xy / uCrop.zw + vAt) * uPixels));
  float turn = hash3(ivec3(whole, 7)).x * TAU;
  float area = 1.0 / float(uTaps);
  for (int i = 0; i < uTaps; i++) {
    float r = sqrt((float(i) + 0.5) * area) * uMost;
    float a = float(i) * 2.39996323 + turn;
    vec4 there = textureLod(uFrom, vAt + vec2(cos(a), sin(a)) * r * texel, 0.0);
    float reach = disc(there.a);
    // Things behind spread only as far as this pixel's own softness.
    if (there.a > centre.a) reach = min(reach, own * 1.15);
    float w = smoothstep(r - 0.75, r + 0.75, reach);
    w *= uMost * uMost / max(reach * reach, 1.0) * area * 2.0;
    sum += there.rgb * w;
    weight += w;
  }
  finalColor = vec4(sum / weight, centre.a);
}
