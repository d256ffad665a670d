import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeLink, type Link, parseLink } from '../../src/preset/link.ts';

test('reads and writes the readable form', () => {
  const link = { preset: 'twilight', seed: 7, at: 270.5 };
  expect(encodeLink(link)).toBe('#p=twilight&s=7&t=270.5');
  expect(parseLink('#p=twilight&s=7&t=270.5')).toEqual({ ok: true, link });
  expect(parseLink('t=3')).toEqual({ ok: true, link: { at: 3 } });
  for (const empty of ['', '#']) expect(parseLink(empty)).toEqual({ ok: true, link: {} });
  expect(encodeLink({})).toBe('');
});

test.each([
  ['#p=Twilight', 'link.p'],
  ['#p=', 'link.p'],
  ['#p=a%20b', 'link.p'],
  ['#p=a&p=b', 'link.p'],
  ['#s=4294967296', 'link.s'],
  ['#s=-1', 'link.s'],
  ['#s=1e3', 'link.s'],
  ['#s', 'link.s'],
  ['#t=-1', 'link.t'],
  ['#t=NaN', 'link.t'],
  ['#t=99999999999', 'link.t'],
  ['#t=1&t=2', 'link.t'],
  ['#x=1', 'link'],
  ['#__proto__=1', 'link'],
  ['#&', 'link'],
  [`#p=${'a'.repeat(600)}`, 'link'],
])('refuses %s at %s', (hash, path) => {
  expect(parseLink(hash)).toMatchObject({ ok: false, error: { path } });
});

test('property: what is written is read again, to the millisecond', () => {
  const link: fc.Arbitrary<Link> = fc.record(
    {
      preset: fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,20})?$/),
      seed: fc.integer({ min: 0, max: 4294967295 }),
      at: fc.double({ min: 0, max: 1e10, noNaN: true }).map((at) => Math.round(at * 1000) / 1000),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(link, (of) => {
      expect(parseLink(encodeLink(of))).toEqual({ ok: true, link: of });
    }),
  );
});

test('property: no text throws, and what is read is in range', () => {
  const nearly = fc.array(fc.tuple(fc.constantFrom('p', 's', 't', 'q', ''), fc.string()), { maxLength: 5 });
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 700 }),
    nearly.map((parts) => `#${parts.map(([key, value]) => `${key}=${value}`).join('&')}`),
  );
  fc.assert(
    fc.property(text, (hash) => {
      const parsed = parseLink(hash);
      if (!parsed.ok) {
        expect(parsed.error.path).toMatch(/^link/);
        expect(parsed.error.reason.length).toBeLessThan(200);
        return;
      }
      const { seed = 0, at = 0, preset = 'a' } = parsed.link;
      expect(Number.isInteger(seed) && seed >= 0 && seed <= 4294967295).toBe(true);
      expect(Number.isFinite(at) && at >= 0).toBe(true);
      expect(preset).toMatch(/^[a-z0-9-]{1,64}$/);
    }),
    { numRuns: 1000 },
  );
});
