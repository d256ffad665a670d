#include <hash>
#include <air>
#include <image>
in vec3 aDirection;
// Colour, magnitude.
in vec4 aLight;
uniform vec4 uChoice[64];
uniform int uChoices;
// Where each of them stands.
uniform vec4 uChosenWay[24];
out vec2 vCorner;
out vec3 vLight;
// Where on the ripples' tile; 1 on the stream.
out vec3 vWave;

// A star on the water: sharper and more alive than the mirror's picture of it, drawn out towards the eye.
// A warm star burns a path into the water: sparks of it on every wave that leans the right way, along the line below it.
// Slot, which spark 0..1, how many.
void spark(int corner) {
  int slot = int(aDirection.x);
  if (slot >= uChoices) return;
  vec4 choice = uChoice[slot];
  float warm = max(choice.y, 0.0) * choice.z;
  float cold = max(-choice.y, 0.0);
  float power = warm + 0.35 * cold;
  if (power <= 0.002) return;
  vec3 way = uChosenWay[slot].xyz;
  vec3 h = hash3(ivec3(slot, int(aDirection.y), 91));
  // Waves lean most where they are near: the path runs from the star's image towards the eye. Each crest breaks the light
  // into a few pieces that flare together; crests are close below the star, and far between near the eye.
  float crest = floor(pow(aDirection.y / aDirection.z, 1.25) * 15.0);
  vec3 c = hash3(ivec3(slot, int(crest), 93));
  float off = (crest + 0.9 * c.x) / 15.0;
  off *= off;
  float along = off * 1.5 - 0.12;
  float e = way.y * (1.0 + along * 1.3) + 0.006 * (h.x - 0.5);
  if (e < 0.012) return;
  vec2 flat1 = normalize(way.xz);
  float aside = (c.y - 0.5) * 0.5 + (h.y + h.z - 1.0);
  flat1 += vec2(-flat1.y, flat1.x) * aside * (0.004 + 0.03 * off);
  Image image = imageOf(uEye + vec3(flat1.x, -e, flat1.y) * 3000.0, 1.0);
  if (image.share <= 0.0 || image.clip.w <= 0.0) return;
  vec4 level1 = uViewProjection * vec4(image.at, 1.0);
  if (textureLod(uMirror, level1.xy / level1.w * 0.5 + 0.5, 0.0).a < 5000.0) return;
  float alive = 0.5 + 0.5 * sin(TAU * (uLoop.y * floor(7.0 + 12.0 * c.z) + c.y) + 1.4 * h.x);
  float fall = exp(-along * along * 1.1);
  vec3 colour = mix(vec3(0.55, 0.72, 1.0), mix(uEmber * 1.05, vec3(1.0, 0.80, 0.62), uChosenWay[slot].w), step(0.0, choice.y));
  float away = distance(image.at, uEye);
  // Few waves lean exactly so: most pieces are a thread, one in many is broad and brilliant.
  float lean = fract(h.x * 57.0 + h.z * 31.0);
  lean *= lean * lean;
  float radius = max(0.0016 * (0.5 + 1.5 * lean), 0.62 / uPixelScale);
  vec3 light = colour * power * fall * alive * alive * (0.5 + 0.5 * c.z) * (0.9 + 13.0 * lean * lean) * sqrt(image.share);
  vec2 perPixel = 2.0 * radius * uPixelScale / uPixels;
  vec2 offset = aroundDisc(corner) * 1.3;
  // Along the crest, which lies across the view.
  image.clip.xy += offset * vec2(2.4 + (2.0 + 7.0 * h.y * h.y) * sqrt(off) * (0.5 + lean), 0.8) * perPixel * image.clip.w;
  vCorner = offset;
  vWave.z = -0.5 - 0.6 * (h.z - 0.5);
  vLight = drained(light * (1.0 - hazeTo(image.at, away)), colourAt(image.at)) * uFade;
  gl_Position = image.clip;
}

