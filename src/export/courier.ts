import type { Courier } from './job.ts';

/** Bytes in one message. */
const largestMessage = 3 * 1024 * 1024;

const encode = (bytes: Uint8Array<ArrayBuffer>) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes]));
  });

/**
 * Carries bytes to the command line, which holds each message back until it is written.
 * @throws where the page was not opened by the command line.
 */
export function createCourier(): Courier {
  const take = globalThis.mosslightTake;
  const tell = globalThis.mosslightProgress;
  if (take === undefined || tell === undefined) throw new Error('this page is opened by the commands still and render');
  return {
    write: async (bytes, position) => {
      for (let from = 0; from < bytes.length; from += largestMessage) {
        await take(position + from, await encode(bytes.subarray(from, from + largestMessage)));
      }
    },
    progress: tell,
  };
}
