uniform sampler2D uSprays;
in vec4 vCut;
in vec4 vDusk;
in vec4 vSelf;
out vec4 finalColor;

void main() {
  vec4 leaf = texture(uSprays, vCut.xy);
  if (leaf.a < vCut.z) discard;
  // No two leaves of a spray hang alike, nor do a leaf's two halves.
  float fold = 1.0 + 0.8 * vCut.w * (leaf.g - 0.5);
  float unlike = 0.45 + 1.1 * leaf.r;
  vec3 dusk = vDusk.rgb * mix(1.0, unlike * fold * leaf.b * 1.15, vSelf.a);
  vec3 self = vSelf.rgb * mix(vec3(0.06, 0.1, 0.07), vec3(2.3, 2.0, 1.5), leaf.r * leaf.r * leaf.r) * leaf.b * leaf.b * 1.8;
  finalColor = vec4(dusk + self, vDusk.a);
}
