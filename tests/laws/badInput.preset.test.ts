import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { twilight } from '../../src/preset/defaults.ts';
import { type ParsedPreset, parsePreset } from '../../src/preset/parse.ts';
import { paramGroups } from '../../src/preset/schema.ts';

/** Law 10 for presets: any bytes give one clear error with its path, or a complete and frozen preset; nothing throws. */

const head = { version: 1, id: 'a', title: 'A' };

function frozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(frozen);
}

function holds(parsed: ParsedPreset): void {
  if (parsed.ok) {
    expect(frozen(parsed.preset)).toBe(true);
    expect(parsePreset(JSON.stringify(parsed.preset))).toEqual(parsed);
    for (const [name, group] of Object.entries(paramGroups)) {
      expect(Object.keys(Reflect.get(parsed.preset, name))).toEqual(Object.keys(group));
    }
  } else {
    expect(parsed.error.reason).not.toBe('');
    expect(parsed.error.reason.length).toBeLessThan(300);
    expect(parsed.error.path.length).toBeLessThan(130);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
}

const line = (input: unknown): string => {
  const parsed = parsePreset(input);
  return parsed.ok ? 'ok' : `${parsed.error.path}: ${parsed.error.reason}`;
};

describe('law 10: a preset of any bytes', () => {
  test('property: any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => holds(parsePreset(text))));
  });

  test('property: any value at all', () => {
    const any = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
    });
    fc.assert(fc.property(any, (value) => holds(parsePreset(value))));
  });

  test('property: any bytes, decoded', () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    fc.assert(fc.property(bytes, (raw) => holds(parsePreset(new TextDecoder().decode(raw)))));
  });

  test('property: a good file with one value replaced by any other', () => {
    const places = Object.entries(paramGroups).flatMap(([group, params]) => [
      [group],
      ...Object.keys(params).map((name) => [group, name]),
    ]);
    const top = [...Object.keys(head), 'seed', 'tags', 'author', '$schema', '__proto__', 'constructor', 'toString'];
    const path = fc.constantFrom(...places, ...top.map((key) => [key]), ['form', '__proto__'], ['mix', 'valueOf']);
    fc.assert(
      fc.property(path, fc.jsonValue({ maxDepth: 3 }), ([group = '', name], value) => {
        const inner = JSON.stringify(value);
        const written = name === undefined ? inner : `{${JSON.stringify(name)}:${inner}}`;
        const base = Object.entries(head).filter(([key]) => key !== group);
        const parts = [
          ...base.map(([key, is]) => `"${key}":${JSON.stringify(is)}`),
          `${JSON.stringify(group)}:${written}`,
        ];
        holds(parsePreset(`{${parts.join(',')}}`));
      }),
      { numRuns: 1000 },
    );
  });

  test('every number refuses what lies beyond its ends, what is infinite and what is no number', () => {
    for (const [group, params] of Object.entries(paramGroups)) {
      for (const [name, param] of Object.entries(params)) {
        const write = (value: string) => `{"version":1,"id":"a","title":"A","${group}":{"${name}":${value}}}`;
        const bad = ['null', '[]', '{}', 'true', '""', '"#12345g"', '1e999', '-1e999', '"1"'];
        if (param.scale !== 'colour') {
          bad.push(String(param.min - 0.001), String(param.max + 0.001));
          expect(line(write(String(param.min)))).toBe('ok');
          expect(line(write(String(param.max)))).toBe('ok');
        }
        for (const value of bad) expect(line(write(value))).toContain(`${group}.${name}: expected `);
      }
    }
  });

  test('says what is wrong, and where', () => {
    const at = (more: object) => line({ ...head, ...more });
    expect(at({ place: { relief: 7 } })).toBe('place.relief: expected a finite number from 0.3 to 2, got 7');
    expect(at({ place: { reliëf: 1 } })).toBe('place.reliëf: unknown key');
    expect(at({ picture: { moss: 'green' } })).toBe(`picture.moss: expected a colour such as '#0b1026', got "green"`);
    expect(at({ colour: 1 })).toBe('colour: unknown key');
    expect(at({ toString: 1 })).toBe('toString: unknown key');
    expect(at({ form: [] })).toBe('form: expected an object, got a list');
    expect(at({ seed: -1 })).toBe('seed: expected a whole number from 0 to 4294967295, got -1');
    expect(at({ tags: ['a', 2] })).toBe('tags.1: expected a text of 1 to 32 characters, got 2');
    expect(at({ version: 2 })).toBe('version: is 2, from a newer Mosslight; this one reads up to 1');
    expect(line({ version: 1, id: 'a' })).toBe('title: is missing');
    expect(line({})).toBe('version: is missing; expected 1');
    expect(line('{"version":1,"id":"a","title":"A","__proto__":{"polluted":1}}')).toBe('__proto__: unknown key');
    expect(line('{"version":1,"id":"a","title":"A","mix":{"__proto__":{}}}')).toBe('mix.__proto__: unknown key');
    expect(line('')).toContain('is not JSON');
    expect(line(`"${'x'.repeat(300_000)}"`)).toBe(': is larger than 256 kB');
    expect(line('['.repeat(200_000))).not.toBe('ok');
    expect(
      line({
        get version() {
          throw new Error('no');
        },
      }),
    ).toBe(': cannot be read');
  });

  test('leaves what it was given as it was', () => {
    const given = { ...head, form: { length: 600 }, tags: ['one'] };
    const parsed = parsePreset(given);
    expect(parsed.ok && parsed.preset.form.length).toBe(600);
    expect(Object.isFrozen(given.form) || Object.isFrozen(given.tags)).toBe(false);
    expect(parsed.ok && parsed.preset.picture).toEqual(twilight.picture);
  });
});
