import { asUsageError, type Command, UsageError } from './arguments.ts';

/** Each command's file is loaded only when it is asked for: `score` must answer at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  still: async () => (await import('./still.ts')).still,
  render: async () => (await import('./render.ts')).render,
  score: async () => (await import('./score.ts')).score,
  bench: async () => (await import('./bench.ts')).bench,
  schema: async () => (await import('./schema.ts')).schema,
};

const help = `Mosslight: a night of light and sound, composed anew from a seed.

  npm start                    build, serve and open the piece
  npm run <command> -- --help  what a command takes

Commands: ${Object.keys(commands).join(', ')}
`;

async function main([name, ...argv]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(help);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw new UsageError(`there is no command ${JSON.stringify(name)}: try --help`);
  const command = await load();
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(argv);
}

/** A reader that closes early (`| head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  const error = asUsageError(thrown);
  const line = error instanceof Error ? error.message : String(error);
  process.stderr.write(`mosslight: ${line}\n`);
  if (!(error instanceof UsageError) && process.env.MOSSLIGHT_TRACE) console.error(error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
