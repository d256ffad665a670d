import type { Layer } from '../layer.ts';
import { bed } from './bed.ts';
import { whispers } from './whispers.ts';
import { wind } from './wind.ts';

/** Every continuous stem. */
export const layers: readonly Layer[] = [wind, whispers, bed];
