// What a drum's lantern hangs on: its pole leans a little away from the water; its tip reaches over.
void drawPole(int corner, int part) {
  int which = int(aSpot.x);
  float lit = smoothstep(0.0, 0.16, uFestival);
  if (which >= uDrumCount || lit <= 0.01) return;
  vec3 h = hash3(ivec3(which, 17, 31));
  vec4 here = uDrums[which];
  vec2 out1 = normalize(here.xz - uLake.xy);
  vec2 stand = here.xz + out1 * (0.3 + 0.2 * h.y) + vec2(-out1.y, out1.x) * (h.x - 0.5) * 0.5;
  vec3 foot = vec3(stand.x, landAt(stand).height - 0.1, stand.y);
  vec3 top = vec3(mix(stand, here.xz, 0.25), 0.0).xzy + vec3(0.0, here.y + 0.32, 0.0);
  vec3 arm = here.xyz + vec3(0.0, 0.38, 0.0);
  vec3 wood = paperHue(h, hash3(ivec3(which + 7, 24, 38))) * lit * (0.14 + 0.2 * here.w);
  bool stands = part < 2;
  drawWood(corner, part == 1, stands ? foot : part == 2 ? top : here.xyz + hangingOf(h) + vec3(0.0, 0.14, 0.0), stands ? top : arm, stands ? 0.012 : part == 2 ? 0.01 : 0.006, wood);
}
