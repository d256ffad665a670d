import { bindControls } from './ambience/controls.ts';
import { copyLink } from './ambience/copied.ts';
import { pageElements } from './ambience/elements.ts';
import { nightOf, spanAt } from './ambience/journey.ts';
import type { Command } from './ambience/keys.ts';
import { createLoudness } from './ambience/loudness.ts';
import { createNotice } from './ambience/notice.ts';
import { openingOf } from './ambience/opening.ts';
import { hangPicture, type Picture } from './ambience/picture.ts';
import { watchPointer } from './ambience/pointer.ts';
import { approach } from './ambience/presence.ts';
import { createSound, pageClock } from './ambience/sound.ts';
import { createWalk } from './ambience/walk.ts';
import { fullscreenOffered, isFullscreen, toggleFullscreen } from './gallery/fullscreen.ts';
import { watchStillness } from './gallery/stillness.ts';
import { createWakeLock } from './gallery/wakeLock.ts';
import { encodeLink } from './preset/link.ts';
import { recall, type TextStore } from './preset/store.ts';
import { open } from './score/open.ts';
import { createTimeline } from './time/timeline.ts';
import { cast } from './touch/cast.ts';
import type { Milliseconds, Seconds, Unit } from './units.ts';

/** Behind the start screen the first moment lives on, this slowly. */
const AWAITING = 0.25;
/** A longer step than this is a page that was hidden, or a machine that stalled. */
const LONGEST: Seconds = 1;
/** While it plays a program is made ready so often at most: each takes as long as one to three frames. */
const PEACE: Milliseconds = 600;

const page = pageElements();
const notice = createNotice(page.notice);
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// Even to ask for the storage may throw, where it is forbidden.
const store: TextStore = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
};
const opening = openingOf(location.hash, recall(store));
if (opening.notice !== undefined) notice.keep(opening.notice);

const piece = open(opening.seed, opening.preset);
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const timeline = createTimeline(pageClock);
timeline.seek(opening.at);
timeline.rate(AWAITING);
const sound = createSound(piece, timeline, (line) => notice.say(line));
const loudness = createLoudness(sound, store, opening.preset.id);
const walk = createWalk(
  piece,
  timeline,
  () => calm.matches,
  (touches) => sound.touches(touches),
);
const wakeLock = createWakeLock();

let picture: Picture | undefined;
/** Between the two a sound is loaded and its device asked for. */
let phase: 'opening' | 'beginning' | 'walking' = 'opening';

const show = (): void => {
  const position = walk.position();
  const night = nightOf(piece, position);
  document.body.dataset.state = phase !== 'walking' ? phase : timeline.playing() ? 'playing' : 'paused';
  controls.show({
    spans: piece.movements(night),
    span: spanAt(piece, position),
    night: night * piece.length,
    length: piece.length,
    local: position - night * piece.length,
    playing: timeline.playing(),
    lingering: walk.lingering,
    silent: !sound.on || loudness.muted,
    volume: loudness.volume,
    fullscreen: isFullscreen(),
  });
  wakeLock.keep(phase === 'walking' && timeline.playing());
};

const beginSound = async (): Promise<void> => {
  try {
    await sound.begin();
    loudness.hush();
    sound.touches(walk.touches());
    if (loudness.muted) notice.say('Sound is muted: M lets it be heard');
  } catch (error) {
    notice.say(`Sound cannot begin, so it goes on silently: ${reasonOf(error)}`);
  }
};

const begin = async (withSound: boolean): Promise<void> => {
  if (phase !== 'opening') return;
  phase = 'beginning';
  page.threshold.inert = true;
  notice.release();
  timeline.pause();
  timeline.rate(1);
  show();
  if (withSound) await beginSound();
  phase = 'walking';
  page.controls.inert = false;
  stillness.stir();
  gentle = true;
  walk.goTo(opening.at);
  timeline.play();
  show();
};

const touch = (u: Unit, v: Unit): void => {
  if (phase !== 'walking' || picture === undefined) return;
  walk.touch(cast(piece.world, walk.frame(), u, v, picture.aspect), sound.ahead());
};

