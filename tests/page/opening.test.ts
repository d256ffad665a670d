import { expect, test } from 'vitest';
import { commandOf } from '../../src/ambience/keys.ts';
import { openingOf } from '../../src/ambience/opening.ts';
import { approach } from '../../src/ambience/presence.ts';
import { pictureSize } from '../../src/ambience/size.ts';
import { tierOf } from '../../src/ambience/tier.ts';

const stroke = (key: string, more = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, ...more });

test('a link names the preset, the seed and the moment', () => {
  const opening = openingOf('#p=winter&s=3&t=270.5', { preset: 'ember' });
  expect([opening.preset.id, opening.seed, opening.at, opening.notice]).toEqual(['winter', 3, 270.5, undefined]);
});

test('without a link the remembered preset begins at the beginning, with its own seed', () => {
  const opening = openingOf('', { preset: 'winter' });
  expect([opening.preset.id, opening.seed, opening.at]).toEqual(['winter', opening.preset.seed, 0]);
  expect(openingOf('', { preset: 'gone' }).preset.id).toBe('twilight');
});

test.each([
  ['#s=-1', /link\.s: expected a whole number/],
  ['#p=nowhere', /link\.p: no preset is called "nowhere"; there are twilight/],
  ['#t=soon', /link\.t: expected seconds/],
  ['#%00<script>', /link: unknown key/],
])('a broken link %s is one line, and the piece goes on', (hash, line) => {
  const opening = openingOf(hash, { preset: 'twilight' });
  expect([opening.preset.id, opening.at]).toEqual(['twilight', 0]);
  expect(opening.notice).toMatch(line);
  expect(opening.notice).not.toContain('\n');
});

test('keys are commands, unless the browser or the focused control wants them', () => {
  expect(commandOf(stroke(' '), 'nothing')).toBe('pause');
  expect(commandOf(stroke(' '), 'button')).toBeUndefined();
  expect(commandOf(stroke('ArrowRight'), 'nothing')).toBe('forward');
  expect(commandOf(stroke('ArrowRight'), 'slider')).toBeUndefined();
  expect(commandOf(stroke('N'), 'slider')).toBe('next');
  expect(commandOf(stroke('c', { ctrlKey: true }), 'nothing')).toBeUndefined();
  expect(commandOf(stroke('toString'), 'nothing')).toBeUndefined();
});

test('a picture has the screen’s pixels, and no more than its tier', () => {
  expect(pictureSize('gallery', { width: 390, height: 844 }, 2)).toEqual({ width: 780, height: 1688 });
  const small = pictureSize('none', { width: 1920, height: 1080 }, 2);
  expect(small.width * small.height).toBeLessThanOrEqual(640 * 361);
  expect(small.width / small.height).toBeCloseTo(16 / 9, 1);
  expect(pictureSize('gallery', { width: 0, height: 0 }, Number.NaN)).toEqual({ width: 2, height: 2 });
});

test('the tier follows the renderer; the address overrides it, and a wrong one is said', () => {
  expect(tierOf('ANGLE (Google, Vulkan 1.3 (SwiftShader Device))', '').tier).toBe('none');
  expect(tierOf('ANGLE (NVIDIA GeForce)', '').tier).toBe('gallery');
  expect(tierOf('llvmpipe', '?tier=cinema')).toEqual({ tier: 'cinema', governed: false });
  expect(tierOf('Apple GPU', '?tier=best')).toEqual({
    tier: 'home',
    governed: true,
    notice: 'tier: expected cinema, gallery, home, light or none, got "best"',
  });
});

test.each([
  ['ANGLE (Intel, Intel(R) UHD Graphics 620 Direct3D11 vs_5_0 ps_5_0, D3D11)', 'home'],
  ['ANGLE (Intel, Mesa Intel(R) Iris(R) Xe Graphics (TGL GT2), OpenGL 4.6)', 'home'],
  ['ANGLE (Intel, Intel(R) HD Graphics 4000 Direct3D11)', 'light'],
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)', 'home'],
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple M3 Max, Unspecified Version)', 'gallery'],
  ['ANGLE (AMD, AMD Radeon RX 6700 XT Direct3D11)', 'gallery'],
  ['ANGLE (AMD, AMD Radeon(TM) Graphics Direct3D11)', 'home'],
  ['Adreno (TM) 640', 'light'],
  ['Mali-G78', 'light'],
  ['NVIDIA Tegra', 'light'],
  ['Microsoft Basic Render Driver', 'none'],
  ['', 'home'],
])('%s is %s', (renderer, tier) => {
  expect(tierOf(renderer, '').tier).toBe(tier);
});

test('a phone that says nothing of its GPU is a phone', () => {
  expect(tierOf('Apple GPU', '', true).tier).toBe('light');
  expect(tierOf('SwiftShader', '', true).tier).toBe('none');
});

test('what is shown follows what is asked no faster than its pace', () => {
  const pace = { rise: 2, fall: 0.5 };
  expect(approach(0, 1, pace, 1)).toBe(0.5);
  expect(approach(0.5, 1, pace, 3)).toBe(1);
  expect(approach(1, 0, pace, 0.25)).toBe(0.5);
  expect(approach(0.5, 0.4, pace, 1)).toBe(0.4);
  expect(approach(0.5, 1, pace, -1)).toBe(0.5);
});
