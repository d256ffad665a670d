import type { Vec3 } from '../../units.ts';
import type { Stream } from '../../world/types.ts';
import { movingFilter } from '../filter.ts';
import { mix32, wander } from '../hash.ts';
import type { Layer } from '../layer.ts';
import { hear } from '../space.ts';
import { swarmIn } from '../swarming.ts';
import { Gain } from '../tone.ts';

const LEVEL = 0.3;
const TRICKLE = 0.2;

/** Few large bubbles, which carry the chord, and many small ones, which are the water. */
const FLOCKS = [
  {
    count: 6,
    span: 0.8,
    low: 280,
    high: 760,
    lean: 0.8,
    level: 0.2,
    damping: 0.8,
    climb: 0.1,
    loose: 0.08,
    gusts: 0.85,
    gustSpan: 0.83,
  },
  {
    count: 56,
    span: 0.2,
    low: 640,
    high: 2600,
    lean: 1,
    level: 0.26,
    damping: 1,
    climb: 0.1,
    loose: 0.15,
    gusts: 0.6,
    gustSpan: 0.47,
  },
  {
    count: 80,
    span: 0.09,
    low: 1800,
    high: 6800,
    lean: 1.1,
    level: 0.2,
    damping: 1,
    climb: 0.08,
    loose: 0.8,
    gusts: 0.5,
    gustSpan: 0.23,
  },
] as const;

/** Metres along the water from its nearest point at which the groups of bubbles lie. */
const REACH = [-7, -2, 2.5, 8] as const;

/** The water nearest to a place: a mean over the course, in which what is near counts by far the most. */
function nearestWater(stream: Stream, [x, , z]: Vec3): { readonly place: Vec3; readonly way: Vec3 } {
  const { centre } = stream;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 2 < centre.length; i += 3) {
    least = Math.min(least, ((centre[i] ?? 0) - x) ** 2 + ((centre[i + 2] ?? 0) - z) ** 2);
  }
  const sum = [0, 0, 0, 0, 0, 0];
  let whole = 0;
  for (let i = 0; i + 5 < centre.length; i += 3) {
    const [px = 0, py = 0, pz = 0, qx = 0, qy = 0, qz = 0] = centre.subarray(i, i + 6);
    const weight = ((least + 2) / ((px - x) ** 2 + (pz - z) ** 2 + 2)) ** 3;
    whole += weight;
    for (const [n, value] of [px, py, pz, qx - px, qy - py, qz - pz].entries()) sum[n] = (sum[n] ?? 0) + value * weight;
  }
  const [px = 0, py = 0, pz = 0, wx = 0, wy = 0, wz = 0] = sum.map((value) => value / Math.max(1e-9, whole));
  const long = Math.max(1e-6, Math.hypot(wx, wy, wz));
  return { place: [px, py, pz], way: [wx / long, wy / long, wz / long] };
}

/** Running water: bubbles in the harmony's chord and the broad, soft noise that they ride on, where the stream is. */
export const stream: Layer = {
  stem: 'stream',
  build(site) {
    const { world, seed, preset } = site.piece;
    const { context } = site;
    const bubbles = swarmIn(site, 0x57e, FLOCKS);
    const level = site.own(new Gain({ context, gain: 0 }));
    const send = site.own(new Gain({ context, gain: 0 }));
    bubbles.node.connect(level.input);
    level.output.connect(site.dry);
    level.connect(send);
    send.output.connect(site.room);
    const trickles = [
      { channel: 1, Q: 0.8, hz: 640, gain: 1, period: 0.37, at: 1 },
      { channel: 4, Q: 0.6, hz: 1500, gain: 0.8, period: 0.21, at: 2 },
      { channel: 6, Q: 0.5, hz: 3900, gain: 0.34, period: 0.13, at: 0 },
      { channel: 7, Q: 0.5, hz: 3300, gain: 0.34, period: 0.15, at: 3 },
    ].map((trickle) => {
      const filter = movingFilter(site, 'bandpass', trickle.Q);
      const amount = site.own(new Gain({ context, gain: 0 }));
      const pan = site.own(new StereoPannerNode(site.raw));
      site.noise(trickle.channel).connect(filter.input);
      filter.connect(amount);
      amount.output.connect(pan).connect(level.input);
      return { ...trickle, filter, amount, pan };
    });
    return ({ t, curves, harmony, camera }, pen) => {
      const { place, way } = nearestWater(world.stream, camera.eye);
      const spots = REACH.map((along) => {
        const heard = hear(camera, [place[0] + way[0] * along, place[1], place[2] + way[2] * along], curves.room);
        return { pan: heard.pan, level: heard.direct ** 0.5 };
      });
      bubbles.write(
        pen,
        curves.stream > 0 ? 0.25 + 0.6 * curves.stream : 0,
        harmony.glide < 0.5 ? harmony.chord : harmony.next,
        spots,
      );
      for (const [n, { filter, amount, pan, hz, gain, period, at }] of trickles.entries()) {
        const key = mix32(seed ^ (0x7a1 + n));
        const swirl = 0.6 + 0.25 * wander(key, t, period) + 0.25 * wander(key + 1, t, period * 4.3);
        pen.to(filter.frequency, hz * (1 + 0.22 * wander(key + 2, t, period * 2)) * preset.music.brightness ** 0.5);
        pen.to(amount.gain, TRICKLE * gain * Math.max(0, swirl) * (spots[at]?.level ?? 0));
        pen.to(pan.pan, spots[at]?.pan ?? 0);
      }
      pen.to(level.gain, LEVEL * curves.stream);
      pen.to(send.gain, 0.08 + 0.16 * curves.room);
    };
  },
};
