import { badInputLine } from './badInput.ts';
import { currentVersion } from './migrate.ts';
import { parsePreset } from './parse.ts';
import type { Preset } from './schema.ts';

/** A preset of which only the head is said: every param keeps its initial value. */
function initial(head: Partial<Preset>): Preset {
  const parsed = parsePreset(head);
  if (parsed.ok) return parsed.preset;
  throw new Error(badInputLine(parsed.error));
}

/** The default preset, made from the params' initial values; `presets/twilight.json` says the same in full. */
export const twilight: Preset = initial({
  version: currentVersion,
  id: 'twilight',
  title: 'Twilight',
  description: 'The walk as it is meant: a dusk that refuses to become night, moss underfoot, the tree far off.',
  author: 'The Mosslight authors',
  licence: 'MIT',
  tags: ['dusk', 'moss', 'calm'],
  seed: 7,
});
