import barkFragment from './bark.frag?raw';
import barkVertex from './bark.vert?raw';
import groundFragment from './ground.frag?raw';
import groundVertex from './ground.vert?raw';
import ridgesFragment from './ridges.frag?raw';
import ridgesVertex from './ridges.vert?raw';
import skyFragment from './sky.frag?raw';
import skyVertex from './sky.vert?raw';
import type { Spread } from './spread.ts';
import waterFragment from './water.frag?raw';
import waterVertex from './water.vert?raw';

/** As a GPU draws it. */
export const spread: Spread = {
  bark: { vertex: barkVertex, fragment: barkFragment },
  ground: { vertex: groundVertex, fragment: groundFragment },
  ridges: { vertex: ridgesVertex, fragment: ridgesFragment },
  sky: { vertex: skyVertex, fragment: skyFragment },
  water: { vertex: waterVertex, fragment: waterFragment },
};
