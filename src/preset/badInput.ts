/** What is wrong, and where: a dotted path from the root of what was read, empty for the whole. */
export interface BadInput {
  readonly path: string;
  readonly reason: string;
}

/** An error in one line, for people: `place.relief: expected a finite number from 0.3 to 2, got 7`. */
export function badInputLine(error: BadInput): string {
  return error.path === '' ? error.reason : `${error.path}: ${error.reason}`;
}
