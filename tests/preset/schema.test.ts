import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { twilight } from '../../src/preset/defaults.ts';
import { presetJsonSchema } from '../../src/preset/jsonSchema.ts';
import { migrate } from '../../src/preset/migrate.ts';
import type { Param } from '../../src/preset/param.ts';
import { parsePreset } from '../../src/preset/parse.ts';
import { paramGroups } from '../../src/preset/schema.ts';
import { shippedPreset, shippedPresets } from '../../src/preset/shipped.ts';

const folder = new URL('../../presets/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const params: [string, Param][] = Object.entries(paramGroups).flatMap(([group, of]) =>
  Object.entries(of).map(([name, param]): [string, Param] => [`${group}.${name}`, param]),
);

describe('params', () => {
  test.each(params)('%s is described, and its initial value is its own', (_path, param) => {
    expect(param.label).toMatch(/^\S.*\S$/);
    expect(param.what).toMatch(/^[A-Z].*\.$/);
    expect(param.unit).not.toBe('');
    if (param.scale === 'colour') expect(param.initial).toMatch(/^#[0-9a-f]{6}$/);
    if (param.scale === 'linear' || param.scale === 'log') {
      expect(param.min).toBeLessThan(param.max);
      expect(param.initial).toBeGreaterThanOrEqual(param.min);
      expect(param.initial).toBeLessThanOrEqual(param.max);
      expect(param.step).toBeGreaterThan(0);
      expect(param.step).toBeLessThanOrEqual(param.max - param.min);
      if (param.scale === 'log') expect(param.min).toBeGreaterThan(0);
    }
  });

  test('every stem has its trim', () => {
    const stems = 'wind whispers bed steps bark heart seed memory stream stars beings lake festival laughter'.split(
      ' ',
    );
    expect(Object.keys(paramGroups.mix)).toEqual(['level', ...stems]);
  });
});

describe('files', () => {
  test('the committed JSON Schema is the one made from the schema', () => {
    expect(JSON.parse(read('preset.schema.json'))).toEqual(JSON.parse(presetJsonSchema()));
  });

  test('the JSON Schema describes every param with its unit, range and initial value', () => {
    const schema = JSON.parse(presetJsonSchema());
    for (const [path, param] of params) {
      const [group = '', name = ''] = path.split('.');
      const described = schema.properties[group].properties[name];
      expect(described).toMatchObject({ title: param.label, default: param.initial });
      expect(described.description).toContain(param.unit);
      if (param.scale !== 'colour' && param.scale !== 'switch') {
        expect(described).toMatchObject({ minimum: param.min, maximum: param.max });
      }
    }
  });

  test('twilight.json says the defaults in full', () => {
    expect(JSON.parse(read('twilight.json'))).toEqual({ $schema: './preset.schema.json', ...twilight });
  });

  test('what ships is what lies in the folder, by its id', () => {
    const names = readdirSync(folder).filter((name) => !name.endsWith('.schema.json'));
    expect(shippedPresets.map((preset) => `${preset.id}.json`).sort()).toEqual(names.sort());
    expect(shippedPresets[0]).toEqual(twilight);
    expect(shippedPreset('winter')?.title).toBe('Winter');
    expect(shippedPreset('__proto__')).toBeUndefined();
  });

  test.each(shippedPresets.map((preset) => [preset.id, preset] as const))('%s goes round', (id, preset) => {
    expect(parsePreset(JSON.stringify(preset))).toEqual({ ok: true, preset });
    expect(parsePreset(`\uFEFF${read(`${id}.json`)}`)).toEqual({ ok: true, preset });
  });

  test('no two presets are alike in form, place, picture or weather', () => {
    for (const group of ['form', 'place', 'picture', 'weather'] as const) {
      expect(new Set(shippedPresets.map((preset) => JSON.stringify(preset[group]))).size).toBe(shippedPresets.length);
    }
  });
});

describe('migrate', () => {
  test('lifts version by version, from where the file stands', () => {
    const steps = [(raw: object) => ({ ...raw, first: true }), (raw: object) => ({ ...raw, second: 'first' in raw })];
    expect(migrate({ version: 1 }, steps)).toEqual({ ok: true, raw: { version: 3, first: true, second: true } });
    expect(migrate({ version: 2 }, steps)).toEqual({ ok: true, raw: { version: 3, second: false } });
    expect(migrate({ version: 3 }, steps)).toEqual({ ok: true, raw: { version: 3 } });
    expect(migrate({ version: 4 }, steps).ok).toBe(false);
  });

  test.each([0, -1, 1.5, '1', null, Number.NaN])('refuses version %s', (version) => {
    expect(migrate({ version })).toEqual({ ok: false, reason: 'expected a whole number from 1 to 1' });
  });
});
