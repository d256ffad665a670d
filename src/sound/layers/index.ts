import type { Layer } from '../layer.ts';
import { bed } from './bed.ts';
import { festival } from './festival.ts';
import { lake } from './lake.ts';
import { seed } from './seed.ts';
import { stream } from './stream.ts';
import { whispers } from './whispers.ts';
import { wind } from './wind.ts';

/** Every continuous stem. */
export const layers: readonly Layer[] = [wind, whispers, bed, seed, stream, lake, festival];
