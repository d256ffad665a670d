import { along } from '../../score/vector.ts';
import type { Layer, Scene } from '../layer.ts';
import { beatOf } from './orbBeat.ts';

/** How bright the moss at the feet becomes with a full beat, and how far from them it reaches. */
const brightest = 0.5;
const reach = 1.6;

/**
 * The seed one carries: where the heart is heard and the eyes are open, each beat warms the moss before the feet a little.
 */
export function carried({ lamps }: Scene): Layer {
  return {
    id: 'carried',
    where: 'added',
    mirrored: false,
    matter: [],
    update(frame, { piece }) {
      const { swell } = beatOf(piece, { ...frame, curves: { ...frame.curves, heartLevel: 1 } });
      if (swell <= 0 || frame.curves.inner >= 1) return false;
      const { eye, forward } = frame.camera;
      const place = along(along(eye, [forward[0], 0, forward[2]], 1.3), [0, 1, 0], -1.1);
      const [r, g, b] = frame.palette.ember;
      const light = brightest * swell * (1 - frame.curves.inner);
      lamps.hang({ place, colour: [r * light, g * light, b * light], reach });
      return true;
    },
    dispose() {},
  };
}
