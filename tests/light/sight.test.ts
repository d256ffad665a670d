import { expect, test } from 'vitest';
import { inSight, sightOf } from '../../src/light/sight.ts';
import { twilight } from '../../src/preset/defaults.ts';
import { open } from '../../src/score/open.ts';

test('a place is in sight where the picture reaches it, near by, and nowhere else', () => {
  const piece = open(7, twilight);
  for (const t of [40, 600, 980, 1050]) {
    const camera = piece.camera(t);
    const { azimuth, half } = sightOf(camera, 16 / 9);
    const at = (turn: number, far: number) =>
      [camera.eye[0] + far * Math.cos(azimuth + turn), 0, camera.eye[2] + far * Math.sin(azimuth + turn)] as const;
    expect(inSight(camera, 16 / 9, at(0, 30), 3)).toBe(true);
    for (const side of [-1, 1]) {
      expect(inSight(camera, 16 / 9, at(side * (half + 0.05), 30), 3), 'its edge reaches in').toBe(true);
      expect(inSight(camera, 16 / 9, at(side * (half + 0.2), 30), 3), 'beside the picture').toBe(false);
    }
    expect(inSight(camera, 16 / 9, at(Math.PI, 30), 3), 'behind').toBe(false);
    expect(inSight(camera, 16 / 9, at(Math.PI, 2), 3), 'underfoot').toBe(true);
  }
});
