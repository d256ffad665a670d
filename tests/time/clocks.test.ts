import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AudioTimeSource, createAudioClock } from '../../src/time/audio.ts';
import { createPageClock } from '../../src/time/live.ts';

const RATE = 48000;

/** A sound device driven by hand: its time moves in whole blocks, and it may drift against the page's clock. */
function device(options: { block: number; latency: number; drift: number; stamps: 'right' | 'none' | 'zero' }) {
  const at = { page: 1000, audio: 0, state: 'running', frozen: false };
  const current = () => (Math.floor((at.audio * RATE) / options.block) * options.block) / RATE;
  const stamps = {
    right: () => ({ contextTime: Math.max(0, at.audio - options.latency), performanceTime: at.page }),
    zero: () => ({ contextTime: 0, performanceTime: 0 }),
  };
  const source: AudioTimeSource = {
    get currentTime() {
      return current();
    },
    get state() {
      return at.state;
    },
    outputLatency: options.latency,
    ...(options.stamps === 'none' ? {} : { getOutputTimestamp: stamps[options.stamps] }),
  };
  const run = (seconds: number) => {
    at.page += seconds * 1000;
    if (at.state === 'running' && !at.frozen) at.audio += seconds * (1 + options.drift);
  };
  return { at, source, run, milliseconds: () => at.page, heard: () => at.audio - options.latency };
}

test('the page clock reads seconds', () => {
  expect(createPageClock(() => 2500).now()).toBe(2.5);
});

describe('audio clock', () => {
  const settings = fc.record({
    block: fc.constantFrom(128, 480, 1024, 2048),
    latency: fc.double({ min: 0, max: 0.25, noNaN: true }),
    drift: fc.double({ min: -0.0003, max: 0.0003, noNaN: true }),
    stamps: fc.constantFrom('right' as const, 'none' as const, 'zero' as const),
  });

  test('property: it is monotone, smooth, and within 45 ms of what is heard', () => {
    fc.assert(
      fc.property(
        settings,
        fc.array(fc.double({ min: 0.001, max: 0.05, noNaN: true }), { minLength: 9 }),
        (of, frames) => {
          const sound = device(of);
          sound.run(1);
          const clock = createAudioClock(sound.source, sound.milliseconds);
          let before = clock.now();
          for (let i = 0; i < 300; i += 1) {
            const frame = frames[i % frames.length] ?? 0.016;
            sound.run(frame);
            const now = clock.now();
            expect(now).toBeGreaterThanOrEqual(before);
            expect(Math.abs(now - before - frame)).toBeLessThan(0.07 * frame + 1e-9);
            expect(Math.abs(now - sound.heard())).toBeLessThan(0.045);
            before = now;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('holds while the context is suspended and goes on where it stood', () => {
    const sound = device({ block: 128, latency: 0.02, drift: 0, stamps: 'right' });
    sound.run(5);
    const clock = createAudioClock(sound.source, sound.milliseconds);
    const at = clock.now();
    sound.at.state = 'suspended';
    for (let i = 0; i < 100; i += 1) {
      sound.run(0.016);
      expect(clock.now()).toBe(at);
    }
    sound.at.state = 'running';
    sound.run(0.016);
    expect(clock.now() - at).toBeCloseTo(0.016, 3);
  });

  test('after a minute without a look it reads what is heard', () => {
    const sound = device({ block: 128, latency: 0.05, drift: 0.0002, stamps: 'right' });
    sound.run(1);
    const clock = createAudioClock(sound.source, sound.milliseconds);
    sound.run(60);
    expect(clock.now()).toBeCloseTo(sound.heard(), 2);
  });

  test('a device that skipped ahead is followed at once, one that lags is waited for', () => {
    const sound = device({ block: 128, latency: 0, drift: 0, stamps: 'none' });
    sound.run(1);
    const clock = createAudioClock(sound.source, sound.milliseconds);
    sound.at.audio += 3;
    sound.run(0.016);
    expect(clock.now()).toBeCloseTo(sound.heard(), 2);
    sound.at.frozen = true;
    const frozenAt = sound.heard();
    let before = clock.now();
    for (let i = 0; i < 1000; i += 1) {
      sound.run(i % 100 === 99 ? 2 : 0.016);
      const now = clock.now();
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
    expect(clock.now() - frozenAt).toBeLessThan(1);
  });

  test('tells a stuck context from one that is suspended, and from a machine that slept', () => {
    const sound = device({ block: 128, latency: 0, drift: 0, stamps: 'none' });
    const clock = createAudioClock(sound.source, sound.milliseconds);
    const watch = (seconds: number) => {
      let stuck = false;
      for (let past = 0; past < seconds; past += 0.1) {
        sound.run(0.1);
        stuck = clock.stuck(sound.at.page);
      }
      return stuck;
    };
    expect(watch(5)).toBe(false);
    sound.at.frozen = true;
    expect(watch(1.3)).toBe(false);
    expect(watch(0.5)).toBe(true);
    sound.at.frozen = false;
    expect(watch(0.1)).toBe(false);
    sound.at.state = 'suspended';
    expect(watch(5)).toBe(false);
    sound.at.state = 'running';
    sound.at.frozen = true;
    sound.run(3600);
    expect(clock.stuck(sound.at.page)).toBe(false);
  });
});
