interface Texts {
  readonly vertex: string;
  readonly fragment: string;
}

/** What fills most of the picture has two texts, one for a GPU and one for a processor; only one of them is ever loaded. */
export interface Spread {
  readonly bark: Texts;
  readonly ground: Texts;
  readonly ridges: Texts;
  readonly sky: Texts;
  readonly water: Texts;
}
