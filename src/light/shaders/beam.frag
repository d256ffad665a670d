// A slice of the projector's cone: dust swirls in it.
uniform sampler2D uNoise;
uniform float uBeam;
uniform float uHealed;
uniform float uSlices;
in vec3 vSlice;
in vec3 vPlace;
out vec4 finalColor;

void main() {
  float at = vSlice.x;
  float u = vSlice.y;
  // How deep the cone is there, and how far the light has spread.
  float deep = sqrt(max(1.0 - u * u, 0.0));
  deep *= smoothstep(1.0, 0.8, abs(u));
  float spread = 0.16 / (0.10 + at);
  float swirl = texture(uNoise, vPlace.xy * 0.30 + vec2(vSlice.z * 0.37 + uLoop.z * 2.0, -uLoop.z)).r;
  float dust = 0.45 + 1.1 * smoothstep(0.3, 0.75, swirl);
#ifndef LEAN
  dust *= 0.55 + texture(uNoise, vPlace.zy * 0.7 + vec2(uLoop.z * -3.0, vSlice.z * 0.21)).g;
  // Shadows of the picture run through the light.
  dust *= 0.8 + 0.4 * texture(uNoise, vec2(u * 0.35 + vSlice.z * 0.13, 0.4 + 0.03 * at)).b;
#endif
  float ends = smoothstep(0.0, 0.1, at) * (1.0 - smoothstep(0.42, 0.86, at));
  vec3 hue = mix(vec3(0.72, 0.85, 1.06), mix(uAmber, uEmber, 0.3), uHealed);
  finalColor = vec4(hue * deep * spread * dust * ends * uBeam * 0.15 / uSlices * uGlow * uFade, 0.0);
}
