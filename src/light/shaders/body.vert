#include <air>
#include <figure>
in vec4 aBody;
out vec3 vPlace;
out vec3 vNormal;
out vec3 vOwn;
out vec4 vHue;
// Chest's light here, glow, presence.
out vec3 vState;

void main() {
  int figure = int(aBody.w);
  vec4 state = uState[figure];
  vec4 move = uMove[figure];
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (state.x < 0.2 || move.y > uMirrored) return;
  vec4 pose = uPose[figure];
  Flesh flesh = fleshAt(pose, int(aBody.x), aBody.y / 80.0 - 1.0, aBody.z / 256.0, 0.9);
  float heading = uPlace[figure].w;
  vOwn = flesh.place;
  vPlace = standing(uPlace[figure]) + headed(flesh.place, heading) * pose.w;
  vNormal = headed(flesh.normal, heading);
  vHue = uHue[figure];
  vState = vec3(chestLight(pose, flesh.place), state.y, state.x);
  gl_Position = uViewProjection * vec4(vPlace, 1.0);
}
