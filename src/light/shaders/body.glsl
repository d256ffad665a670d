#include <figure>
// A body in any pose, as dabs of light lie on the half of it that is turned to the eye. All in the body's own space.
const int RING = LEFT_WAY + 1;
const float RINGS = 9.0;

// How broad, how long what it wears (1 to the ankles), how wide its hem, how bent: eight builds.
const vec4 BUILDS[8] = vec4[8](
  vec4(0.98, 0.97, 1.0, 0.02),
  vec4(1.0, 1.0, 0.92, 0.24),
  vec4(1.02, 0.82, 0.95, 0.04),
  vec4(1.04, 0.78, 1.1, 0.0),
  vec4(0.96, 0.93, 1.12, 0.02),
  vec4(1.04, 0.8, 0.9, 0.03),
  vec4(1.04, 0.98, 1.05, 0.1),
  vec4(0.98, 0.8, 1.0, 0.08)
);

struct Dab {
  vec3 place;
  vec3 normal;
  // Radius as a share of the broadest, how much light it throws back, how surely it is there, how loosely it hangs.
  float size;
  float tone;
  float there;
  float loose;
};

// From edge to edge of what is round and seen from before: radians, u 0..1, nearly as even as it looks.
float seenFrom(float u) {
  float x = 2.0 * u - 1.0;
  return mix(1.65 * x, asin(x), 0.7);
}

// On a circle, on the side where the eye is.
vec2 turnedTo(vec2 eye, float u) {
  float angle = atan(eye.y, eye.x) + seenFrom(u);
  return vec2(cos(angle), sin(angle));
}

// From the collar to the hem.
Dab onCloth(vec4 pose, vec4 build, vec3 eye, float v, float u, float out1, float own, float dance, float slow) {
  float down = v * mix(1.0, build.y, smoothstep(0.45, 1.0, v));
  float k = clamp(down, 0.0, 1.0) * (RINGS - 1.001);
  int low = int(k);
  float part = k - float(low);
  vec4 middle = mix(columnAt(pose, RING + 2 * low), columnAt(pose, RING + 2 * low + 2), part);
  vec4 across = mix(columnAt(pose, RING + 2 * low + 1), columnAt(pose, RING + 2 * low + 3), part);
  vec3 left = normalize(across.xyz);
  vec3 ahead = normalize(vec3(-left.z, 0.0, left.x));
  float hem = smoothstep(0.48, 1.0, v);
  vec2 half1 = vec2(middle.w, across.w) * build.x * (1.0 + (build.z - 1.0 + 0.35 * dance) * hem);
  vec2 c = turnedTo(vec2(dot(eye, left), dot(eye, ahead)) / half1, u);
  float angle = atan(c.y, c.x) + 0.7 * dance * hem * sin(slow * 3.0 + own);
  // A few broad folds, none like the next.
  float fold = 4.0 * angle + own * 1.7 + 5.0 * v + 0.8 * sin(2.0 * angle + own);
  float rise = 0.015 + 0.1 * hem;
  Dab dab;
  vec2 wide = half1 * (1.0 + rise * cos(fold)) + out1;
  dab.place = middle.xyz + left * (c.x * wide.x) + ahead * (c.y * wide.y);
  vec2 n = normalize(c / half1);
  vec2 aside = vec2(-n.y, n.x);
  n = normalize(n + aside * (0.42 + 0.3 * hem) * sin(fold));
  // Shoulders look up.
  dab.normal = normalize(left * n.x + ahead * n.y + vec3(0.0, 1.3 * (1.0 - smoothstep(0.04, 0.2, v)) - 0.1 * hem, 0.0));
  dab.size = mix(0.6, 1.0, smoothstep(0.02, 0.14, v));
  dab.tone = 0.9;
  dab.there = 1.0 - 0.96 * smoothstep(0.7, 1.0, v);
  dab.loose = hem * hem;
  return dab;
}

// A limb from joint to joint to joint; at its end a hand, or a foot.
Dab onLimb(vec4 pose, vec3 eye, int root, float v, float u, float out1, float girth, bool leg) {
  float t = leg ? v * 2.0 : min(v / 0.4, 2.0);
  vec3 a = jointAt(pose, root);
  vec3 b = jointAt(pose, root + 1);
  vec3 c = jointAt(pose, root + 2);
  Dab dab;
  dab.loose = 0.0;
  dab.tone = 0.9;
  dab.there = 1.0;
  vec3 way = normalize(t < 1.0 ? b - a : c - b);
  vec3 top = t < 1.0 ? mix(a, b, t) : mix(b, c, t - 1.0);
  vec3 aside = normalize(cross(way, eye) + vec3(1e-4, 0.0, 0.0));
  vec3 front = cross(aside, way);
  float angle = seenFrom(u);
  vec3 n = aside * sin(angle) + front * cos(angle);
  if (!leg && v > 0.8) {
    // Fingers are a taper that goes over into light; a thumb stands off it.
    float f = (v - 0.8) / 0.2;
    vec3 palm = normalize(vec3(root == 4 ? -0.3 : 0.3, 0.75, 0.6));
    palm = normalize(palm - way * dot(palm, way));
    bool thumb = u > 0.84;
    float finger = thumb ? 0.0 : floor(u / 0.21) - 1.5;
    float within = thumb ? (u - 0.84) / 0.16 - 0.5 : fract(u / 0.21) - 0.5;
    float long1 = thumb ? 0.09 : 0.2 - 0.012 * finger * finger;
    dab.place = c + way * (thumb ? 0.02 + 0.07 * f : long1 * f);
    float fan = smoothstep(0.35, 1.0, f);
    dab.place += palm * (thumb ? 0.03 + 0.045 * f : finger * mix(0.019, 0.021 + 0.008 * fan, f) * (1.0 - 0.12 * fan));
    dab.place += palm * within * mix(0.022, 0.012, f) + cross(way, palm) * (root == 4 ? 1.0 : -1.0) * 0.05 * f * f;
    dab.normal = normalize(n + palm * within * 0.8);
    dab.size = mix(0.38, 0.15, f);
    dab.tone = 1.15;
    dab.there = 1.0 - 0.75 * smoothstep(0.7, 1.0, f);
    return dab;
  }
  float r = leg ? mix(0.085, 0.05, smoothstep(0.1, 1.0, v)) + 0.012 * sin(3.14159 * clamp(t - 0.9, 0.0, 1.0)) : mix(0.056, 0.026, smoothstep(0.0, 0.8, v)) + 0.012 * exp(-pow((t - 1.75) / 0.2, 2.0));
  dab.place = top + n * (r * girth + out1);
  // A sleeve begins within the shoulder.
  if (!leg) dab.place = mix(dab.place, vec3(jointAt(pose, 1).x, a.y - 0.03, jointAt(pose, 1).z), 0.2 * (1.0 - smoothstep(0.0, 0.3, v)));
  // Sleeves are cut across by their creases.
  float crease = sin(t * 9.0 + 2.0 * sin(3.0 * u + float(root)));
  dab.normal = normalize(n + way * 0.14 * crease);
  if (!leg) dab.there = smoothstep(0.0, 0.14, v);
  dab.size = leg ? 0.7 : 0.62;
  return dab;
}

