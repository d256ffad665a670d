const element = <Kind extends Element>(id: string, kind: new () => Kind): Kind => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no #${id}`);
  return found;
};

const button = (id: string): HTMLButtonElement => element(id, HTMLButtonElement);

/** What index.html brings along. */
export const pageElements = () => ({
  canvas: element('light', HTMLCanvasElement),
  threshold: element('threshold', HTMLElement),
  withSound: button('with-sound'),
  silently: button('silently'),
  notice: element('notice', HTMLElement),
  controls: element('controls', HTMLElement),
  where: element('where', HTMLElement),
  when: element('when', HTMLElement),
  marks: element('marks', HTMLElement),
  seek: element('seek', HTMLInputElement),
  volume: element('volume', HTMLInputElement),
  previous: button('previous'),
  pause: button('pause'),
  next: button('next'),
  linger: button('linger'),
  mute: button('mute'),
  link: button('link'),
  fullscreen: button('fullscreen'),
  help: button('help'),
  guide: element('guide', HTMLDialogElement),
});

export type PageElements = ReturnType<typeof pageElements>;
