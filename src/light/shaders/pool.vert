#include <air>
#include <figure>
// Ring 0..1, turn 0..255, which figure.
in vec4 aPool;
// How far out; how much of a figure stands there.
out vec2 vOut;
out vec3 vLight;

// The light a figure sheds on the moss around its feet, as a cloth that follows the ground.
void main() {
  int figure = int(aPool.z);
  vec4 state = uState[figure];
  vec4 place4 = uPlace[figure];
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (state.x <= 0.0 || uMove[figure].y > 0.5 || uMirrored > 0.5) return;
  float turn = TAU * aPool.y / 256.0;
  float ring = aPool.x / 255.0;
#ifdef BARE
  const float WIDE = 1.5;
#else
  const float WIDE = 2.0;
#endif
  vec2 p = place4.xz + vec2(cos(turn), sin(turn)) * ring * WIDE * uPose[figure].w;
  Land land = landAt(p);
  float moss = mossAt(p, 1.5).x * land.cover;
  vec3 place = vec3(p.x, max(land.height + moss, 0.0) + 0.02, p.y);
  vOut = vec2(ring, state.x * state.x * uFade);
  vLight = seenAdded(uHue[figure].rgb * state.y * state.x * (0.7 + 0.9 * uHue[figure].a) * (0.035 + 0.06 * smoothstep(0.08, 0.34, moss)) * uGlow, place).rgb;
  gl_Position = uViewProjection * vec4(place, 1.0);
  // Drawn a little nearer than it lies, so that cushions do not cut it.
  gl_Position.z -= 0.0006 * gl_Position.w;
}
