import { describe, expect, it } from 'vitest';
import { createGovernor, type Ladder, type Level, ladderOf } from '../../src/ambience/governor.ts';
import { tiers } from '../../src/light/tiers.ts';

const gallery = ladderOf('gallery');
const none = ladderOf('none');

/** Milliseconds a frame takes at a level, `seconds` after the start. */
type Machine = (level: Level, seconds: number) => number;

/** A machine whose cost grows with pixels and counts, over a screen that shows at most 60 pictures a second. */
const machine =
  (whole: number, fixed = 2): Machine =>
  ({ rows, counts }) =>
    fixed + whole * rows ** 2 * (0.6 + 0.4 * counts);

/** Uneven as frames are, and the same in every run. */
const jitter = (frame: number) => 1 + 0.06 * Math.sin(frame * 12.9898) + 0.05 * Math.sin(frame * 78.233);

/** Plays for `seconds`; every change of level as [when, level]. */
function play(ladder: Ladder, cost: Machine, seconds: number) {
  const governor = createGovernor(ladder);
  const changes: (readonly [number, Level])[] = [];
  let level = governor.level;
  let frame = 0;
  for (let now = 0; now < seconds; frame++) {
    const interval = Math.max(1 / 60, (cost(level, now) / 1000) * jitter(frame));
    now += interval;
    const next = governor.note(interval);
    if (next !== level) changes.push([now, next]);
    level = next;
  }
  return { level, changes };
}

describe('the governor', () => {
  it('leaves a machine alone that keeps up', () => {
    expect(play(gallery, machine(10), 600).changes).toEqual([]);
  });

  it.each([40, 60, 90, 150, 400])('settles where a machine of %i ms a frame keeps up, or at the least', (whole) => {
    const cost = machine(whole);
    const { level, changes } = play(gallery, cost, 1800);
    const least = gallery.levels.at(-1);
    expect(level === least || cost(level, 0) <= 1000 * gallery.slow).toBe(true);
    // No more than it takes to get there, and a few tries to get back.
    expect(changes.length).toBeLessThanOrEqual(gallery.levels.length + 6);
    expect(changes.every(([when]) => when < 300)).toBe(true);
  });

  it('takes pixels first, then blades and motes', () => {
    const seen = play(gallery, machine(1_400), 400).changes.map(([, level]) => level);
    const firstFewer = seen.findIndex(({ counts }) => counts < 1);
    expect(seen.slice(0, firstFewer).every(({ counts }) => counts === 1)).toBe(true);
    expect(seen[firstFewer]?.rows).toBe(0.5);
    expect(seen.at(-1)).toEqual(gallery.levels.at(-1));
  });

  it('comes back from a passing load', () => {
    const busy: Machine = (level, now) => machine(14)(level, now) * (now > 30 && now < 60 ? 4 : 1);
    const { level, changes } = play(gallery, busy, 240);
    expect(changes.some(([, { rows }]) => rows < 0.8)).toBe(true);
    expect(level).toEqual(gallery.levels[0]);
  });

  it('does not go up and down for ever where more is always just too much', () => {
    // It seems idle at every level but the first, and chokes there.
    const cliff: Machine = ({ rows }) => (rows === 1 ? 60 : 8);
    const { level, changes } = play(gallery, cliff, 3600);
    // Down by two, and three times up by two and down again.
    expect(changes.length).toBeLessThanOrEqual(10);
    expect(changes.every(([when]) => when < 600)).toBe(true);
    expect(level.rows).toBeLessThan(1);
  });

  it('without a GPU begins small, and earns more', () => {
    const governor = createGovernor(none);
    expect(governor.level).toEqual({ rows: 1, counts: 1 });
    expect(play(none, machine(8, 3), 120).level.rows).toBe(1.5);
    const slow = play(none, machine(42, 3), 1200);
    expect(slow.level.rows).toBe(1);
    expect(slow.changes.length).toBeLessThanOrEqual(1);
  });

  it('judges a machine of four frames a second too', () => {
    expect(play(none, () => 250, 60).level).toEqual(none.levels.at(-1));
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 30])('takes %d s for no frame at all', (odd) => {
    const governor = createGovernor(gallery);
    for (let n = 0; n < 500; n++) governor.note(odd);
    expect(governor.level).toEqual(gallery.levels[0]);
  });

  it('begins on its ladder, each step of which asks for less', () => {
    for (const tier of tiers) {
      const { levels, start } = ladderOf(tier);
      expect(levels[start]).toEqual({ rows: 1, counts: 1 });
      for (const [at, less] of levels.slice(1).entries()) {
        const more = levels[at];
        expect(less.rows <= (more?.rows ?? 0) && less.counts <= (more?.counts ?? 0)).toBe(true);
        expect(less).not.toEqual(more);
      }
    }
  });
});
