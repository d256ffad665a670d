import ember from '../../presets/ember.json' with { type: 'json' };
import twilight from '../../presets/twilight.json' with { type: 'json' };
import winter from '../../presets/winter.json' with { type: 'json' };
import { badInputLine } from './badInput.ts';
import { parsePreset } from './parse.ts';
import type { Preset } from './schema.ts';

function shipped(name: string, value: unknown): Preset {
  const parsed = parsePreset(value);
  if (parsed.ok) return parsed.preset;
  throw new Error(`presets/${name}.json: ${badInputLine(parsed.error)}`);
}

/** The presets that come with the piece, the default first. */
export const shippedPresets: readonly Preset[] = Object.freeze([
  shipped('twilight', twilight),
  shipped('ember', ember),
  shipped('winter', winter),
]);

export function shippedPreset(id: string): Preset | undefined {
  return shippedPresets.find((preset) => preset.id === id);
}
