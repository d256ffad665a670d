// Builds what is stale, then runs the bundled command line: Node 20 runs no TypeScript.
//   node scripts/cli.mjs <command> ...   node scripts/cli.mjs --build
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const sources = ['src', 'presets', 'public', 'scripts', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];
const targets = {
  page: { args: ['build'], inputs: [...sources, ...readdirSync(root).filter((name) => name.endsWith('.html'))] },
  cli: { args: ['build', '--ssr', 'src/cli/index.ts'], inputs: sources },
};
/** Commands that show or drive the built page; the others need the command line alone. */
const needsPage = new Set(['start', 'still', 'render', 'bench']);

/** @param {string} path @returns {string[]} */
function describe(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [`${path} ${stat.mtimeMs} ${stat.size}`];
  return readdirSync(path)
    .sort()
    .flatMap((name) => describe(join(path, name)));
}

/** @param {'page' | 'cli'} target */
const inputsOf = (target) => {
  const lines = targets[target].inputs.flatMap((name) => describe(join(root, name)));
  return createHash('sha256').update(lines.join('\n')).digest('hex');
};

/** @param {'page' | 'cli'} target @param {boolean} always @param {boolean} quiet */
function build(target, always, quiet) {
  const stamp = join(dist, `${target}.stamp`);
  const inputs = inputsOf(target);
  const built = existsSync(join(dist, target)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;
  if (built && !always) return;
  // Built aside and moved into place, so that whoever reads it meanwhile sees the old or the new, never a half.
  const aside = join(dist, `.${target}-${process.pid}`);
  mkdirSync(dist, { recursive: true });
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const log = quiet ? ['--logLevel', 'warn'] : [];
  const { status } = spawnSync(process.execPath, [vite, ...targets[target].args, '--outDir', aside, ...log], {
    cwd: root,
    stdio: quiet ? ['ignore', 2, 2] : ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    process.stderr.write(`mosslight: the ${target} could not be built\n`);
    process.exit(1);
  }
  const old = join(dist, `.old-${target}-${process.pid}`);
  if (existsSync(join(dist, target))) renameSync(join(dist, target), old);
  renameSync(aside, join(dist, target));
  rmSync(old, { recursive: true, force: true });
  writeFileSync(stamp, inputs);
}

const [command = '--help'] = process.argv.slice(2);
if (command === '--build') {
  build('page', true, false);
  build('cli', true, true);
} else {
  build('cli', false, true);
  const asksForHelp = process.argv.includes('--help') || process.argv.includes('-h');
  if (needsPage.has(command) && !asksForHelp) build('page', false, true);
  await import(pathToFileURL(join(dist, 'cli/index.js')).href);
}
