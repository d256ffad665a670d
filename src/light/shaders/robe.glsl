#include <figure>
// What a figure wears: light that falls from its shoulders, arms and head as cloth does. All in the body's own space.
const int RING = LEFT_WAY + 1;
const float RINGS = 9.0;

// How wide, how far the hem stands out, how far sleeves hang, how bent: eight builds.
const vec4 BUILDS[8] = vec4[8](
  vec4(0.92, 1.0, 1.15, 0.02),
  vec4(1.08, 1.05, 0.85, 0.3),
  vec4(1.0, 0.95, 1.0, 0.06),
  vec4(1.1, 0.82, 0.55, 0.0),
  vec4(1.04, 1.18, 1.2, 0.04),
  vec4(0.9, 1.12, 1.45, 0.03),
  vec4(1.14, 1.22, 0.9, 0.1),
  vec4(0.98, 1.05, 1.1, 0.16)
);

struct Mote {
  vec3 place;
  vec3 normal;
  // How loosely it hangs, how bright it is, how far from the light that holds it together.
  float loose;
  float bright;
};

// Depth of a mote so that the veil thins outwards and shows no edge; h 0..1.
float veil(float h) {
  return sqrt(1.0 - pow(1.0 - h, 0.62));
}

Mote onGarment(vec4 pose, vec4 build, float v, float u, float deep, float own, float dance, float slow) {
  float k = clamp(v, 0.0, 1.0) * (RINGS - 1.001);
  int low = int(k);
  float part = k - float(low);
  vec4 middle = mix(columnAt(pose, RING + 2 * low), columnAt(pose, RING + 2 * low + 2), part);
  vec4 across = mix(columnAt(pose, RING + 2 * low + 1), columnAt(pose, RING + 2 * low + 3), part);
  vec3 left = normalize(across.xyz);
  vec3 ahead = normalize(vec3(-left.z, 0.0, left.x));
  float hem = smoothstep(0.42, 1.0, v);
  // A turning skirt stays behind and stands out.
  float angle = TAU * u + 0.9 * dance * hem * sin(slow * 3.0 + own);
  float fold = sin(TAU * u * 7.0 + own * 1.7 + 2.6 * v + 0.9 * sin(slow + own));
  float pleat = 1.0 + (0.03 + 0.15 * hem) * fold;
  float wide = build.x * (1.0 + (build.y * 1.2 - 1.0) * hem + 0.4 * dance * hem * hem) * pleat * deep * 1.12;
  vec3 out1 = left * cos(angle) + ahead * sin(angle);
  Mote mote;
  mote.place = middle.xyz + left * (cos(angle) * middle.w * wide) + ahead * (sin(angle) * across.w * wide);
  mote.normal = out1;
  mote.loose = hem * hem * 0.8;
  mote.bright = mix(1.0, 0.85, hem) * (1.0 + (0.2 + 0.35 * hem) * fold);
  return mote;
}

Mote onArm(vec4 pose, vec4 build, int shoulder, float v, float u, float deep, float slow) {
  bool upper = v < 0.5;
  int from = upper ? shoulder : shoulder + 1;
  float t = upper ? 2.0 * v : 2.0 * v - 1.0;
  vec3 a = jointAt(pose, from);
  vec3 b = jointAt(pose, from + 1);
  vec3 way = normalize(b - a + vec3(0.0, 1e-4, 0.0));
  vec3 side = normalize(cross(way, vec3(0.13, 0.2, 0.97)));
  vec3 other = cross(way, side);
  vec3 out1 = side * cos(TAU * u) + other * sin(TAU * u);
  float r = upper ? mix(0.068, 0.048, t) : mix(0.048, 0.04 + 0.026 * build.z, t);
  Mote mote;
  mote.normal = out1;
  mote.place = mix(a, b, t) + out1 * r * build.x * deep * 1.15;
  // The sleeve: half of its motes hang under the arm, the more the farther out.
  float hang = max(fract(u * 7.0 + v * 3.0) - 0.4, 0.0) / 0.6;
  hang *= hang;
  float most = build.z * (0.1 + 0.27 * sin(3.14159265 * min(v * 0.78 + 0.12, 1.0)));
  // Cloth that already hangs along the arm falls no farther.
  most *= 0.25 + 0.75 * sqrt(max(1.0 - way.y * way.y, 0.0));
  mote.place.y -= hang * most;
  // It is one cloth with what lies about the shoulders.
  vec3 middle = jointAt(pose, 1);
  mote.place.xz = mix(mote.place.xz, middle.xz, 0.5 * hang * (1.0 - 0.7 * v)) - vec2(0.0, 0.04 * hang);
  mote.loose = hang * 0.5;
  mote.bright = (1.0 - 0.5 * hang) * mix(1.0, 1.3, v);
  return mote;
}

