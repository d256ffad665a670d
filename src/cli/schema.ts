import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { presetJsonSchema } from '../preset/jsonSchema.ts';

export const help = `schema: writes presets/preset.schema.json, the JSON Schema of a preset file, from the one schema in src/preset.

  Run it at the root of the checkout after a change of a param; a test fails until both agree.
`;

export async function run(argv: readonly string[]): Promise<number> {
  const [first] = argv;
  if (first === '--help' || first === '-h') {
    process.stdout.write(help);
    return 0;
  }
  if (first !== undefined) {
    process.stderr.write(`schema: takes no arguments, got ${first}\n`);
    return 2;
  }
  writeFileSync(join(process.cwd(), 'presets', 'preset.schema.json'), presetJsonSchema());
  return 0;
}
