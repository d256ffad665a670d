import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headers } from './policy.ts';

export interface Served {
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function listenFrom(server: Server, port: number, host: string): Promise<void> {
  for (let candidate = port; ; candidate++) {
    try {
      return await listen(server, candidate, host);
    } catch (error) {
      if (!isTaken(error) || candidate >= Math.min(65535, port + 99)) throw error;
    }
  }
}

/**
 * Serves a built folder with the strict headers, on `port` or the next free one (0: any free one).
 * @throws where the folder is not built, or the host or a hundred ports cannot be had.
 */
export async function serve(folder: string, port: number, host: string): Promise<Served> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error('the page is not built: npm run build');
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => {
      // Names under assets/ carry a hash of what is in them; everything else is asked for again each time.
      const cached = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.setHeader('Cache-Control', cached);
    },
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response, () => {
      response.statusCode = 404;
      response.end('Not found\n');
    });
  });
  await listenFrom(server, port, host);
  const bound = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${name}:${bound.port}/`,
    port: bound.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
