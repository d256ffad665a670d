import type { MovementId, Piece } from '../score/types.ts';
import type { Seconds } from '../units.ts';
import { createEasel } from './easel.ts';
import type { Courier, SheetJob } from './job.ts';
import { openPiece } from './piece.ts';
import { openPng } from './png.ts';

/** How far through each movement its pictures are taken. */
const moments = [0.2, 0.5, 0.8] as const;

interface Cell {
  readonly at: Seconds;
  readonly label: string;
}

const names: Readonly<Record<MovementId, string>> = {
  moss: 'Moss',
  need: 'Need',
  tree: 'Tree',
  seed: 'Seed',
  stream: 'Stream',
  beings: 'Beings',
  lake: 'Lake',
  festival: 'Festival',
  waking: 'Waking',
};

/** `4:30`: whole seconds, rounded. */
function minutes(t: Seconds): string {
  const whole = Math.round(t);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A row for each movement of the first night, three moments in each. */
function sheetCells(piece: Piece): readonly (readonly Cell[])[] {
  return piece.movements(0).map((span) =>
    moments.map((progress) => {
      const at = span.from + progress * (span.to - span.from);
      return { at, label: `${names[span.id]}  ${minutes(at)}` };
    }),
  );
}

/** Draws the sheet: the whole of the first night at a glance. */
export async function exportSheet(job: SheetJob, courier: Courier): Promise<string> {
  const piece = openPiece(job);
  const rows = sheetCells(piece);
  const { width, height } = job;
  const margin = Math.max(4, Math.round(width * 0.02));
  const type = Math.max(9, Math.round(width * 0.022));
  const line = Math.round(type * 1.8);
  const [stepX, stepY] = [width + margin, height + line + margin];
  const sheet = new OffscreenCanvas(margin + moments.length * stepX, margin + rows.length * stepY);
  const paper = sheet.getContext('2d', { alpha: false });
  if (paper === null) throw new Error('this browser cannot draw a sheet of that size');
  paper.fillStyle = '#0a0c16';
  paper.fillRect(0, 0, sheet.width, sheet.height);
  paper.fillStyle = '#7d7f95';
  paper.font = `${type}px system-ui, sans-serif`;
  paper.textBaseline = 'middle';

  const easel = await createEasel(piece, { width, height, tier: job.tier });
  let done = 0;
  for (const [row, cells] of rows.entries()) {
    for (const [column, { at, label }] of cells.entries()) {
      const [x, y] = [margin + column * stepX, margin + row * stepY];
      paper.putImageData(new ImageData(easel.pixels(piece.frame(at)), width, height), x, y);
      paper.fillText(label, x, y + height + line / 2);
      await courier.progress(++done / (rows.length * moments.length));
    }
  }
  easel.dispose();

  let position = 0;
  const png = await openPng(sheet.width, sheet.height, async (bytes) => {
    await courier.write(bytes, position);
    position += bytes.length;
  });
  await png.rows(paper.getImageData(0, 0, sheet.width, sheet.height).data);
  await png.close();
  return `${sheet.width}x${sheet.height}`;
}
