import type { Voice } from '../voice.ts';
import { steps } from './steps.ts';

/** Every instrument; at most one for a kind and stem. */
export const voices: readonly Voice[] = [steps];
