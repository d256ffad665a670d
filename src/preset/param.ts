/** A parameter is a description: its schema, its place in a panel and its documentation are all read from this. */
interface Described {
  readonly label: string;
  /** One sentence: what it does. */
  readonly what: string;
  /** The unit in full, as a reader would say it. */
  readonly unit: string;
}

export interface NumberParam extends Described {
  readonly scale: 'linear' | 'log';
  /** Both ends are allowed. */
  readonly min: number;
  readonly max: number;
  /** The grain of a control in a panel; a file may lie between two steps. */
  readonly step: number;
  readonly initial: number;
}

export interface ColourParam extends Described {
  readonly scale: 'colour';
  /** '#rrggbb' */
  readonly initial: string;
}

export interface SwitchParam extends Described {
  readonly scale: 'switch';
  readonly initial: boolean;
}

export type Param = NumberParam | ColourParam | SwitchParam;

export type ParamGroup = Readonly<Record<string, Param>>;

/** The type of a param's value. */
export type ValueOf<P extends Param> = P extends NumberParam ? number : P extends ColourParam ? string : boolean;
