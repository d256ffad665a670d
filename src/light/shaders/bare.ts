import barkFragment from './barkBare.frag?raw';
import barkVertex from './barkBare.vert?raw';
import groundFragment from './groundBare.frag?raw';
import groundVertex from './groundBare.vert?raw';
import ridgesFragment from './ridgesBare.frag?raw';
import ridgesVertex from './ridgesBare.vert?raw';
import skyFragment from './skyBare.frag?raw';
import skyVertex from './skyBare.vert?raw';
import type { Spread } from './spread.ts';
import waterFragment from './waterBare.frag?raw';
import waterVertex from './waterBare.vert?raw';

/** As a processor can afford it. */
export const spread: Spread = {
  bark: { vertex: barkVertex, fragment: barkFragment },
  ground: { vertex: groundVertex, fragment: groundFragment },
  ridges: { vertex: ridgesVertex, fragment: ridgesFragment },
  sky: { vertex: skyVertex, fragment: skyFragment },
  water: { vertex: waterVertex, fragment: waterFragment },
};
