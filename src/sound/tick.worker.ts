/** Milliseconds between two ticks. A worker's timer goes on while the page is hidden. */
const TICK = 50;

setInterval(() => postMessage(0), TICK);
