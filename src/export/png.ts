/** PNG (W3C, third edition): 8 bit RGB, written row by row, so that a print larger than any texture needs no second copy. */
export interface PngWriter {
  /** Appends whole rows, RGBA, top row first; alpha is left out. */
  rows(rgba: Uint8Array | Uint8ClampedArray): Promise<void>;
  /** @throws where fewer or more rows came than were announced. */
  close(): Promise<void>;
}

type Take = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(content, 8);
  view.setUint32(8 + content.length, crc32(bytes.subarray(4, 8 + content.length)));
  return bytes;
}

function header(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  bytes.set([8, 2, 0, 0, 0], 8);
  return bytes;
}

/** Filter 1 (Sub): each byte less the one of the pixel before it. */
function filtered(rgba: Uint8Array | Uint8ClampedArray, width: number): Uint8Array<ArrayBuffer> {
  const rows = rgba.length / (width * 4);
  const bytes = new Uint8Array(rows * (width * 3 + 1));
  let to = 0;
  for (let row = 0; row < rows; row++) {
    bytes[to++] = 1;
    let from = row * width * 4;
    let [r, g, b] = [0, 0, 0];
    for (let column = 0; column < width; column++, from += 4) {
      const [nextR = 0, nextG = 0, nextB = 0] = [rgba[from], rgba[from + 1], rgba[from + 2]];
      bytes[to++] = nextR - r;
      bytes[to++] = nextG - g;
      bytes[to++] = nextB - b;
      [r, g, b] = [nextR, nextG, nextB];
    }
  }
  return bytes;
}

/** Begins a PNG; its bytes go to `take` in order, in pieces. */
export async function openPng(width: number, height: number, take: Take): Promise<PngWriter> {
  await take(Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10));
  await take(chunk('IHDR', header(width, height)));
  await take(chunk('sRGB', Uint8Array.of(0)));
  // 'deflate' here is the zlib format (RFC 1950), which is what PNG wants.
  const deflate = new CompressionStream('deflate');
  const source = deflate.writable.getWriter();
  const compressed = deflate.readable.getReader();
  const drain = async () => {
    for (let read = await compressed.read(); !read.done; read = await compressed.read()) {
      await take(chunk('IDAT', read.value));
    }
  };
  const drained = drain();
  let written = 0;
  return {
    rows: async (rgba) => {
      written += rgba.length / (width * 4);
      await Promise.race([source.write(filtered(rgba, width)), drained]);
    },
    close: async () => {
      if (written !== height) throw new RangeError(`a PNG of ${height} rows was given ${written}`);
      await source.close();
      await drained;
      await take(chunk('IEND', new Uint8Array()));
    },
  };
}
