import type { Movement } from '../draft.ts';
import type { MovementId } from '../types.ts';
import { beings } from './beings.ts';
import { festival } from './festival.ts';
import { lake } from './lake.ts';
import { moss } from './moss.ts';
import { need } from './need.ts';
import { seed } from './seed.ts';
import { stream } from './stream.ts';
import { tree } from './tree.ts';
import { waking } from './waking.ts';

export const movements: Readonly<Record<MovementId, Movement>> = {
  moss,
  need,
  tree,
  seed,
  stream,
  beings,
  lake,
  festival,
  waking,
};
