import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openPng } from '../../src/export/png.ts';

async function write(width: number, height: number, bands: readonly Uint8Array[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const png = await openPng(width, height, async (bytes) => {
    parts.push(bytes.slice());
  });
  for (const band of bands) await png.rows(band);
  await png.close();
  return Buffer.concat(parts);
}

interface Chunk {
  readonly type: string;
  readonly content: Buffer;
}

function chunks(file: Buffer): Chunk[] {
  const found: Chunk[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    found.push({ type: body.toString('latin1', 0, 4), content: body.subarray(4) });
    at += 12 + length;
  }
  return found;
}

/** RGB rows of a PNG whose rows are all filtered with Sub. */
function decode(file: Buffer, width: number): number[][] {
  const data = inflateSync(
    Buffer.concat(
      chunks(file)
        .filter((one) => one.type === 'IDAT')
        .map((one) => one.content),
    ),
  );
  const stride = width * 3 + 1;
  return Array.from({ length: data.length / stride }, (_, row) => {
    const line = data.subarray(row * stride, (row + 1) * stride);
    expect(line[0]).toBe(1);
    const bytes = Array.from(line.subarray(1));
    for (let n = 3; n < bytes.length; n++) bytes[n] = ((bytes[n] ?? 0) + (bytes[n - 3] ?? 0)) & 255;
    return bytes;
  });
}

const picture = (width: number, height: number) =>
  Uint8Array.from({ length: width * height * 4 }, (_, n) => (n % 4 === 3 ? 255 : (n * 37 + (n >> 5)) & 255));

test('a picture comes back byte for byte, whatever bands it came in', async () => {
  const [width, height] = [33, 20];
  const rgba = picture(width, height);
  const cut = width * 4 * 7;
  const files = [
    await write(width, height, [rgba]),
    await write(width, height, [rgba.subarray(0, cut), rgba.subarray(cut)]),
  ];
  for (const file of files) {
    expect([...file.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    const rows = decode(file, width);
    expect(rows).toHaveLength(height);
    for (const [y, row] of rows.entries()) {
      const from = rgba.subarray(y * width * 4, (y + 1) * width * 4);
      expect(row).toEqual(Array.from(from).filter((_, n) => n % 4 !== 3));
    }
  }
});

test('the header says 8 bit RGB and the size', async () => {
  const [header, , ...rest] = chunks(await write(6, 2, [picture(6, 2)]));
  expect(header?.type).toBe('IHDR');
  expect([...(header?.content ?? [])]).toEqual([0, 0, 0, 6, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
  expect(rest.at(-1)?.type).toBe('IEND');
});

test('too few rows are an error, not a broken file', async () => {
  await expect(write(6, 3, [picture(6, 2)])).rejects.toThrow(RangeError);
});
