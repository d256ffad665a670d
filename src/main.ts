import { soundNote } from './first/note.ts';
import { openPicture } from './first/picture.ts';

const element = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
};

const canvas = element('#light', HTMLCanvasElement);
const threshold = element('#threshold', HTMLElement);
const notice = element('#notice', HTMLElement);

const say = (error: unknown) => {
  threshold.hidden = false;
  notice.textContent = error instanceof Error ? error.message : String(error);
};

element('#with-sound', HTMLButtonElement).addEventListener('click', () => {
  threshold.hidden = true;
  soundNote().catch(say);
});
element('#silently', HTMLButtonElement).addEventListener('click', () => {
  threshold.hidden = true;
});

try {
  const picture = await openPicture(canvas, window.innerWidth, window.innerHeight);
  const paint = (now: DOMHighResTimeStamp) => {
    picture.draw(now / 1000);
    requestAnimationFrame(paint);
  };
  requestAnimationFrame(paint);
} catch (error) {
  say(error);
}
