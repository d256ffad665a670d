import type { Voice } from '../voice.ts';
import { bark } from './bark.ts';
import { greeting } from './greeting.ts';
import { laugh } from './laugh.ts';
import { outbreath } from './outbreath.ts';
import { steps } from './steps.ts';
import { whisper } from './whisper.ts';

/** Every instrument; at most one for a kind and stem. */
export const voices: readonly Voice[] = [steps, outbreath, whisper, bark, greeting, laugh];
