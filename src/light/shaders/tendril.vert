#include <heart>
// About the heart: to the eye's right, up, towards the eye.
in vec3 aPlace;
// Direction of the thread, and which side of it (of a leaf: which corner).
in vec4 aWay;
// Radius, birth, path from the heart, kind: 0 wild, 1 body, 2 leaf, 3 hangs near.
in vec4 aGrown;
uniform vec3 uBodyRight;
uniform vec3 uBodyEye;
uniform float uFront;
out vec3 vPlace;
out vec3 vSide;
out vec4 vAcross;

void main() {
  float birth = aGrown.y;
  float kind = aGrown.w;
  float age = uFront - birth;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vec3 place = uHeart + uBodyRight * aPlace.x + vec3(0.0, aPlace.y, 0.0) + uBodyEye * aPlace.z;
  vec3 way = uBodyRight * aWay.x + vec3(0.0, aWay.y, 0.0) + uBodyEye * aWay.z;
  float far = aGrown.z;
  place += driftAt(place, far, kind < 0.5 ? 2.6 : 1.0);
  // The chest fills and falls.
  if (kind > 0.5 && kind < 1.5) place += (place - uHeart) * vec3(0.02, 0.008, 0.02) * (uBreath - 0.5) * exp(-2.0 * far * far);
  vec3 toEye = uEye - place;
  float d = length(toEye);
  float radius = aGrown.x;
  float pixel = 0.62 * d / uPixelScale;
  if (kind > 1.5 && kind < 2.5) {
    radius *= smoothstep(0.0, 0.12, age) * (0.9 + 0.25 * uBreath);
    float shown = max(radius, pixel);
    vec2 corner = aWay.w < 0.5 ? vec2(-1.7320508, -1.0) : aWay.w < 1.5 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
    vec3 across = normalize(cross(way, toEye + vec3(0.2, 0.0, 0.1)));
    place += (across * corner.x + way * (corner.y + 1.0)) * shown * step(0.0001, age);
    vAcross = vec4(corner, step(0.0001, age) * min(radius / shown, 1.0), far);
  } else {
    // Thin where it is young, and the front itself a point.
    radius *= (0.3 + 0.7 * smoothstep(0.0, 0.4, age)) * smoothstep(-0.004, 0.02, age);
    float shown = max(radius, pixel * step(0.0, age));
    place += normalize(cross(way, toEye)) * aWay.w * shown;
    vAcross = vec4(aWay.w, age, min(radius / max(shown, 1e-6), 1.0), far);
  }
  vSide = vec3(kind, aPlace.z, dot(normalize(cross(way, toEye)), normalize(uHeart - place)));
  vPlace = place;
  vec4 clip = uViewProjection * vec4(place, 1.0);
  if (clip.w > 0.1) gl_Position = clip;
}
