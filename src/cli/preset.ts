import { readFileSync, type Stats, statSync } from 'node:fs';
import { badInputLine } from '../preset/badInput.ts';
import { parsePreset } from '../preset/parse.ts';
import type { Preset } from '../preset/schema.ts';
import { shippedPreset, shippedPresets } from '../preset/shipped.ts';
import { UsageError } from './arguments.ts';

/** No preset file is near this; what is larger is something else, or never ends. */
const largestFile = 4 * 1024 * 1024;

function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function read(path: string): string | undefined {
  const there = look(path);
  if (there === undefined) return undefined;
  if (!there.isFile()) throw new UsageError(`--preset is ${JSON.stringify(path)}: that is no file`);
  if (there.size > largestFile)
    throw new UsageError(`--preset is ${JSON.stringify(path)}: that is too large for a preset`);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`--preset is ${JSON.stringify(path)}: it cannot be read`);
  }
}

/**
 * The preset a flag names: the id of a shipped one, or a file.
 * @throws UsageError where there is none, or with the file's mistake and the path to it.
 */
export function findPreset(idOrFile: string): Preset {
  const known = shippedPreset(idOrFile);
  if (known !== undefined) return known;
  const text = read(idOrFile);
  if (text === undefined) {
    const ids = shippedPresets.map((preset) => preset.id).join(', ');
    throw new UsageError(`--preset is ${JSON.stringify(idOrFile)}: there is no such file, and the presets are ${ids}`);
  }
  const parsed = parsePreset(text);
  if (!parsed.ok) throw new UsageError(`${idOrFile}: ${badInputLine(parsed.error)}`);
  return parsed.preset;
}
