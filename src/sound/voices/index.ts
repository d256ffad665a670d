import type { Voice } from '../voice.ts';
import { answer } from './answer.ts';
import { bark } from './bark.ts';
import { bloom } from './bloom.ts';
import { dip } from './dip.ts';
import { drum } from './drum.ts';
import { greeting } from './greeting.ts';
import { gust } from './gust.ts';
import { heart } from './heart.ts';
import { laugh } from './laugh.ts';
import { memory } from './memory.ts';
import { outbreath } from './outbreath.ts';
import { pluck } from './pluck.ts';
import { pulse } from './pulse.ts';
import { star } from './star.ts';
import { steps } from './steps.ts';
import { whisper } from './whisper.ts';

/** Every instrument; at most one for a kind and stem. */
export const voices: readonly Voice[] = [
  steps,
  outbreath,
  whisper,
  bark,
  greeting,
  laugh,
  heart,
  memory,
  dip,
  star,
  answer,
  bloom,
  gust,
  drum,
  pluck,
  pulse,
];
