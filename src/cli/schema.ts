import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { presetJsonSchema } from '../preset/jsonSchema.ts';
import { type Command, UsageError } from './arguments.ts';

export const schema: Command = {
  help: `schema: writes presets/preset.schema.json, the JSON Schema of a preset file, from the one schema in src/preset

  Run it at the root of the checkout after a change of a param; a test fails until both agree.
`,
  run: async (argv) => {
    const [first] = argv;
    if (first !== undefined) throw new UsageError(`schema takes no arguments, got ${JSON.stringify(first)}`);
    writeFileSync(join(process.cwd(), 'presets', 'preset.schema.json'), presetJsonSchema());
    return 0;
  },
};
