#include <heart>
in vec3 aPlace;
// Direction of the thread, and which side of it (of a bud: which corner).
in vec4 aWay;
// Radius, birth, path from the heart, kind: 1 body, 0 wild, 2 bud.
in vec4 aGrown;
uniform float uFront;
out vec3 vPlace;
out vec3 vSide;
out vec4 vAcross;

void main() {
  float birth = aGrown.y;
  float kind = aGrown.w;
  float age = uFront - birth;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vec3 place = aPlace;
  float far = aGrown.z;
  place += driftAt(place, far, kind < 0.5 ? 2.6 : 1.0);
  vec3 toEye = uEye - place;
  float d = length(toEye);
  float radius = aGrown.x;
  float pixel = 0.62 * d / uPixelScale;
  vec4 clip;
  if (kind > 1.5) {
    radius *= smoothstep(0.0, 0.07, age) * (0.9 + 0.25 * uBreath);
    float shown = max(radius, pixel);
    vec2 corner = aWay.w < 0.5 ? vec2(-1.7320508, -1.0) : aWay.w < 1.5 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
    place += (uRight * corner.x + uUp * corner.y) * shown * step(0.0001, age);
    vAcross = vec4(corner, step(0.0001, age) * min(radius / shown, 1.0), far);
    vSide = vec3(2.0, 0.0, 0.0);
  } else {
    // Thin where it is young, and the front itself a point.
    radius *= (0.3 + 0.7 * smoothstep(0.0, 0.4, age)) * smoothstep(-0.004, 0.02, age);
    float shown = max(radius, pixel * step(0.0, age));
    vec3 side = normalize(cross(aWay.xyz, toEye));
    place += side * aWay.w * shown;
    vAcross = vec4(aWay.w, age, min(radius / max(shown, 1e-6), 1.0), far);
    vSide = vec3(kind, 0.0, 0.0);
  }
  clip = uViewProjection * vec4(place, 1.0);
  vPlace = place;
  if (clip.w > 0.1) gl_Position = clip;
}
