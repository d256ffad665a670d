/** One line to the visitor, in a live region. */
export interface Notice {
  /** Says something for a while. */
  say(line: string): void;
  /** Says something until `release`, as on the start screen. */
  keep(line: string): void;
  /** Lets what was kept go, after a while. */
  release(): void;
}

const LEGIBLE = 7000;
const LONGEST = 300;

export function createNotice(element: HTMLElement): Notice {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (line: string): void => {
    clearTimeout(timer);
    element.textContent = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  };
  const leave = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      element.textContent = '';
    }, LEGIBLE);
  };
  return {
    say: (line) => {
      show(line);
      leave();
    },
    keep: show,
    release: leave,
  };
}
