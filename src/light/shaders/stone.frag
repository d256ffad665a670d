#include <air>
#include <lamps>
uniform sampler2D uNoise;
in vec3 vPlace;
in vec4 vSkin;
in vec4 vHaze;
in float vColour;
out vec4 finalColor;

void main() {
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
  vec3 view = uEye - vPlace;
  float d = length(view);
  view /= d;
  vec3 up = normalize(vSkin.xyz);
  vec2 at = vPlace.xz * 1.7 + vPlace.y * vec2(1.3, -0.9) + vSkin.w * 7.0;
  vec4 grain = texture(uNoise, at);
  vec4 fine = texture(uNoise, at * 3.7);
  vec3 n = normalize(up + vec3(grain.r - 0.5, 0.0, grain.g - 0.5) * 1.4 + vec3(fine.r - 0.5, fine.b - 0.5, fine.g - 0.5) * 2.0);
  // Wet as high as the water licks.
  float wet = 1.0 - smoothstep(0.03, 0.10 + 0.16 * grain.g, vPlace.y);
  float facing = clamp(dot(n, view), 0.02, 1.0);
  vec3 body = mix(vec3(0.024, 0.024, 0.030), vec3(0.046, 0.036, 0.030), vSkin.w) * (0.10 + 1.5 * fine.r * (0.4 + grain.g)) * (1.0 - 0.7 * smoothstep(0.75, 0.95, grain.b));
  float moss = smoothstep(0.3, 0.6, up.y + 0.9 * grain.r - 0.55) * smoothstep(0.06, 0.16, vPlace.y + 0.3 * (grain.g - 0.3));
  body = mix(body * (1.0 - 0.5 * wet), uMoss * (0.1 + 1.2 * fine.a * fine.g), moss);
  wet *= 1.0 - moss;
  vec3 dome = (uZenith * 0.8 + uViolet * 0.8) * (0.5 + 0.5 * n.y);
  float west = max((n.x * uAfterglow.x + n.z * uAfterglow.y) * 0.7 + 0.15 * n.y, 0.0);
  vec3 light = body * (dome * 4.6 + (uRose * 0.5 + uAmber * 0.3) * west * west + vec3(0.95, 0.66, 0.45) * uDawn * 0.5 + lampsAt(vPlace) * 0.7);
  // A skin of water shows the sky and the tree's light.
  vec3 back = reflect(-view, n);
  float mirror = 0.02 + 0.5 * pow(1.0 - facing, 4.0);
  vec3 sky = min(skyBase(normalize(vec3(back.x, abs(back.y), back.z))), 0.5);
  vec3 toTree = normalize(uCrown.xyz - vPlace);
  float far = distance(uCrown.xyz, vPlace);
  sky += uEmber * uTreeGlow * pow(max(dot(back, toTree), 0.0), 24.0) * 22.0 / (far + 60.0);
  light += sky * mirror * (0.04 + 0.5 * wet) * (0.4 + 0.9 * fine.g) * (1.0 - 0.9 * moss);
  light += uTeal * uShine * (moss * (0.05 + 1.1 * fine.a * fine.g * fine.g) * (0.4 + 0.6 * n.y));
  // Where water is drawn up its side it shines in a thin line.
  float line = (vPlace.y - 0.006) / max(0.007, 0.6 * d / uPixelScale);
  light += skyBase(normalize(vec3(-view.x, 0.1, -view.z))) * (0.3 * fine.b * fine.g * (1.0 - up.y * up.y) * exp(-line * line));
  // Against the low light its edge is lined.
  float against = max(-dot(view.xz, uAfterglow), 0.0);
  float rim = pow(1.0 - facing, 5.0) * smoothstep(-0.2, 0.5, n.y);
  light += (uViolet * 0.35 + uRose * (0.03 + 0.35 * against * against) + uTeal * uShine * (2.0 * moss)) * (rim * (0.2 + 0.9 * fine.g));
  finalColor = vec4(drained(light * vHaze.a + vHaze.rgb, vColour) * uFade, d);
}
