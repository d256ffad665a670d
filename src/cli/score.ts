import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { open } from '../score/open.ts';
import type { Seconds } from '../units.ts';
import { type Command, parseSeed, parseTime, UsageError } from './arguments.ts';
import { cueLine } from './cueSheet.ts';
import { findPreset } from './preset.ts';

const help = `npm run -s score -- [--from TIME] [--to TIME] [--json] [--preset ID|FILE] [--seed N]

Writes what happens when: every event of the score, in order.

  --from TIME        seconds, m:ss or h:mm:ss from the first night's start; any size (default 0)
  --to TIME          up to, and not including, this time (default: one night after --from)
  --json             one event a line: id, kind, movement, night, at, duration, place, strength, pitches ...;
                     without it a cue sheet to read: time, what, which one, how long, how strong, where, pitches
  --preset ID|FILE   a shipped preset's id (default twilight) or a preset file
  --seed N           0 to 4294967295 (default: the preset's own)
`;

const options = {
  from: { type: 'string', default: '0' },
  to: { type: 'string' },
  json: { type: 'boolean', default: false },
  preset: { type: 'string', default: 'twilight' },
  seed: { type: 'string' },
} as const;

/** Some three thousand years: up to here a time in float64 is exact to a fiftieth of a millisecond. */
const farthest: Seconds = 1e11;

function time(flag: string, text: string): Seconds {
  const seconds = parseTime(flag, text);
  if (seconds > farthest) throw new UsageError(`${flag} is ${JSON.stringify(text)}: give at most ${farthest} s`);
  return seconds;
}

/** Writes and, where the reader is slower than the score, waits for it. */
async function say(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

async function run(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, options, strict: true, allowPositionals: false });
  const preset = findPreset(values.preset);
  const seed = values.seed === undefined ? preset.seed : parseSeed('--seed', values.seed);
  const from = time('--from', values.from);
  const to = values.to === undefined ? from + preset.form.length : time('--to', values.to);
  if (from >= to) throw new UsageError(`--to is ${to} s: give a time after --from, ${from} s`);
  const piece = open(seed, preset);
  // A night at a time: years of score need no more memory than minutes.
  for (let at = from; at < to; at += piece.length) {
    const events = piece.events(at, Math.min(to, at + piece.length));
    const text = events.map((event) => (values.json ? `${JSON.stringify(event)}\n` : cueLine(event)));
    if (text.length > 0) await say(text.join(''));
  }
  return 0;
}

export const score: Command = { help, run };
