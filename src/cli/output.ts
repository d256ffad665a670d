import { rmSync } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './arguments.ts';

/** A file that appears only when it is whole: until then it has another name beside its place. */
export interface Output {
  /** Writes at a place in the file, in any order. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Gives the file its name. */
  keep(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

const refusals: Readonly<Record<string, string>> = {
  EACCES: 'this place may not be written to',
  EPERM: 'this place may not be written to',
  EROFS: 'this place may not be written to',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space is left',
};

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** A failure of the file system as a mistake in `flag` where it is one; other errors pass unchanged. */
export function asFileError(flag: string, path: string, error: unknown): unknown {
  const reason = refusals[codeOf(error)];
  return reason === undefined ? error : new UsageError(`${flag} is ${JSON.stringify(path)}: ${reason}`);
}

const unfinished = new Set<string>();
/** An exit in the middle, by a second Ctrl-C or a fault, still leaves no broken file. */
const sweep = () => {
  for (const path of unfinished) rmSync(path, { force: true });
};

async function openAside(flag: string, path: string, aside: string): Promise<FileHandle> {
  try {
    const there = await stat(path).catch(() => undefined);
    if (there?.isDirectory()) throw new UsageError(`${flag} is ${JSON.stringify(path)}: that is a folder`);
    return await open(aside, 'wx');
  } catch (error) {
    throw asFileError(flag, path, error);
  }
}

/**
 * Opens a file for writing.
 * @throws UsageError naming `flag` where the place cannot be written to.
 */
export async function openOutput(flag: string, path: string): Promise<Output> {
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const handle = await openAside(flag, path, aside);
  if (unfinished.size === 0) process.once('exit', sweep);
  unfinished.add(aside);
  let closed: Promise<void> | undefined;
  const close = () => {
    unfinished.delete(aside);
    if (unfinished.size === 0) process.off('exit', sweep);
    closed ??= handle.close();
    return closed;
  };
  return {
    write: async (bytes, position) => {
      for (let from = 0; from < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, from, bytes.length - from, position + from);
        from += bytesWritten;
      }
    },
    keep: async () => {
      await close();
      await rename(aside, path);
    },
    discard: async () => {
      await close().catch(() => {});
      await rm(aside, { force: true });
    },
  };
}
