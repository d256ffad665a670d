import { WebGLRenderer } from 'pixi.js';
import { expect, test } from 'vitest';
import { createBaker } from '../../src/light/bake/baker.ts';
import type { Scene } from '../../src/light/layer.ts';
import { matter } from '../../src/light/matter.ts';
import { lightTarget, screenGeometry } from '../../src/light/passes/screen.ts';
import { tone } from '../../src/light/passes/tone.ts';
import { sharedUniforms } from '../../src/light/scene.ts';
import screenVertex from '../../src/light/shaders/screen.vert?raw';
import { spread } from '../../src/light/shaders/whole.ts';
import { plan } from '../../src/light/size.ts';
import { qualities, type Tier } from '../../src/light/tiers.ts';
import { wholeView } from '../../src/light/view.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';

// A sky that grows from 0.002 to 0.02 over 2160 rows has 32 codes: without dither each is a band of 67 rows.

const [width, height] = [24, 2160];
const [preset] = shippedPresets;
if (preset === undefined) throw new Error('no preset is shipped');
const piece = open(7, preset);
const slope = `
in vec2 vAt;
out vec4 finalColor;
void main() { finalColor = vec4(vec3(mix(0.002, 0.02, vAt.y)), 100.0); }
`;

/** What the screen shows of the ramp: RGBA, 8 bit. */
async function rampAt(tier: Tier): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  const renderer = new WebGLRenderer();
  await renderer.init({ canvas, width, height, antialias: false, skipExtensionImports: true, preferWebGLVersion: 2 });
  const shared = sharedUniforms();
  const scene: Scene = {
    piece,
    tier,
    quality: qualities[tier],
    governed: { counts: 1 },
    format: 'rgba16float',
    shape: { aspect: width / height },
    renderer,
    spread,
    shared: shared.group,
    lamps: shared.lamps,
    textures: new Map(),
    baker: createBaker(),
  };
  const light = lightTarget('ramp', false, 'rgba16float');
  light.resize(width, height);
  const ramp = matter(scene, {
    vertex: screenVertex,
    fragment: slope,
    geometry: screenGeometry(),
    blend: 'opaque',
    flat: true,
  });
  const screen = tone(scene, light, light);
  const draw: Parameters<typeof screen.run>[0] = ({ geometry, shader, state }, target) => {
    renderer.renderTarget.bind({ target: target?.target ?? renderer.view.renderTarget, clear: true });
    renderer.encoder.draw({ geometry, shader, state });
  };
  draw(ramp, light);
  screen.run(draw, piece.frame(60), plan(scene.quality, width, height, wholeView));
  const pixels = new Uint8Array(width * height * 4);
  renderer.gl.readPixels(0, 0, width, height, renderer.gl.RGBA, renderer.gl.UNSIGNED_BYTE, pixels);
  screen.dispose();
  ramp.dispose();
  light.dispose();
  scene.baker.close();
  renderer.destroy();
  return pixels;
}

/** The longest run of one code in any column of any channel, and how many codes there are. */
function runs(pixels: Uint8Array) {
  let longest = 0;
  const codes = new Set<number>();
  for (let column = 0; column < width; column++) {
    for (const channel of [0, 1, 2]) {
      let run = 0;
      let before = -1;
      for (let row = 0; row < height; row++) {
        const code = pixels[(row * width + column) * 4 + channel] ?? 0;
        codes.add(code);
        run = code === before ? run + 1 : 1;
        before = code;
        longest = Math.max(longest, run);
      }
    }
  }
  return { longest, codes: codes.size };
}

test.each(['gallery', 'none'] as const)('%s: a dark slope has no band', async (tier) => {
  const { longest, codes } = runs(await rampAt(tier));
  expect(codes).toBeGreaterThan(20);
  expect(longest).toBeLessThanOrEqual(8);
});
