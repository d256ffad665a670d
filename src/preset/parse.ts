import * as v from 'valibot';
import type { BadInput } from './badInput.ts';
import { deepFreeze } from './freeze.ts';
import { migrate, type RawPreset } from './migrate.ts';
import { type Preset, paramGroups, presetSchema } from './schema.ts';

export type ParsedPreset =
  | { readonly ok: true; readonly preset: Preset }
  | { readonly ok: false; readonly error: BadInput };

/** The largest preset text that is read, in UTF-16 units; a complete file has about 3,000. */
const LARGEST = 256 * 1024;
const LONGEST_PATH = 120;

function refuse(path: string, reason: string): { ok: false; error: BadInput } {
  const short = path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path;
  return { ok: false, error: { path: short, reason } };
}

function isRecord(value: unknown): value is RawPreset {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fromText(text: string): { ok: true; value: unknown } | { ok: false; error: BadInput } {
  if (text.length > LARGEST) return refuse('', `is larger than ${LARGEST / 1024} kB`);
  try {
    // Some editors begin a file with a byte order mark, which JSON does not allow.
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (cause) {
    return refuse('', `is not JSON: ${cause instanceof Error ? cause.message.slice(0, 160) : 'cannot be read'}`);
  }
}

function fromValue(value: unknown): ParsedPreset {
  if (!isRecord(value)) return refuse('', 'expected an object');
  const migrated = migrate(value);
  if (!migrated.ok) return refuse('version', migrated.reason);
  // To valibot a list is an object too, and an empty one would pass for a group that says nothing.
  const list = Object.keys(paramGroups).find((name) => Array.isArray(migrated.raw[name]));
  if (list !== undefined) return refuse(list, 'expected an object, got a list');
  const result = v.safeParse(presetSchema, migrated.raw, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    return refuse(v.getDotPath(issue) ?? '', issue.message);
  }
  const { $schema: _, ...preset } = result.output;
  return { ok: true, preset: deepFreeze(preset) };
}

/**
 * A preset from the text of its file, or from a value already read from JSON. Never throws: whatever comes in, the
 * answer is a complete, frozen preset or one error.
 */
export function parsePreset(input: unknown): ParsedPreset {
  try {
    if (typeof input !== 'string') return fromValue(input);
    const read = fromText(input);
    return read.ok ? fromValue(read.value) : read;
  } catch {
    // Only an exotic object gets here, one whose properties throw when read.
    return refuse('', 'cannot be read');
  }
}