void main() {
  int star = gl_VertexID / 3;
  int corner = gl_VertexID - star * 3;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vWave = vec3(0.0);
  if (aLight.a > 90.0) {
    spark(corner);
    return;
  }
  vec3 h = hash3(ivec3(star, 3, 5));
  float limit = mix(-2.2, 7.6, pow(uStars, 0.8));
  float out1 = smoothstep(0.0, 1.3, limit - aLight.a);
  float e = aDirection.y;
  if (out1 <= 0.0 || e < 0.03) return;
  Image image = imageOf(uEye + vec3(aDirection.x, -e, aDirection.z) * 3000.0, 1.0);
  if (image.share <= 0.0 || image.clip.w <= 0.0) return;
  // Only where the mirror shows open sky.
  vec4 level1 = uViewProjection * vec4(image.at, 1.0);
  if (textureLod(uMirror, level1.xy / level1.w * 0.5 + 0.5, 0.0).a < 5000.0) return;
  float flux = pow(10.0, -0.4 * (aLight.a - 2.0) * 0.62);
  vec3 colour = aLight.rgb;
  // Tonight's first choice does not tremble.
  float still = uChoices > 0 && int(uChoice[0].x) == star ? 1.0 : 0.0;
  for (int i = 0; i < uChoices; i++) {
    if (int(uChoice[i].x) != star) continue;
    float warm = uChoice[i].y;
    colour = mix(colour, warm < 0.0 ? vec3(0.55, 0.72, 1.0) : uEmber * 1.05, abs(warm) * 0.9);
    flux = flux * (1.0 - 0.35 * max(-warm, 0.0)) + max(warm, 0.0) * uChoice[i].z * 2.5 + 0.8 * uChoice[i].z;
  }
  float away = distance(image.at, uEye);
  // It comes and goes as the slopes that send it here do, slowly.
  float beat = floor(13.0 + 30.0 * h.y);
  float alive = 0.62 + 0.38 * sin(TAU * (uLoop.y * beat + h.x) + away);
  vec2 edge = shoreAt(image.at.xz);
  float flow = step(edge.x, -0.05) * step(0.0, edge.y + 2.0);
  // A stream scatters them: there each has its own magnitude, and the faint are lost.
  flux *= mix(1.0, min(pow(10.0, -0.11 * (aLight.a - 2.0)), 1.2), flow);
  if (flow * 0.04 > flux) return;
  float bright = clamp((2.6 - aLight.a) / 4.0, 0.0, 1.0);
  float size = 0.0011 + 0.0009 * bright;
  float radius = max(size, mix(0.8, 1.0, flow) / uPixelScale);
  float tall = 1.5 + 2.2 * uWind + flow * (4.0 + 9.0 * bright + 3.0 * h.x) + 4.0 * pawAt(image.at.xz);
  if (still > 0.0) {
    image.clip.xy = level1.xy / level1.w * image.clip.w;
    alive = 1.0;
    flow = 0.0;
    tall = 1.0;
  }
  vec3 light = colour * flux * alive * out1 * pow(image.share, 0.42) * pow(size / radius, 1.1 - 0.4 * flow) * (3.8 + 14.0 * flow) / sqrt(tall);
  vec2 perPixel = 2.0 * radius * uPixelScale / uPixels;
  vec2 offset = aroundDisc(corner) * 1.3;
  // Up the picture is away from the eye: the column lies over the waves that break it.
  vWave = vec3(image.at.xz / 1.13 + uLoop.x * vec2(4.0, -3.0) + normalize(image.at.xz - uEye.xz) * (offset.y * (0.5 + 0.3 * h.z)), flow);
  image.clip.xy += offset * vec2(1.0 + 0.9 * flow, tall) * perPixel * image.clip.w;
  vCorner = offset;
  vLight = drained(light * (1.0 - hazeTo(image.at, away)), colourAt(image.at)) * uFade;
  gl_Position = image.clip;
}