// Neck, face and hair, about the head's own axes.
Dab onHead(vec4 pose, float large, vec3 eye, float v, float u, float out1, float own) {
  vec3 neck = jointAt(pose, 2);
  vec3 head = jointAt(pose, 3);
  vec3 up = normalize(head - neck);
  vec3 left = columnAt(pose, LEFT_WAY).xyz;
  vec3 ahead = normalize(cross(left, up));
  left = cross(up, ahead);
  vec2 c = turnedTo(vec2(dot(eye, left), dot(eye, ahead)), u);
  Dab dab;
  dab.loose = 0.0;
  dab.there = 1.0;
  dab.tone = 1.0;
  vec3 n;
  vec3 p;
  if (v < 0.14) {
    n = vec3(c.x, 0.0, c.y);
    p = vec3(c.x * 0.05, mix(-0.22, -0.06, v / 0.14), c.y * 0.052 - 0.02);
    dab.tone = c.y < -0.2 ? 0.35 : 0.6;
    dab.size = 0.6;
  } else {
    float high = 2.0 * (v - 0.14) / 0.86 - 1.0;
    float flat1 = sqrt(max(1.0 - high * high, 0.0));
    n = vec3(flat1 * c.x, high, flat1 * c.y);
    float jaw = 1.0 - 0.3 * pow(max(-high, 0.0), 1.4);
    float front = pow(max(n.z, 0.0), 3.0);
    float nose = (high + 0.14) / 0.17;
    float chin = (high + 0.74) / 0.2;
    float ridge = exp(-pow(n.x / 0.2, 2.0));
    p = vec3(n.x * 0.075 * jaw, high * 0.117, n.z * 0.09 * (1.0 - 0.12 * max(-high, 0.0)) + (0.022 * exp(-nose * nose) * ridge + 0.016 * exp(-chin * chin)) * front);
    // Planes of a face: brow, sockets in shadow, cheeks, the side of the nose.
    float socket = exp(-pow((high - 0.1) / 0.2, 2.0)) * smoothstep(0.06, 0.2, abs(n.x)) * (1.0 - smoothstep(0.5, 0.85, abs(n.x)));
    float mouth = exp(-pow((high + 0.44) / 0.06, 2.0)) * (1.0 - smoothstep(0.12, 0.4, abs(n.x)));
    dab.tone = 1.25 - front * (1.3 * socket + 0.6 * mouth);
    n = normalize(n + vec3(sign(n.x) * 0.9 * exp(-nose * nose) * smoothstep(0.05, 0.15, abs(n.x)) * (1.0 - smoothstep(0.2, 0.4, abs(n.x))), 0.0, 0.0) * front);
    // Hair takes little light; it ends at the brow, or hangs to the nape, or is drawn up.
    float kind = mod(own, 3.0);
    float line = high - mix(-0.4, 0.5, clamp(n.z / 0.8, kind < 0.5 ? -0.5 : -0.35, 1.0));
    float hair = smoothstep(-0.12, 0.14, line + 0.06 * sin(9.0 * n.x + own));
    p *= 1.0 + 0.1 * hair;
    if (kind < 0.5) p.y -= 0.07 * hair * smoothstep(0.1, -0.7, high);
    else if (kind < 1.5) p.z -= 0.05 * hair * exp(-pow((high - 0.35) / 0.3, 2.0)) * smoothstep(-0.3, -0.9, n.z);
    dab.tone = mix(dab.tone, 0.16, hair);
    dab.size = 0.36;
  }
  p *= large;
  dab.normal = left * n.x + up * n.y + ahead * n.z;
  dab.place = mix(neck, head, 1.06) + left * p.x + up * p.y + ahead * p.z + dab.normal * out1;
  return dab;
}

// The old are bent, from the waist on.
vec3 bent(vec3 p, float stoop) {
  float high = max(p.y - 0.8, 0.0);
  return vec3(p.x, p.y - 0.22 * stoop * high, p.z + stoop * high * high);
}
