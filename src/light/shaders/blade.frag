in vec4 vTop;
in vec4 vBase;
in float vTip;
out vec4 finalColor;

void main() {
  finalColor = mix(vBase, vTop, vTip * vTip * (3.0 - 2.0 * vTip));
}
