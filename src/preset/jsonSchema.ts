import { toJsonSchema } from '@valibot/to-json-schema';
import { presetSchema } from './schema.ts';

/** The JSON Schema of a preset file, from the one schema, as the text of `presets/preset.schema.json`. */
export function presetJsonSchema(): string {
  // JSON's numbers are finite within their bounds, and being read-only is our own affair.
  const schema = toJsonSchema(presetSchema, { typeMode: 'input', ignoreActions: ['finite', 'readonly'] });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
