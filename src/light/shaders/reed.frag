in vec3 vPlace;
in vec3 vLight;
in float vDistance;
out vec4 finalColor;

void main() {
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
  finalColor = vec4(vLight, vDistance);
}
