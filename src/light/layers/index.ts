import type { LayerMaker } from '../layer.ts';
import { answers, pulse } from './answers.ts';
import { beings } from './beings.ts';
import { carried } from './carried.ts';
import { festive } from './festive.ts';
import { ground } from './ground.ts';
import { hands } from './hands.ts';
import { inner, innerEnd } from './inner.ts';
import { lakeDeep } from './lakeDeep.ts';
import { map } from './map.ts';
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
import { breath } from './sparks.ts';
import { stars } from './stars.ts';
import { stones } from './stones.ts';
import { tendrils } from './tendrils.ts';
import { trace } from './trace.ts';
import { tree } from './tree.ts';
import { treeLight } from './treeLight.ts';
import { water } from './water.ts';
import { waterDips } from './waterDips.ts';
import { waterGlints } from './waterGlints.ts';

/** Every layer of the picture; within one `where`, drawn in this order. */
export const layerMakers: readonly LayerMaker[] = [
  moss,
  tree,
  ground,
  carried,
  ridges,
  sky,
  stars,
  map,
  motes,
  beings,
  festive,
  trace,
  answers,
  pulse,
  breath,
  treeLight,
  hands,
  water,
  inner,
  memory,
  memoryBeam,
  tendrils,
  memoryLeaves,
  orb,
  innerEnd,
  plant,
  reeds,
  stones,
  waterGlints,
  lakeDeep,
  waterDips,
];
