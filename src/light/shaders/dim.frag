// How far the light sinks with an outbreath.
uniform float uSink;
in vec2 vAt;
out vec4 finalColor;

void main() {
  finalColor = vec4(0.0, 0.0, 0.0, uSink * (0.75 + 0.25 * min(dot(vAt, vAt), 1.0)));
}
