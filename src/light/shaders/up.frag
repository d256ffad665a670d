// A tent over the smaller picture, added to the larger one.
uniform sampler2D uFrom;
uniform vec2 uTexel;
uniform float uGain;
in vec2 vAt;
out vec4 finalColor;

void main() {
  vec3 sum = textureLod(uFrom, vAt, 0.0).rgb * 4.0;
  sum += textureLod(uFrom, vAt + vec2(uTexel.x, 0.0), 0.0).rgb * 2.0;
  sum += textureLod(uFrom, vAt - vec2(uTexel.x, 0.0), 0.0).rgb * 2.0;
  sum += textureLod(uFrom, vAt + vec2(0.0, uTexel.y), 0.0).rgb * 2.0;
  sum += textureLod(uFrom, vAt - vec2(0.0, uTexel.y), 0.0).rgb * 2.0;
  sum += textureLod(uFrom, vAt + uTexel, 0.0).rgb;
  sum += textureLod(uFrom, vAt - uTexel, 0.0).rgb;
  sum += textureLod(uFrom, vAt + vec2(uTexel.x, -uTexel.y), 0.0).rgb;
  sum += textureLod(uFrom, vAt + vec2(-uTexel.x, uTexel.y), 0.0).rgb;
  finalColor = vec4(sum * (uGain / 16.0), 0.0);
}
