import * as v from 'valibot';
import type { ColourParam, NumberParam, Param, ParamGroup, SwitchParam, ValueOf } from './param.ts';

/** How a refused value is named in a message: short, whatever it is. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** A message of the one form: expected this, got that. */
export function expected(what: string): (issue: v.BaseIssue<unknown>) => string {
  return (issue) => `expected ${what}, got ${shown(issue.input)}`;
}

/** The message of a strict object: a key too many, a key too few, or no object at all. */
export function objectMessage(issue: v.StrictObjectIssue): string {
  if (issue.expected === 'never') return 'unknown key';
  if (issue.expected.startsWith('"')) return 'is missing';
  return expected('an object')(issue);
}

/** A finite number with both ends allowed: JSON's 1e999 is Infinity. */
function numberFrom(min: number, max: number) {
  const message = expected(`a finite number from ${min} to ${max}`);
  return v.pipe(v.number(message), v.finite(message), v.minValue(min, message), v.maxValue(max, message));
}

/** The parameter in words, for editors that read the JSON Schema. */
function described(param: Param) {
  return { title: param.label, description: `${param.what} Unit: ${param.unit}.` };
}

function numberField(param: NumberParam) {
  return v.pipe(numberFrom(param.min, param.max), v.metadata(described(param)));
}

function colourField(param: ColourParam) {
  const message = expected("a colour such as '#0b1026'");
  return v.pipe(v.string(message), v.regex(/^#[0-9a-fA-F]{6}$/, message), v.metadata(described(param)));
}

function switchField(param: SwitchParam) {
  return v.pipe(v.boolean(expected('true or false')), v.metadata(described(param)));
}

function field(param: Param) {
  if (param.scale === 'colour') return v.optional(colourField(param), param.initial);
  if (param.scale === 'switch') return v.optional(switchField(param), param.initial);
  return v.optional(numberField(param), param.initial);
}

type Fields<Group extends ParamGroup> = {
  readonly [Name in keyof Group]: v.OptionalSchema<v.GenericSchema<ValueOf<Group[Name]>>, ValueOf<Group[Name]>>;
};

/** A group's fields, each optional with its initial value. The compiler takes our word for the mapped type here only. */
function fields<Group extends ParamGroup>(params: Group): Fields<Group> {
  const made = Object.entries(params).map(([name, param]) => [name, field(param)] as const);
  return Object.assign(Object.create(null), Object.fromEntries(made));
}

/** The strict schema of a group of params. */
export function groupOf<Group extends ParamGroup>(params: Group) {
  return v.pipe(v.strictObject(fields(params), objectMessage), v.readonly());
}
