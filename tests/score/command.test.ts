import { afterEach, describe, expect, it, vi } from 'vitest';
import { asUsageError, UsageError } from '../../src/cli/arguments.ts';
import { clockTime, pitchName } from '../../src/cli/cueSheet.ts';
import { score } from '../../src/cli/score.ts';
import { twilightOf } from './pieces.ts';

/** What the command writes on stdout. */
async function said(...argv: string[]): Promise<string> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  expect(await score.run(argv)).toBe(0);
  vi.restoreAllMocks();
  return text;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the score command', { timeout: 30_000 }, () => {
  it('writes one event a line, exactly the piece’s own', async () => {
    const text = await said('--preset', 'twilight', '--seed', '7', '--from', '0', '--to', '1080', '--json');
    const lines = text.trimEnd().split('\n');
    expect(lines).toEqual(
      twilightOf(7)
        .events(0, 1080)
        .map((event) => JSON.stringify(event)),
    );
    const movements = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'movement');
    expect(movements.map(({ movement }) => movement)).toEqual([
      'moss',
      'need',
      'tree',
      'seed',
      'stream',
      'beings',
      'lake',
      'festival',
      'waking',
    ]);
    expect(movements[0]).toMatchObject({ at: 0, index: 0, night: 0 });
  });

  it('writes a cue sheet to read, from any time and over night borders', async () => {
    const sheet = await said('--seed', '7', '--from', '17:50', '--to', '18:10');
    expect(sheet).toContain('pulse');
    expect(sheet).toContain('18:00.0  Moss, night 2');
    const year = await said('--seed', '7', '--from', '31557600', '--to', '31557640');
    expect(year).toContain('8766:00:');
  });

  for (const argv of [
    ['--seed', '-1'],
    ['--seed', '4294967296'],
    ['--from', 'soon'],
    ['--from', '20', '--to', '10'],
    ['--from', '5', '--to', '5'],
    ['--to', '1e400'],
    ['--from', '99999999999999'],
    ['--preset', 'no-such-preset'],
    ['--preset', '/'],
  ]) {
    it(`says in one line what is wrong with ${argv.join(' ')}`, async () => {
      const failure: unknown = await score.run(argv).then(() => undefined, asUsageError);
      expect(failure).toBeInstanceOf(UsageError);
      expect(String(failure)).not.toContain('\n');
    });
  }

  it('names pitches and times', () => {
    expect(pitchName(440)).toBe('A4');
    expect(pitchName(146.832)).toBe('D3');
    expect(pitchName(146.832 * (5 / 4))).toBe('F#3-14');
    expect(clockTime(0)).toBe('0:00.0');
    expect(clockTime(1079.99)).toBe('17:59.9');
    expect(clockTime(3600)).toBe('1:00:00.0');
  });
});
