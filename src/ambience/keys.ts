export type Command =
  | 'pause'
  | 'mute'
  | 'louder'
  | 'softer'
  | 'back'
  | 'forward'
  | 'previous'
  | 'next'
  | 'linger'
  | 'fullscreen'
  | 'help'
  | 'link'
  | 'touch';

const commands: Readonly<Record<string, Command>> = {
  ' ': 'pause',
  k: 'pause',
  m: 'mute',
  arrowup: 'louder',
  arrowdown: 'softer',
  arrowleft: 'back',
  arrowright: 'forward',
  p: 'previous',
  '[': 'previous',
  n: 'next',
  ']': 'next',
  l: 'linger',
  f: 'fullscreen',
  h: 'help',
  '?': 'help',
  c: 'link',
  t: 'touch',
};

/** What of a keyboard event matters here. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a key asks for. The browser's own shortcuts stay its own, and so do the keys of the control that has the focus:
 * Space and Enter belong to a button, arrows to a slider.
 */
export function commandOf(stroke: Stroke, focused: 'button' | 'slider' | 'nothing'): Command | undefined {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return undefined;
  const key = stroke.key.toLowerCase();
  if (focused === 'button' && key === ' ') return undefined;
  if (focused === 'slider' && key.startsWith('arrow')) return undefined;
  return Object.hasOwn(commands, key) ? commands[key] : undefined;
}