const louder = (by: Unit): void => {
  if (loudness.muted && by > 0) loudness.mute(false);
  loudness.set(loudness.volume + by);
};

const commands: Readonly<Record<Command, () => void>> = {
  pause: () => (timeline.playing() ? timeline.pause() : timeline.play()),
  mute: () => {
    if (sound.on) loudness.mute(!loudness.muted);
    else {
      loudness.mute(false);
      beginSound().then(show);
    }
  },
  louder: () => louder(0.05),
  softer: () => louder(-0.05),
  back: () => walk.by(-10),
  forward: () => walk.by(10),
  previous: () => walk.previous(),
  next: () => walk.next(),
  linger: () => notice.say(walk.linger() ? 'Lingering here until released' : 'Walking on'),
  fullscreen: () => toggleFullscreen().then(show),
  help: () => page.guide.showModal(),
  link: () => {
    copyLink(encodeLink({ preset: piece.preset.id, seed: piece.seed, at: walk.position() })).then(notice.say);
  },
  touch: () => touch(0.5, 0.5),
};

const controls = bindControls(
  page,
  {
    command: (command) => {
      commands[command]();
      show();
    },
    seek: (local) => {
      walk.goTo(nightOf(piece, walk.position()) * piece.length + Math.min(local, piece.length - 1e-3));
      show();
    },
    volume: (volume) => {
      louder(volume - loudness.volume);
      show();
    },
  },
  () => phase === 'walking',
);

const stillness = watchStillness(
  (still) => document.body.classList.toggle('still', still),
  () => phase !== 'walking' || page.guide.open,
);

/** Begun before all is warm it plays: what is still cold then waits its turn, what comes first first. */
const peace = async (): Promise<void> => {
  if (phase === 'walking') await new Promise((resolve) => setTimeout(resolve, PEACE));
};

let shown: Unit = 0;
let gentle = false;
let before = performance.now() / 1000;
let drawnAt = -1;
let drawnWhen = 0;

/** Fades and what has come due; from every animation frame, and from a timer where the page is hidden. */
const step = (now: Seconds): void => {
  const passed = Math.min(LONGEST, now - before);
  before = now;
  walk.tick(now);
  loudness.follow(walk.sound(), passed);
  if (picture === undefined) return;
  shown = approach(shown, phase === 'walking' ? walk.picture() : 1, { rise: gentle ? 2 : 0.8, fall: 0.2 }, passed);
  if (shown === 1) gentle = false;
  page.canvas.style.opacity = String(shown);
};

const paint = (ms: DOMHighResTimeStamp): void => {
  requestAnimationFrame(paint);
  const now = ms / 1000;
  step(now);
  const t = timeline.position();
  // While it is paused, once in a while is enough: the window may have another size.
  if (picture === undefined || (t === drawnAt && now - drawnWhen < LONGEST)) return;
  picture.draw(walk.frame(), timeline.playing() ? now - drawnWhen : 0);
  drawnAt = t;
  drawnWhen = now;
};

page.withSound.addEventListener('click', () => begin(true));
page.silently.addEventListener('click', () => begin(false));
page.fullscreen.hidden = !fullscreenOffered();
watchPointer(page.canvas, touch);
for (const gesture of ['pointerdown', 'keydown']) window.addEventListener(gesture, () => sound.wake());
window.addEventListener('hashchange', () => location.reload());
document.addEventListener('fullscreenchange', show);
setInterval(() => {
  if (document.hidden) step(performance.now() / 1000);
  sound.watch();
  show();
}, 250);
requestAnimationFrame(paint);
page.withSound.focus();
show();

try {
  const hung = await hangPicture(page.canvas, piece, walk.frame, notice.keep);
  hung.draw(walk.frame());
  picture = hung;
  await hung.warm(walk.position(), peace, () => walk.frame());
} catch (error) {
  notice.keep(`The picture cannot begin: ${reasonOf(error)}`);
}
if (phase === 'opening' && !calm.matches) timeline.play();
