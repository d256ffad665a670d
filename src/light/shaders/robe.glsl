#include <figure>
// What a figure wears: light that falls from its shoulders, arms and head as cloth does. All in the body's own space.
const int RING = LEFT_WAY + 1;
const float RINGS = 9.0;

// How broad, how far the hem stands out, how far sleeves hang, how bent: eight builds.
const vec4 BUILDS[8] = vec4[8](
  vec4(0.96, 1.0, 1.2, 0.02),
  vec4(1.06, 0.95, 0.8, 0.26),
  vec4(1.0, 0.95, 1.0, 0.05),
  vec4(1.1, 0.82, 0.5, 0.0),
  vec4(1.02, 1.1, 1.25, 0.04),
  vec4(0.92, 1.1, 0.9, 0.03),
  vec4(1.1, 1.15, 0.85, 0.08),
  vec4(0.98, 1.0, 1.1, 0.12)
);

struct Mote {
  vec3 place;
  vec3 normal;
  // The way of its fold, or of its limb.
  vec3 along;
  // How loosely it hangs, how bright it is.
  float loose;
  float bright;
};

// Motes gather on the crests of folds; x is the phase of a run of them.
Mote onGarment(vec4 pose, vec4 build, float v, float u, float deep, float own, float dance, float slow) {
  float k = clamp(v, 0.0, 1.0) * (RINGS - 1.001);
  int low = int(k);
  float part = k - float(low);
  vec4 middle = mix(columnAt(pose, RING + 2 * low), columnAt(pose, RING + 2 * low + 2), part);
  vec4 across = mix(columnAt(pose, RING + 2 * low + 1), columnAt(pose, RING + 2 * low + 3), part);
  vec3 left = normalize(across.xyz);
  vec3 ahead = normalize(vec3(-left.z, 0.0, left.x));
  float hem = smoothstep(0.4, 1.0, v);
  float many = 7.0 + mod(own, 3.0);
  float even = TAU * (u + 0.03 * sin(TAU * 2.0 * u + own) + 0.018 * sin(TAU * 5.0 * u + 2.0 * own));
  // Drawn across the chest from one shoulder, girt at the waist, falling below.
  float x = many * even + own * 1.7 + 6.5 * max(0.4 - v, 0.0) / 0.4 + 1.1 * v + 0.5 * sin(slow + own);
  // Some folds are deep, some hardly there.
  float much = 0.5 + 0.36 * sin(2.0 * even + own * 2.6 + 1.5 * v);
  float y = x - much * sin(x);
  // A turning skirt stays behind and stands out.
  float angle = even - much * sin(x) / many + 0.9 * dance * hem * sin(slow * 3.0 + own);
  float rise = 0.02 + 0.1 * hem;
  float wide = build.x * (1.0 + (build.y - 1.0 + 0.5 * dance * hem) * hem) * (1.0 + rise * cos(y)) * deep;
  vec3 out1 = left * cos(angle) + ahead * sin(angle);
  Mote mote;
  mote.place = middle.xyz + left * (cos(angle) * middle.w * wide) + ahead * (sin(angle) * across.w * wide);
  mote.normal = normalize(out1 + (ahead * cos(angle) - left * sin(angle)) * (rise + 0.04) * many * sin(y));
  mote.along = vec3(0.0, 1.0, 0.0);
  mote.loose = hem * hem * 0.7;
  float girdle = (v - 0.385) * 60.0;
  mote.bright = mix(1.0, 0.36, hem) * (0.66 + 0.8 * (much - 0.1) * cos(y)) + 0.8 * exp(-girdle * girdle);
  return mote;
}

