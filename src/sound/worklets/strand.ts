import type { Utterance } from '../crowd.ts';

/**
 * What every leaf last began of one kind of sound, in columns: objects with numbers in them lie scattered in memory, and a
 * thousand of them a block cost more than the sound.
 */
export class Strand {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly table: Int32Array;
  readonly skip: Int32Array;
  readonly level: Float32Array;

  constructor(count: number) {
    this.from = new Float64Array(count);
    this.to = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
    this.table = new Int32Array(count);
    this.skip = new Int32Array(count);
    this.level = new Float32Array(count);
  }

  take(leaf: number, one: Utterance): void {
    this.from[leaf] = one.from;
    this.to[leaf] = one.to;
    this.table[leaf] = one.table;
    this.skip[leaf] = one.skip;
    this.level[leaf] = one.level;
  }

  forget(): void {
    this.to.fill(Number.NEGATIVE_INFINITY);
  }
}