Mote onHand(vec4 pose, int wrist, float v, float u, float deep) {
  vec3 a = jointAt(pose, wrist);
  vec3 b = jointAt(pose, wrist + 1);
  vec3 out1 = normalize(vec3(cos(TAU * u), 0.6 * sin(TAU * u * 3.0), sin(TAU * u)));
  Mote mote;
  mote.normal = out1;
  mote.place = mix(a, b, 0.1 + 0.85 * v) + out1 * mix(0.036, 0.02, v) * deep * 1.2;
  mote.loose = 0.0;
  mote.bright = 1.5;
  return mote;
}

Mote onHead(vec4 pose, float large, float v, float u, float deep) {
  vec3 neck = jointAt(pose, 2);
  vec3 head = jointAt(pose, 3);
  vec3 up = normalize(head - neck);
  vec3 left = columnAt(pose, LEFT_WAY).xyz;
  vec3 ahead = normalize(cross(left, up));
  left = cross(up, ahead);
  Mote mote;
  mote.loose = 0.0;
  if (v < 0.13) {
    mote.normal = left * cos(TAU * u) + ahead * sin(TAU * u);
    mote.place = mix(neck, head, v * 4.6 - 0.1) + mote.normal * 0.05 * deep;
    mote.bright = 0.55;
    return mote;
  }
  float high = 2.0 * (v - 0.13) / 0.87 - 1.0;
  float flat1 = sqrt(max(1.0 - high * high, 0.0));
  vec3 n = vec3(flat1 * cos(TAU * u), high, flat1 * sin(TAU * u));
  mote.normal = left * n.x + up * n.y + ahead * n.z;
  float jaw = 1.0 - 0.2 * max(-n.y, 0.0);
  vec3 shape = vec3(0.08 * jaw, 0.112, 0.094 * jaw) * large * deep * 1.1;
  mote.place = mix(neck, head, 1.06) + left * n.x * shape.x + up * n.y * shape.y + ahead * n.z * shape.z;
  // A face is where the light is, no more.
  mote.bright = 0.75 + 0.75 * smoothstep(-0.1, 0.9, n.z) * smoothstep(-1.0, -0.2, n.y);
  return mote;
}

// Hair or a hood: over the crown, open before the face, and down to the shoulders or between them.
Mote onHair(vec4 pose, vec4 build, float large, float v, float u, float deep, float own) {
  vec3 neck = jointAt(pose, 2);
  vec3 head = jointAt(pose, 3);
  vec3 up = normalize(head - neck);
  vec3 left = columnAt(pose, LEFT_WAY).xyz;
  vec3 ahead = normalize(cross(left, up));
  left = cross(up, ahead);
  float hood = build.z > 0.95 ? 1.0 : 0.25;
  float open1 = mix(0.25, 1.15, smoothstep(0.05, 0.2, v) * (1.0 - smoothstep(0.6, 0.9, v) * hood));
  float angle = (2.0 * u - 1.0) * (3.14159265 - open1);
  float dome = sin(min(v / 0.34, 1.0) * 1.5708);
  float fall = smoothstep(0.5, 1.0, v);
  float wide = large * 0.093 * dome + fall * mix(0.03, 0.105, hood);
  float thick = large * 0.103 * dome - 0.012 * fall;
  float tall = v < 0.34 ? large * 0.12 * cos(v / 0.34 * 1.5708) : -(v - 0.34) / 0.66 * (0.29 + 0.16 * fract(own * 0.618) * (1.0 - hood));
  float r = 0.78 + 0.28 * deep;
  Mote mote;
  mote.normal = left * sin(angle) - ahead * cos(angle);
  mote.place = mix(neck, head, 1.05) + left * (sin(angle) * wide * r) - ahead * (cos(angle) * thick * r + 0.02 * fall) + up * tall * (0.9 + 0.14 * deep);
  mote.loose = fall * 0.35;
  mote.bright = mix(0.8, 0.55, v);
  return mote;
}

// The old are bent, from the waist on.
vec3 bent(vec3 p, float stoop) {
  float high = max(p.y - 0.8, 0.0);
  return vec3(p.x, p.y - 0.22 * stoop * high, p.z + stoop * high * high);
}
