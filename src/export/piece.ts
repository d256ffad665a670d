import { badInputLine } from '../preset/badInput.ts';
import { parsePreset } from '../preset/parse.ts';
import { open } from '../score/open.ts';
import type { Piece } from '../score/types.ts';

/**
 * Opens the piece a job names.
 * @throws where its preset is none.
 */
export function openPiece(job: { readonly seed: number; readonly preset: unknown }): Piece {
  const parsed = parsePreset(job.preset);
  if (!parsed.ok) throw new Error(`preset: ${badInputLine(parsed.error)}`);
  return open(job.seed, parsed.preset);
}
