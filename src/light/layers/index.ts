import type { LayerMaker } from '../layer.ts';
import { beings, bodies } from './beings.ts';
import { ground } from './ground.ts';
import { hands } from './hands.ts';
import { inner, innerEnd } from './inner.ts';
import { lakeDeep } from './lakeDeep.ts';
import { memory } from './memory.ts';
import { memoryBeam } from './memoryBeam.ts';
import { memoryLeaves } from './memoryLeaves.ts';
import { moss } from './moss.ts';
import { motes } from './motes.ts';
import { orb } from './orb.ts';
import { plant } from './plant.ts';
import { reeds } from './reeds.ts';
import { ridges } from './ridges.ts';
import { sky } from './sky.ts';
import { stars } from './stars.ts';
import { stones } from './stones.ts';
import { tendrils } from './tendrils.ts';
import { tree } from './tree.ts';
import { treeLight } from './treeLight.ts';
import { water } from './water.ts';
import { waterGlints } from './waterGlints.ts';

/** Every layer of the picture; within one `where`, drawn in this order. */
export const layerMakers: readonly LayerMaker[] = [
  moss,
  tree,
  bodies,
  ground,
  ridges,
  sky,
  stars,
  motes,
  beings,
  treeLight,
  hands,
  water,
  inner,
  tendrils,
  memory,
  memoryBeam,
  memoryLeaves,
  orb,
  innerEnd,
  plant,
  reeds,
  stones,
  waterGlints,
  lakeDeep,
];
