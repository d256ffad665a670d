// A processor reads uniforms here, three times instead of once a pixel.
in vec2 aCorner;
uniform vec4 uPart;
uniform vec4 uWhole;
uniform float uExposure;
uniform float uContrast;
uniform float uSaturation;
uniform float uBloomGain;
out vec2 vAt;
// Shares of light and of bloom, contrast beyond 1, saturation.
flat out vec4 vGrade;
// Lower left of this output in the whole picture, and one over the whole's size.
flat out vec4 vWhole;

void main() {
  float over = clamp(0.075 * uBloomGain, 0.0, 0.6);
  vAt = uPart.xy + (aCorner * 0.5 + 0.5) * uPart.zw;
  vGrade = vec4(uExposure * (1.0 - over), uExposure * (over + 0.05 * uBloomGain), uContrast - 1.0, uSaturation);
  vWhole = vec4(uWhole.zw, 1.0 / uWhole.xy);
  gl_Position = vec4(aCorner, 0.0, 1.0);
}
