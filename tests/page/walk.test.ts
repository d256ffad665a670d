import { describe, expect, test } from 'vitest';
import { approach } from '../../src/ambience/presence.ts';
import { createWalk } from '../../src/ambience/walk.ts';
import type { Touch } from '../../src/score/types.ts';
import { createManualClock } from '../../src/time/manual.ts';
import { createTimeline } from '../../src/time/timeline.ts';
import { form } from './form.ts';

const unseen = (): never => {
  throw new Error('nothing is drawn here');
};

function walking() {
  const clock = createManualClock();
  const timeline = createTimeline(clock);
  const told: (readonly Touch[])[] = [];
  const walk = createWalk(
    { ...form, frame: unseen, camera: unseen },
    timeline,
    () => false,
    (touches) => told.push(touches),
  );
  const pass = (seconds: number) => {
    for (let i = 0; i < Math.round(seconds / 0.05); i++) {
      clock.advance(0.05);
      walk.tick(clock.now());
    }
  };
  timeline.play();
  return { timeline, walk, pass, told };
}

const moss = { on: 'moss', place: [1, 2, 3], item: 0 } as const;

describe('going elsewhere', () => {
  test('fades out first, and many presses add up to one way', () => {
    const { timeline, walk, pass } = walking();
    walk.by(10);
    walk.by(10);
    expect(walk.picture()).toBe(0);
    expect(walk.position()).toBe(20);
    pass(0.1);
    expect(timeline.position()).toBeLessThan(1);
    pass(0.4);
    expect(timeline.position()).toBeGreaterThanOrEqual(20);
    expect(walk.picture()).toBe(1);
    walk.next();
    pass(0.4);
    expect(timeline.position()).toBeGreaterThanOrEqual(150);
    walk.by(-1000);
    pass(0.4);
    expect(timeline.position()).toBeLessThan(1);
  });
});

test.each([1, 2, 3, 4, 6, 10])(
  'pressed %d times a second, next never makes more than two flashes in one',
  (pressed) => {
    const { walk, pass } = walking();
    let level = 1;
    let rising = false;
    const flashes: number[] = [];
    for (let step = 0; step < 200; step++) {
      if (step % Math.round(20 / pressed) === 0) walk.next();
      pass(0.05);
      const next = approach(level, walk.picture(), { rise: 0.8, fall: 0.2 }, 0.05);
      if (next < level && rising && level > 0.1) flashes.push(step / 20);
      if (next !== level) rising = next > level;
      level = next;
    }
    for (const first of flashes)
      expect(flashes.filter((at) => at >= first && at < first + 1).length).toBeLessThanOrEqual(2);
  },
);

describe('touches', () => {
  test('last a minute, are told on, and are dropped by a seek and while paused', () => {
    const { timeline, walk, pass, told } = walking();
    pass(1);
    walk.touch(moss, 0.06);
    expect(told.at(-1)).toMatchObject([{ on: 'moss', place: [1, 2, 3] }]);
    expect(walk.touches()[0]?.at).toBeCloseTo(1.06);
    walk.touch(moss, 0.06);
    expect(walk.touches()).toHaveLength(1);
    pass(61);
    expect(told.at(-1)).toEqual([]);
    walk.touch(moss, 0);
    walk.next();
    pass(0.5);
    expect(walk.touches()).toEqual([]);
    timeline.pause();
    walk.touch(moss, 0);
    expect(walk.touches()).toEqual([]);
  });
});

describe('lingering', () => {
  test('stays in the movement for as long as it is asked to, then walks on', () => {
    const { timeline, walk, pass } = walking();
    expect(walk.linger()).toBe(true);
    const seen = new Set<number>();
    for (let i = 0; i < 500; i++) {
      pass(1);
      const night = Math.floor(timeline.position() / form.length);
      seen.add(night);
      expect(timeline.position() - night * form.length).toBeLessThan(150);
    }
    expect([...seen]).toEqual([0, 1, 2, 3]);
    expect(walk.linger()).toBe(false);
    pass(150);
    expect(timeline.position() % form.length).toBeGreaterThan(150);
  });

  test('goes along to where the visitor goes', () => {
    const { timeline, walk, pass } = walking();
    walk.linger();
    walk.next();
    pass(200);
    expect(timeline.position() % form.length).toBeGreaterThan(150);
    expect(timeline.position() % form.length).toBeLessThan(225);
    expect(walk.lingering).toBe(true);
  });
});
