#include <air>
#include <lamps>
// Foot, and height.
in vec4 aPlace;
// Side -1..1, along 0..1, azimuth of its lean, a number of its own.
in vec4 aBlade;
out vec3 vPlace;
out vec3 vLight;
out float vDistance;

void main() {
  float v = aBlade.y;
  float own = aBlade.w;
  float tall = aPlace.w;
  vec3 foot = aPlace.xyz;
  vec3 way = foot - uEye;
  float d = length(way);
  vec2 lean = vec2(cos(aBlade.z), sin(aBlade.z));
  float turn = TAU * uLoop.y;
  float air = 0.02 + 0.16 * uWind + 0.4 * uGust;
  float sway = air * (sin(turn * 13.0 + foot.x * 0.35 + foot.z * 0.2 + own) * 0.6 + sin(turn * 29.0 + foot.z * 0.8 + own * TAU) * 0.25 + 0.35 * uGust);
  float bend = 0.10 + 0.5 * own * own + 0.5 * own * smoothstep(0.7, 0.3, tall);
  vec3 place = foot;
  place.xz += lean * tall * (0.16 * (own - 0.3) * v + bend * v * v * v);
  place.xz += vec2(0.8, 0.6) * tall * sway * v * v;
  place.y += tall * v * (1.0 - 0.35 * bend * v * v);
  vec3 right = normalize(vec3(way.z, 0.0, -way.x));
  // Never thinner than a pixel can show.
  float wide = max(0.0045 + 0.004 * own, 0.55 * d / uPixelScale);
  place += right * aBlade.x * wide * (1.0 - v * v * 0.96);
  // Against the last light its edge glows; away from it there is a little sky on it.
  vec2 to = normalize(way.xz);
  float against = max(dot(to, uAfterglow), 0.0);
  float high = max(foot.y + tall * v, 0.0);
  vec3 light = uMoss * mix(vec3(0.7, 0.9, 0.8), vec3(1.5, 1.1, 0.6), own) * (uZenith + uViolet) * (0.2 + 0.9 * v);
  light += uTeal * uShine * (0.22 * own * v);
  light += (uRose * 0.13 + uAmber * 0.07) * against * against * v * (0.3 + 0.7 * own);
  light += vec3(0.95, 0.66, 0.45) * uDawn * 0.10 * v;
  light += lampsAt(vec3(foot.x, high, foot.z)) * vec3(0.10, 0.12, 0.09) * (0.3 + 0.7 * v);
  // Those close by are dark: they frame.
  vec4 seen1 = seen(light * mix(0.3, 1.0, smoothstep(4.0, 10.0, d)), place);
  vPlace = place;
  vLight = seen1.rgb;
  vDistance = seen1.a;
  gl_Position = uViewProjection * vec4(place, 1.0);
}