Mote onArm(vec4 pose, vec4 build, int shoulder, float v, float u, float deep, float slow) {
  bool upper = v < 0.5;
  float t = upper ? 2.0 * v : 2.0 * v - 1.0;
  vec3 root = jointAt(pose, shoulder);
  vec3 elbow = jointAt(pose, shoulder + 1);
  vec3 wrist = jointAt(pose, shoulder + 2);
  vec3 way = normalize(upper ? elbow - root : wrist - elbow);
  // The elbow is round.
  vec3 top = upper ? mix(root, elbow, t) : mix(elbow, wrist, t);
  Mote mote;
  mote.along = way;
  if (u < 0.36) {
    vec3 side = normalize(cross(way, vec3(0.13, 0.2, 0.97)));
    float turn1 = TAU * u / 0.36;
    mote.normal = side * cos(turn1) + cross(way, side) * sin(turn1);
    float r = mix(0.062, 0.027, sqrt(v)) + 0.012 * sin(3.14159 * min(v * 2.2, 1.0));
    mote.place = top + mote.normal * r * build.x * deep - vec3(0.0, 0.022 * (1.0 - smoothstep(0.0, 0.3, v)), 0.0);
    mote.loose = 0.0;
    mote.bright = mix(0.7, 0.55, v);
    return mote;
  }
  mote.along *= 0.55;
  // The sleeve: one cloth with what lies about the shoulders, from the arm's line down to one from waist to wrist.
  float s = (u - 0.36) / 0.64;
  float x = TAU * 3.0 * s + 1.4 * sin(2.0 * v + 0.4 * slow);
  float y = x - 0.6 * sin(x);
  s = clamp(s - 0.6 * sin(x) / (TAU * 3.0), 0.0, 1.0);
  float flat1 = sqrt(max(1.0 - way.y * way.y, 0.0));
  vec3 low = mix(mix(root, jointAt(pose, shoulder + 8), 0.62), wrist, v);
  low.y -= build.z * (0.05 + 0.22 * flat1) * sin(3.14159 * min(0.3 + 0.62 * v, 1.0)) * smoothstep(0.0, 0.3, v);
  // Down a lifted arm it slides.
  low = mix(low, top - vec3(0.0, 0.12 - 0.08 * v, 0.0), 0.75 * smoothstep(0.05, 0.4, wrist.y - root.y));
  vec3 fall = low - top;
  vec3 over = cross(way, fall + vec3(0.0, -1e-3, 0.0));
  over = normalize(over * (over.z < 0.0 ? -1.0 : 1.0) + vec3(0.0, 0.0, 1e-4));
  mote.place = mix(top, low, s) + over * (0.016 * cos(y) + 0.03 * (deep - 0.9)) * s;
  mote.normal = normalize(over + normalize(fall + 1e-4) * 0.9 * sin(y));
  mote.loose = s * 0.45;
  // Its mouth and its lower edge are seen first.
  mote.bright = 0.36 + 0.25 * cos(y) + 0.7 * smoothstep(0.9, 1.0, v) + 0.5 * smoothstep(0.9, 1.0, s);
  return mote;
}

// A palm, four fingers and a thumb.
Mote onHand(vec4 pose, int wrist, float v, float u, float deep) {
  vec3 a = jointAt(pose, wrist);
  vec3 way = normalize(jointAt(pose, wrist + 1) - a);
  vec3 thumb = vec3(wrist == 6 ? -0.3 : 0.3, 0.7, 0.64);
  thumb = normalize(thumb - way * dot(thumb, way) + vec3(0.0, 0.0, 1e-3));
  float finger = floor(u * 6.0);
  float k = (finger - 2.5) / 1.5;
  vec3 base = way * (0.02 + 0.08 * v) + thumb * 0.08 * (fract(u * 6.0) - 0.5);
  if (finger > 4.5) base = way * (0.035 + 0.05 * v) + thumb * (0.036 + 0.05 * v);
  else if (finger > 0.5) base = way * (0.09 + (0.075 - 0.018 * k * k) * v) + thumb * k * (0.032 + 0.036 * v);
  Mote mote;
  mote.along = way;
  mote.normal = normalize(cross(way, thumb) + thumb * 0.5);
  // At rest fingers bend to the palm.
  mote.place = a + base + mote.normal * (0.008 * deep + (wrist == 6 ? 0.034 : -0.034) * v * v);
  mote.loose = 0.0;
  mote.bright = 1.0 - 0.4 * v;
  return mote;
}

