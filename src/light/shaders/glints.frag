uniform sampler2D uRipples;
in vec2 vCorner;
in vec3 vLight;
in vec3 vWave;
out vec4 finalColor;

void main() {
  float r = dot(vCorner, vCorner);
  if (r > 1.7) discard;
  float share = exp(-r * 3.2);
  if (vWave.z > 0.5) {
    // A short column in uneven blobs: each wave that leans this way shows the star, moved aside by its other slope.
    vec4 wave = textureLod(uRipples, vWave.xy, 0.0);
    float leans = smoothstep(-0.3, 1.3, wave.z + 0.5 * wave.y);
    float x = (vCorner.x + 0.35 * wave.w) / (0.25 + 0.5 * leans);
    share = exp(-3.2 * x * x - 2.0 * vCorner.y * vCorner.y) * leans;
  } else if (vWave.z < 0.0) {
    // A piece of a crest: a bent thread, thick in its middle.
    float x = vCorner.x * vCorner.x;
    float y = vCorner.y + (vWave.z + 0.5) * (x - 0.4);
    share = exp(-2.2 * x - (5.0 + 6.0 * x) * y * y);
  }
  finalColor = vec4(vLight * share * (1.0 - r / 1.7), 0.0);
}
