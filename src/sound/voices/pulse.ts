import { hashText } from '../hash.ts';
import { bake, playTable, shelf } from '../table.ts';
import type { Voice } from '../voice.ts';
import { addLub } from './heart.ts';
import { steps } from './steps.ts';

const LOUD = 0.5;
const lubs = shelf(4);

/** The night's last pulse: a lub, far out on the plain, that is a step already. Its dub is the next night's first. */
export const pulse: Voice = {
  stem: 'steps',
  kinds: ['pulse'],
  play(event, when, offset, out) {
    const table = lubs(event.id, () => bake(0.5, (samples) => addLub(samples, 0, hashText(event.id))));
    const gain = LOUD * event.strength;
    playTable(out, { table, gain, end: event.duration - 0.02 }, when, offset);
    steps.play({ ...event, strength: event.strength * 0.8 }, when, offset, out);
  },
};
