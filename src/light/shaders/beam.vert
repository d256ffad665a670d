// x -1..1 and y -1..1 on the screen; z 0 at the lamp, 1 on the screen.
in vec3 aSheet;
uniform vec3 uThrower;
uniform vec3 uMiddle;
uniform vec3 uAcross;
uniform vec2 uHalf;
out vec3 vSheet;
out vec3 vPlace;

void main() {
  vec3 screen = uMiddle + uAcross * aSheet.x * uHalf.x + vec3(0.0, 1.0, 0.0) * aSheet.y * uHalf.y;
  vec3 place = mix(uThrower, screen, aSheet.z);
  vSheet = vec3(aSheet.x * aSheet.z, aSheet.y, aSheet.z);
  vPlace = place;
  gl_Position = uViewProjection * vec4(place, 1.0);
}
