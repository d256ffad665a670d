import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Diagnostic {
  readonly category: string;
  readonly message: string;
}

const root = join(import.meta.dirname, '../..');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mosslight-rooms-'));
  await cp(join(root, 'biome.json'), join(folder, 'biome.json'));
  await cp(join(root, 'lint'), join(folder, 'lint'), { recursive: true });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What our linter says of one line of program at a path, by the rules the checkout itself is held to. */
async function lint(path: string, line: string): Promise<string[]> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${line}\n`);
  const answer = await new Promise<string>((resolve) => {
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', path];
    execFile(process.execPath, args, { cwd: folder }, (_error, stdout) => resolve(stdout));
  });
  const { diagnostics } = JSON.parse(answer) as { diagnostics: Diagnostic[] };
  return diagnostics.map(({ category, message }) => `${category}: ${message}`);
}

const use = (path: string) => `import { a } from '${path}';\nexport const b = a;`;

test.each([
  ['src/time/x.ts', '../preset/a.ts'],
  ['src/preset/x.ts', '../time/a.ts'],
  ['src/world/x.ts', '../score/a.ts'],
  ['src/world/x.ts', 'pixi.js'],
  ['src/world/deep/x.ts', '../../light/a.ts'],
  ['src/score/x.ts', '../light/a.ts'],
  ['src/score/movements/x.ts', '../../sound/voices/a.ts'],
  ['src/score/x.ts', '../time/a.ts'],
  ['src/score/x.ts', 'node:fs'],
  ['src/light/x.ts', '../sound/a.ts'],
  ['src/light/layers/x.ts', '../../time/a.ts'],
  ['src/light/x.ts', 'tone'],
  ['src/sound/x.ts', '../light/a.ts'],
  ['src/sound/x.ts', '../touch/a.ts'],
  ['src/sound/x.ts', 'pixi.js'],
  ['src/touch/x.ts', '../light/a.ts'],
  ['src/export/x.ts', '../cli/a.ts'],
  ['src/export/x.ts', '../main.ts'],
  ['src/units.ts', './time/a.ts'],
])('%s may not import %s', async (path, from) => {
  expect(await lint(path, use(from))).toContainEqual(expect.stringContaining('noRestrictedImports'));
});

test.each([
  ['src/world/x.ts', '../preset/a.ts'],
  ['src/world/x.ts', '../units.ts'],
  ['src/score/movements/x.ts', '../../units.ts'],
  ['src/score/movements/x.ts', '../harmony.ts'],
  ['src/score/x.ts', '../world/a.ts'],
  ['src/light/layers/x.ts', '../stage.ts'],
  ['src/light/x.ts', 'pixi.js'],
  ['src/sound/x.ts', '../time/a.ts'],
  ['src/export/x.ts', '../light/a.ts'],
  ['src/main.ts', './light/a.ts'],
  ['src/cli/x.ts', 'node:fs'],
])('%s may import %s', async (path, from) => {
  expect(await lint(path, use(from))).toEqual([]);
});

test.each([
  ['src/world/x.ts', 'export const a = Date.now();'],
  ['src/score/x.ts', 'export const a = performance.now();'],
  ['src/score/x.ts', 'export const a = document.title;'],
  ['src/world/x.ts', 'export const a = Math.random();'],
  ['src/light/x.ts', 'export const a = Math.random();'],
  ['src/sound/x.ts', 'export const a = Math.random();'],
  ['src/sound/x.ts', "import * as Tone from 'tone';\nexport const a = new Tone.Reverb();"],
  ['src/sound/x.ts', "import { PluckSynth } from 'tone';\nexport const a = new PluckSynth();"],
])('%s is refused: %s', async (path, line) => {
  expect(await lint(path, line)).not.toEqual([]);
});
