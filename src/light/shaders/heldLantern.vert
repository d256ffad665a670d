#include <figure>
#include <lantern>
in vec4 aCorner;

// A lantern that hangs from a dancer's hand; every third carries one.
void main() {
  int figure = gl_VertexID / 3;
  int corner = int(aCorner.x);
  vec4 state = uState[figure];
  vec4 move = uMove[figure];
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vPlace = vec3(0.0);
  vLamp = vec4(0.0);
  vShape = vec4(1.0);
  vec3 h = hash3(ivec3(int(move.z), 3, 77));
  if (state.x <= 0.0 || move.y > 0.5 || h.x > 0.4) return;
  vec3 hand = jointAt(uPose[figure], h.y < 0.5 ? 7 : 11);
  vec3 p = standing(uPlace[figure]) + headed(hand, uPlace[figure].w) * uPose[figure].w - vec3(0.0, 0.2, 0.0);
  drawLantern(corner, p, 0.11 * state.x, mix(uEmber, vec3(1.0, 0.72, 0.36), h.z), 0.65 * uFestival * state.x, hash3(ivec3(int(move.z), 4, 77)));
}