// Head, neck and what covers it, about the head's own axes.
Mote onHead(vec4 pose, float large, float v, float u, float deep, bool hair, float hood, float own) {
  vec3 neck = jointAt(pose, 2);
  vec3 head = jointAt(pose, 3);
  vec3 up = normalize(head - neck);
  vec3 left = columnAt(pose, LEFT_WAY).xyz;
  vec3 ahead = normalize(cross(left, up));
  left = cross(up, ahead);
  vec3 n;
  vec3 p;
  Mote mote;
  mote.along = up * 0.4;
  mote.loose = 0.0;
  float angle = TAU * u;
  if (hair) {
    // Over the crown, open before the face, down to the shoulders: a veil, or long hair; a child's is short.
    float edge = 3.14159 - mix(0.3, 1.05, smoothstep(0.05, 0.22, v)) * (1.0 - 0.5 * hood * smoothstep(0.5, 0.9, v));
    angle = (2.0 * u - 1.0) * edge;
    float bow1 = min(v / 0.4, 1.0) * 1.5708;
    float fall = max(v - 0.4, 0.0) / 0.6;
    n = vec3(sin(angle) * sin(bow1), 0.6 * cos(bow1), -cos(angle) * sin(bow1));
    p = vec3(n.x * 0.082, cos(bow1) * 0.126, n.z * 0.106 - 0.014 * sin(bow1)) * large;
    p.x *= 1.0 + 1.05 * hood * fall * fall;
    p.y -= mix(0.12, 0.34, smoothstep(0.0, 0.5, hood)) * fall;
    // Locks, or folds.
    p.xz *= 1.0 + 0.05 * fall * cos(angle * 7.0 + own);
    p *= mix(0.9, 1.0, deep);
    mote.loose = fall * 0.3 * hood;
    // Its edge beside the face.
    mote.bright = mix(0.8, 0.5, v) + 0.25 * cos(angle * 7.0 + own) + 0.7 * smoothstep(0.86, 1.0, abs(2.0 * u - 1.0)) * step(0.15, v);
  } else if (v < 0.16) {
    n = vec3(cos(angle), 0.0, sin(angle));
    p = vec3(n.x * 0.043 * deep, mix(-0.2, -0.07, v / 0.16), n.z * 0.045 * deep - 0.018);
    mote.bright = 0.5;
  } else {
    float high = 2.0 * (v - 0.16) / 0.84 - 1.0;
    float flat1 = sqrt(max(1.0 - high * high, 0.0));
    n = vec3(flat1 * cos(angle), high, flat1 * sin(angle));
    float jaw = 1.0 - 0.3 * pow(max(-high, 0.0), 1.4);
    float front = pow(max(n.z, 0.0), 6.0);
    // Brow, nose, chin.
    float nose = (high + 0.16) / 0.14;
    float chin = (high + 0.72) / 0.2;
    p = vec3(n.x * 0.072 * jaw, high * 0.114, n.z * 0.088 * (1.0 - 0.12 * max(-high, 0.0)) + (0.02 * exp(-nose * nose) + 0.02 * exp(-chin * chin)) * front) * large * deep;
    // Of a face no more than brow, sockets and the nose's ridge.
    float eye = (high - 0.1) / 0.13;
    float ridge = n.x / 0.16;
    mote.bright = 0.5 + front * (0.75 - 0.85 * exp(-eye * eye) * smoothstep(0.08, 0.3, abs(n.x)) + 0.7 * exp(-ridge * ridge) * smoothstep(-0.3, -0.2, high) * step(high, 0.3));
  }
  mote.normal = left * n.x + up * n.y + ahead * n.z;
  mote.place = mix(neck, head, 1.06) + left * p.x + up * p.y + ahead * p.z;
  return mote;
}

// The old are bent, from the waist on.
vec3 bent(vec3 p, float stoop) {
  float high = max(p.y - 0.8, 0.0);
  return vec3(p.x, p.y - 0.22 * stoop * high, p.z + stoop * high * high);
}
