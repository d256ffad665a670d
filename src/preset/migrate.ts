/** A file's content before validation: nothing is known of it but that it is an object. */
export type RawPreset = Readonly<Record<string, unknown>>;

/** Lifts a file by one version. Pure; it may meet any values, and leaves what it does not understand to the schema. */
export type Migration = (raw: RawPreset) => RawPreset;

export const currentVersion = 1;

/** `migrations[0]` lifts version 1 to 2, and so on. */
const migrations: readonly Migration[] = [];

export type Migrated = { readonly ok: true; readonly raw: RawPreset } | { readonly ok: false; readonly reason: string };

/** Lifts a raw preset to the newest version, or says why its version cannot be read. */
export function migrate(raw: RawPreset, steps: readonly Migration[] = migrations): Migrated {
  const newest = steps.length + 1;
  const version = Object.hasOwn(raw, 'version') ? raw.version : undefined;
  if (version === undefined) return { ok: false, reason: `is missing; expected ${newest}` };
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { ok: false, reason: `expected a whole number from 1 to ${newest}` };
  }
  if (version > newest) {
    return { ok: false, reason: `is ${version}, from a newer Mosslight; this one reads up to ${newest}` };
  }
  let lifted = raw;
  for (const [index, step] of steps.slice(version - 1).entries()) {
    lifted = { ...step(lifted), version: version + index + 1 };
  }
  return { ok: true, raw: lifted };
}
