// A film's picture: hard grey bodies and things, in the order of painting; warmth enters from the hand.
#include <hash>
#include <seedleaf>
uniform sampler2D uNoise;
const int BONES = 19;
const int SHAPES = 30;
uniform vec4 uBone[38];
// Radii at both ends of each bone.
uniform vec2 uFlesh[19];
// Left, foot, right, top of each of the two, and the window through which the judged one is seen.
uniform vec4 uBounds[2];
uniform vec4 uWindow;
uniform float uBulk;
// Three a shape: see memorySketch.ts.
uniform vec4 uShape[90];
// Shapes that lie behind both, and those behind the judge, and all.
uniform vec3 uShapes;
uniform vec2 uHand;
uniform float uHealed;
uniform float uAir;
uniform float uLamp;
uniform vec2 uWeave;
uniform float uFold;
uniform float uGrainStep;
// Two scratches: where, and how strong now.
uniform vec4 uScratch;
in vec2 vAt;
in float vLit;
out vec4 finalColor;

const vec2 SCENE = vec2(1.65, 1.2);
float gPixel;
float gSoft;

float capsule(vec2 p, vec4 bone, vec2 r) {
  vec2 way = bone.zw - bone.xy;
  float h = clamp(dot(p - bone.xy, way) / max(dot(way, way), 1e-6), 0.0, 1.0);
  return length(p - bone.xy - way * h) - mix(r.x, r.y, h);
}

// Signed distance to a convex area of four corners, either way round.
float area(vec2 p, vec4 a, vec4 b) {
  vec2 corner[4];
  corner[0] = a.xy;
  corner[1] = a.zw;
  corner[2] = b.xy;
  corner[3] = b.zw;
  vec2 m = corner[2] - corner[0];
  vec2 n = corner[3] - corner[1];
  float way = m.x * n.y - m.y * n.x < 0.0 ? 1.0 : -1.0;
  float d = -1e3;
  for (int i = 0; i < 4; i++) {
    vec2 from = corner[i];
    vec2 edge = corner[(i + 1) & 3] - from;
    vec2 to = p - from;
    d = max(d, way * (edge.x * to.y - edge.y * to.x) / max(length(edge), 1e-5));
  }
  return d;
}

float covered(float d, float soft) {
  float w = gPixel + soft;
  return clamp(0.5 - d / w, 0.0, 1.0);
}

void paint(vec2 p, int from, int to, inout float tone) {
  for (int i = from; i < to; i++) {
    vec4 a = uShape[i * 3];
    vec4 b = uShape[i * 3 + 1];
    vec4 c = uShape[i * 3 + 2];
    if (c.x > 1.5) {
      vec2 way = (p - a.xy) / a.z;
      tone += c.y * exp(-2.2 * dot(way, way));
      continue;
    }
    float d = c.x < 0.5 ? area(p, a, b) : capsule(p, a, b.xy);
    tone = mix(tone, c.y, covered(d, gSoft + c.z) * c.w);
  }
}

// One body out of its bones: trunk, neck and hips melt together, limbs only meet.
float body(vec2 p, int first, float bulk) {
  float trunk = 1e3;
  float limbs = 1e3;
  for (int i = 0; i < BONES; i++) {
    float one = capsule(p, uBone[first + i], uFlesh[i] * bulk);
    if (i < 5 || i == 11 || i == 15) {
      float h = max(0.08 - abs(trunk - one), 0.0) / 0.08;
      trunk = min(trunk, one) - h * h * 0.02;
    } else {
      limbs = min(limbs, one);
    }
  }
  float h = max(0.05 - abs(trunk - limbs), 0.0) / 0.05;
  return min(trunk, limbs) - h * h * 0.0125;
}

bool within(vec2 p, vec4 box) {
  return p.x > box.x && p.x < box.z && p.y > box.y && p.y < box.w;
}

void main() {
  float turned = smoothstep(0.08, 0.5, uFold);
  vec3 leaf = leafLook(vec2(vAt.x, vAt.y * 0.5 + 0.5), vLit);
  if (turned >= 1.0) {
    finalColor = vec4(leaf * uGlow, 0.9) * uFade;
    return;
  }
  vec2 p = vAt * SCENE + vec2(0.0, 0.9) + uWeave;
  gPixel = length(fwidth(p)) * 0.8;
  float cloud = texture(uNoise, p * 0.21 + 0.3).r - 0.5;
  float away = distance(p, uHand);
  float warm = uHealed <= 0.0 ? 0.0 : smoothstep(0.0, 0.75, uHealed * 4.4 - away + cloud * 0.5);
  gSoft = 0.016 * warm;

  float vignette = 1.12 - 0.5 * dot(vAt, vAt);
  float tone = uAir * vignette * (0.86 + 0.3 * cloud);
  // The floor's edge, and its shade.
  tone *= mix(0.62 + 0.2 * p.y, 1.0, smoothstep(-0.006, 0.006 + gSoft, p.y));
  paint(p, 0, int(uShapes.x), tone);
  float lift = 0.0;
  if (within(p, uBounds[0]) && within(p, uWindow)) {
    float d = body(p, BONES, uBulk);
    float c = covered(d, gSoft);
    tone = mix(tone, 0.02 + 0.10 * warm * smoothstep(-0.05, 0.0, d), c);
    lift += c;
  }
  paint(p, int(uShapes.x), int(uShapes.y), tone);
  if (within(p, uBounds[1])) {
    float d = body(p, 0, 1.0);
    float c = covered(d, gSoft);
    tone = mix(tone, 0.006 + 0.10 * warm * smoothstep(-0.05, 0.0, d), c);
    lift += c;
  }
  paint(p, int(uShapes.y), int(uShapes.z), tone);

  // Film: coarse grain, two scratches, a lamp.
  vec3 grain = hash3(ivec3(floor(p * 150.0), int(uGrainStep)));
  tone *= 1.0 + (grain.x - 0.5) * 0.2 * (1.0 - 0.6 * warm);
  tone += (grain.y - 0.5) * 0.012;
  vec2 line = abs(vec2(p.x) - uScratch.xz + 0.01 * cloud);
  tone += dot(exp(-line * line * 30000.0), uScratch.yw);
  tone = max(tone, 0.0) * uLamp;
  vec3 grey = vec3(0.80, 0.90, 1.08) * tone * (0.5 + 0.22 * tone);
  // From wine over amber to cream.
  vec3 gold = mix(uEmber * vec3(1.0, 0.72, 0.75), vec3(1.0, 0.74, 0.36), smoothstep(0.15, 1.2, tone));
  vec3 amber = gold * tone * 0.78 + vec3(0.012, 0.003, 0.006) * lift;
  vec3 front = uHealed <= 0.0 ? vec3(0.0) : uEmber * 0.35 * exp(-pow((uHealed * 4.4 - away - 0.2) * 3.2, 2.0)) * (1.0 - uHealed);
  vec3 light = mix(grey, amber, warm) + front;

  // The screen is cloth, its picture ends softly.
  vec2 rim = vec2(1.0) - abs(vAt);
  float soft = 0.10 + 0.05 * cloud;
  float mask = smoothstep(0.0, soft, rim.x) * smoothstep(0.0, soft * 1.35, rim.y);
  mask = mix(mask, 1.0, turned);
  float cover = mask * mix(0.985 * smoothstep(0.0, 0.35, uLamp), 0.9, turned);
  light = mix(light * mask, leaf, turned);
  finalColor = vec4(light * uGlow, cover) * uFade;
}
