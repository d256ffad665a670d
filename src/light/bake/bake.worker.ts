import { type BakeName, bakeOne, buffersOf, type Order } from './bakes.ts';

addEventListener('message', ({ data: { name, asked, answer } }: MessageEvent<Order<BakeName>>) => {
  const baked = bakeOne(name, asked);
  answer.postMessage(baked, buffersOf(baked));
});
