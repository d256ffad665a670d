import type { LayerMaker } from '../layer.ts';
import { ground } from './ground.ts';
import { moss } from './moss.ts';
import { motes } from './motes.ts';
import { ridges } from './ridges.ts';
import { sky } from './sky.ts';
import { stars } from './stars.ts';
import { tree } from './tree.ts';
import { water } from './water.ts';

/** Every layer of the picture; within one `where`, drawn in this order. */
export const layerMakers: readonly LayerMaker[] = [moss, tree, ground, ridges, sky, stars, motes, water];
