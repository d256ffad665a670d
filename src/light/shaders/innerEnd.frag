// Everything in the inner dark is drawn at one metre in alpha; this makes it the distance that is sharp.
uniform float uSharp;
in vec2 vAt;
out vec4 finalColor;

void main() {
  finalColor = vec4(0.0, 0.0, 0.0, max(uSharp - 1.0, 0.0) * uFade);
}
