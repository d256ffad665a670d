import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Remembered, recall, remember, type TextStore, unremembered } from '../../src/preset/store.ts';

function storeWith(text: string | null): TextStore & { text: string | null } {
  return {
    text,
    getItem() {
      return this.text;
    },
    setItem(_key, value) {
      this.text = value;
    },
  };
}

const forbidden: TextStore = {
  getItem: () => {
    throw new Error('forbidden');
  },
  setItem: () => {
    throw new Error('full');
  },
};

test('remembers', () => {
  const what: Remembered = { preset: 'winter', volume: 0.25, muted: true, offset: -0.04 };
  const store = storeWith(null);
  expect(recall(store)).toEqual(unremembered);
  expect(remember(store, what)).toBe(true);
  expect(recall(store)).toEqual(what);
});

test('a store that refuses is as if there were none', () => {
  expect(recall(forbidden)).toEqual(unremembered);
  expect(remember(forbidden, unremembered)).toBe(false);
});

test('a broken field does not cost the others', () => {
  const store = storeWith('{"preset":"Winter!","volume":1e999,"muted":true,"newer":1}');
  expect(recall(store)).toEqual({ ...unremembered, muted: true });
});

test('property: whatever the store holds, what is recalled can be used', () => {
  const field = fc.oneof(fc.jsonValue(), fc.double());
  const near = fc.record({ preset: field, volume: field, muted: field, offset: field }, { requiredKeys: [] });
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    near.map((of) => JSON.stringify(of)),
  );
  fc.assert(
    fc.property(text, (held) => {
      const { preset, volume, muted, offset } = recall(storeWith(held));
      expect(preset).toMatch(/^[a-z0-9-]{1,64}$/);
      expect(volume >= 0 && volume <= 1 && Math.abs(offset) <= 0.5).toBe(true);
      expect(typeof muted).toBe('boolean');
    }),
  );
});
