#ifdef LEAN
#include <sky>
out vec3 vBase;
#endif
in vec2 aCorner;
out vec3 vWay;

void main() {
  // The corner's place in the whole picture, -1..1.
  vec2 at = (uCrop.xy + (aCorner * 0.5 + 0.5) * uCrop.zw) * 2.0 - 1.0;
  vWay = uForward + uRight * (at.x * uTan.x) + uUp * (at.y * uTan.y);
#ifdef LEAN
  vBase = skyBase(normalize(vWay));
#endif
  gl_Position = vec4(aCorner, 0.999999, 1.0);
}
