import { createCourier } from './courier.ts';
import type { Courier, Ended, Job } from './job.ts';

async function perform(job: Job, courier: Courier): Promise<string> {
  switch (job.kind) {
    case 'still':
      return (await import('./still.ts')).exportStill(job, courier);
    case 'sheet':
      return (await import('./sheet.ts')).exportSheet(job, courier);
    case 'film':
      return (await import('./film.ts')).exportFilm(job, courier);
    case 'sound':
      return (await import('./sound.ts')).exportSound(job, courier);
    case 'bench':
      return (await import('./bench/bench.ts')).exportBench(job, courier);
  }
}

globalThis.mosslightExport = async (job): Promise<Ended> => {
  try {
    return { ok: true, remark: await perform(job, createCourier()) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof Error) console.error(error.stack);
    return { ok: false, reason: reason.split('\n')[0] ?? reason };
  }
};
