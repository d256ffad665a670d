#include <heart>
in vec2 aCorner;
out vec2 vCorner;
const float HALO = 9.0;

void main() {
  vCorner = aCorner * HALO;
  vec3 place = uHeart + (uRight * aCorner.x + uUp * aCorner.y) * HALO * uOrb;
  vec4 clip = uViewProjection * vec4(place, 1.0);
  gl_Position = distance(uEye, uHeart) > 0.3 && clip.w > 0.0 ? clip : vec4(2.0, 2.0, 2.0, 1.0);
}
