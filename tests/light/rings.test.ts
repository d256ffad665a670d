import { describe, expect, it } from 'vitest';
import { packRings, ringArrays, ringEnvelope, ringLimit, ringRadius, ringReach } from '../../src/light/rings.ts';
import { twilight } from '../../src/preset/defaults.ts';
import { open } from '../../src/score/open.ts';
import type { Active, Event } from '../../src/score/types.ts';

const piece = open(7, twilight);

const step = (ordinal: number, age: number): Active => {
  const event: Event = {
    id: `0-step-${ordinal}`,
    kind: 'step',
    movement: 'moss',
    night: 0,
    at: 10 - age,
    duration: 8,
    place: [ordinal, 2, -ordinal],
    strength: 0.5,
    pitches: [],
    index: ordinal,
    item: 0,
    warmth: 0,
  };
  return { event, age };
};

describe('a ring', () => {
  it('runs outwards without ever turning back', () => {
    let before = 0;
    for (let age = 0.05; age < 8; age += 0.05) {
      const radius = ringRadius(age);
      expect(radius).toBeGreaterThan(before);
      before = radius;
    }
    expect(ringRadius(0)).toBe(0);
    expect(ringRadius(1)).toBeGreaterThan(3.5);
    expect(ringRadius(1)).toBeLessThan(5.5);
  });

  it('does not run under reduced motion: it glows where it is, slowly up and away', () => {
    const frame = piece.frame(60);
    const out = ringArrays();
    const lights: number[] = [];
    for (let age = 0.02; age < 8; age += 0.1) {
      packRings({ ...frame, active: [step(0, age)], calm: true }, out);
      expect(out.count).toBe(1);
      expect(out.place[3]).toBeCloseTo(2.6);
      lights.push(out.colour[3] ?? 0);
    }
    const top = Math.max(...lights);
    for (const [i, light] of lights.entries()) expect(Math.abs(light - (lights[i - 1] ?? 0))).toBeLessThan(top * 0.16);
    expect(lights.at(-1)).toBeLessThan(top * 0.2);
  });

  it('rises from nothing and has died at its reach', () => {
    expect(ringEnvelope(0)).toBe(0);
    expect(ringEnvelope(ringReach)).toBe(0);
    expect(ringEnvelope(1)).toBeGreaterThan(ringEnvelope(6));
    for (let radius = 0; radius <= ringReach; radius += 0.25) {
      expect(ringEnvelope(radius)).toBeGreaterThanOrEqual(0);
      expect(ringEnvelope(radius)).toBeLessThanOrEqual(1);
    }
  });
});

describe('the rings of a frame', () => {
  const frame = piece.frame(20, []);

  it('are the youngest, and never more than the shaders hold', () => {
    const out = ringArrays();
    const active = Array.from({ length: 60 }, (_, i) => step(i + 1, 3 - i * 0.04));
    packRings({ ...frame, active }, out);
    expect(out.count).toBe(ringLimit);
    expect([out.place[0], out.place[1], out.place[2]]).toEqual([60, 2, -60]);
    expect(out.place[3]).toBeCloseTo(ringRadius(3 - 59 * 0.04), 4);
  });

  it('leave out what sends no ring, and what has died', () => {
    const out = ringArrays();
    const whisper: Active = { age: 0.1, event: { ...step(1, 0.1).event, kind: 'whisper' } };
    packRings({ ...frame, active: [whisper, step(1, 13)] }, out);
    expect(out.count).toBe(0);
  });

  it("begin a night in last night's blossom colour", () => {
    const out = ringArrays();
    packRings({ ...frame, active: [step(0, 1)] }, out);
    const blossom = frame.palette.lastBlossom;
    const [r = 0, g = 0, b = 0] = out.colour;
    const away = Math.hypot(r - blossom[0], g - blossom[1], b - blossom[2]);
    packRings({ ...frame, active: [step(3, 1)] }, out);
    const [r2 = 0, g2 = 0, b2 = 0] = out.colour;
    expect(away).toBeLessThan(Math.hypot(r2 - blossom[0], g2 - blossom[1], b2 - blossom[2]));
  });

  it('wake others where they pass, which set out from nothing and end with what woke them', () => {
    const out = ringArrays();
    const lie = { height: () => 3, tree: [0, 0, 0] as const };
    packRings({ ...frame, active: [step(2, 0.2)] }, out, lie);
    expect(out.count).toBe(1);
    packRings({ ...frame, active: [step(2, 5)] }, out, lie);
    expect(out.count).toBe(3);
    expect(out.place[5]).toBe(3);
    expect(out.place[7] ?? 0).toBeLessThan(out.place[3] ?? 0);
    const before = out.colour[7] ?? 0;
    packRings({ ...frame, active: [step(2, 7.99)] }, out, lie);
    expect(out.colour[7] ?? 1).toBeLessThan(before * 0.05);
  });

  it('come weak in Need', () => {
    const bright = ringArrays();
    const drained = ringArrays();
    packRings({ ...frame, active: [step(2, 1)] }, bright);
    packRings({ ...frame, active: [step(2, 1)], curves: { ...frame.curves, colour: 0 } }, drained);
    expect(drained.colour[3] ?? 1).toBeLessThan((bright.colour[3] ?? 0) * 0.5);
  });
});
