#include <reel>
uniform vec4 uWindow;
in vec2 vAt;
in vec2 vSpot;
in vec4 vEdge;
in vec3 vTone;
out vec4 finalColor;

void main() {
  if (vTone.z < 0.0 && (vSpot.x < uWindow.x || vSpot.x > uWindow.z || vSpot.y < uWindow.y || vSpot.y > uWindow.w)) discard;
  float cloud = texture(uNoise, vSpot * 0.21 + 0.3).r - 0.5;
  float warm = warmAt(vSpot, cloud);
  float gate = gateAt(vAt, cloud) * (1.0 - smoothstep(0.05, 0.12, uFold)) * smoothstep(0.0, 0.35, uLamp) * uFade;
  if (vTone.x > 1.5 && vTone.x < 2.5) {
    // Light that spreads from a place.
    float tone = vTone.y * max(exp(-2.2 * dot(vEdge.xz, vEdge.xz)) - 0.004, 0.0);
    finalColor = vec4(filmLight(vSpot, tone, warm, cloud) * gate * uGlow, 0.0);
    return;
  }
  // Charcoal: the edge is a little rough, and softer where it is warm.
  float rough = (texture(uNoise, vSpot * 2.3).b - 0.5) * 0.012;
  float across = vEdge.y - abs(vEdge.x);
  float d = vTone.x > 0.5 && vTone.x < 1.5 ? vEdge.y - length(vec2(vEdge.x, max(vEdge.z, 0.0))) : min(across, -vEdge.z);
  float cover = smoothstep(-vEdge.w, vEdge.w * (0.6 + warm), d + rough) * abs(vTone.z);
  // Light comes round the rim of what stands before it.
  float rim = 0.10 * smoothstep(0.05, 0.0, d) * step(vTone.y, 0.3);
  // As the veil folds, ink goes back into light before it goes.
  float ink = mix(vTone.y + rim * (0.4 + 0.9 * warm), 0.6, smoothstep(0.0, 0.06, uFold));
  vec3 light = filmLight(vSpot, ink, warm, cloud);
  finalColor = vec4(light * uGlow, 1.0) * cover * gate;
}
