import type { Seconds } from '../units.ts';

/** A mistake in what was asked for: shown as one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What every command file exports. `run` answers with the exit code. */
export interface Command {
  readonly help: string;
  run(argv: string[]): Promise<number>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const quoted = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);

/**
 * Seconds, `m:ss` or `h:mm:ss`, fractions allowed in the last part; any size.
 * @throws UsageError naming `flag` where it is not finite, is negative or is not a time at all.
 */
export function parseTime(flag: string, text: string): Seconds {
  if (!/^(?:\d+(?:\.\d*)?|\.\d+|\d+:[0-5]?\d(?:\.\d*)?|\d+:[0-5]?\d:[0-5]?\d(?:\.\d*)?)$/.test(text)) {
    throw new UsageError(`${flag} is ${quoted(text)}: give seconds, m:ss or h:mm:ss, from 0 up`);
  }
  const seconds = text.split(':').reduce((total, part) => total * 60 + Number(part), 0);
  if (!Number.isFinite(seconds)) throw new UsageError(`${flag} is ${quoted(text)}: that is no finite time`);
  return seconds;
}

/**
 * A whole number in decimal digits from `least` to `most`.
 * @throws UsageError naming `flag`.
 */
function parseInteger(flag: string, text: string, least: number, most: number): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(`${flag} is ${quoted(text)}: give a whole number from ${least} to ${most}`);
  }
  return value;
}

/** A seed: 0 to 4294967295 (32 bits). */
export const parseSeed = (flag: string, text: string): number => parseInteger(flag, text, 0, 4294967295);

/** Frames a second: 1 to 240. */
export const parseFps = (flag: string, text: string): number => parseInteger(flag, text, 1, 240);

/** A TCP port: 0 (any free one) to 65535. */
export const parsePort = (flag: string, text: string): number => parseInteger(flag, text, 0, 65535);

/**
 * WIDTHxHEIGHT in pixels, both even (video codecs halve the colour's size), 16 to `most`.
 * @throws UsageError naming `flag`.
 */
export function parseSize(flag: string, text: string, most = 8192): Size {
  const [, width = '', height = ''] = /^(\d{1,5})x(\d{1,5})$/.exec(text) ?? [];
  const size = { width: Number(width), height: Number(height) };
  const fits = (side: number) => side >= 16 && side <= most && side % 2 === 0;
  if (!fits(size.width) || !fits(size.height)) {
    throw new UsageError(`${flag} is ${quoted(text)}: give WIDTHxHEIGHT, both even, from 16 to ${most}`);
  }
  return size;
}

/**
 * One of a few words.
 * @throws UsageError naming `flag` and the words.
 */
export function parseChoice<Word extends string>(flag: string, text: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new UsageError(`${flag} is ${quoted(text)}: give one of ${words.join(', ')}`);
  return word;
}

/** node:util parseArgs throws TypeErrors with these codes for unknown flags, missing values and stray words. */
const isParseArgsError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** Turns any mistake in the flags into a UsageError of one line; other errors pass unchanged. */
export function asUsageError(error: unknown): unknown {
  return isParseArgsError(error) ? new UsageError(error.message.split(/\.\s|\n/)[0] ?? error.message) : error;
}
