import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import { sightOf } from '../sight.ts';
import { nestedGrids } from './grid.ts';
import { leanGrids } from './leanGrids.ts';
import { ribbonLimit, ribbonSize, ringRibbons } from './ringRibbons.ts';
import { waterSight } from './waterSight.ts';
import { shoreOf } from './waterSurface.ts';

/** The ground itself, under the moss's tips: hills, cushions and creases to the horizon. */
export function ground(scene: Scene): Layer {
  const { groundSide, groundGrids, groundCell, lean } = scene.quality;
  const grids = lean ? leanGrids(groundSide, groundGrids) : undefined;
  const geometry = grids?.geometry ?? nestedGrids(groundSide, groundGrids);
  const box = shoreOf(scene);
  const bare = scene.quality.bare;
  const { vertex, fragment } = scene.spread.ground;
  const land = (before: string, above: string) =>
    matter(scene, {
      vertex: `${above}${vertex}`,
      fragment: `${before}${fragment}`,
      geometry,
      blend: 'opaque',
      closed: true,
      uniforms: {
        uSide: { value: groundSide, type: 'f32' },
        uCell: { value: groundCell, type: 'f32' },
        uShoreBox: { value: new Float32Array(box), type: 'vec4<f32>' },
      },
    });
  // Banks are drawn only where there is water to be seen: without a GPU they cost every pixel of the moss.
  const plain = land('', '');
  const banks = bare
    ? land('#define SHORE\n', '#define SHORE\n')
    : land('#define SHORE\n#include <air>\n#include <land>\n#include <shore>\n', '');
  const ribbons = bare ? ringRibbons(scene) : undefined;
  const seen = waterSight(scene.piece.world);
  return {
    id: 'ground',
    where: 'opaque',
    // A processor's water mirrors what stands on the land; the land itself is as dark there as the ridges behind it.
    mirrored: !bare,
    matter: ribbons === undefined ? [plain, banks] : [plain, banks, ribbons],
    update(frame) {
      banks.visible = seen(frame);
      plain.visible = !banks.visible;
      if (grids === undefined) return true;
      const { azimuth, half } = sightOf(frame.camera, scene.shape.aspect);
      const { start, size } = grids.span(azimuth, half);
      for (const one of [plain, banks]) {
        one.start = start;
        one.size = size;
      }
      if (ribbons !== undefined) {
        const count = scene.shared.uniforms.uRingCount;
        const rings = typeof count === 'number' ? Math.min(ribbonLimit, count) : ribbonLimit;
        ribbons.visible = rings > 0;
        ribbons.size = rings * ribbonSize;
      }
      return true;
    },
    dispose() {
      plain.dispose();
      banks.dispose();
      ribbons?.dispose();
    },
  };
}
