import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A page without a fault, but for what is put into it. */
export const pageWith = (body: string, head = ''): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>planted</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>body { font: 1rem sans-serif }</style>${head}
</head><body><main><h1>planted</h1>${body}</main></body></html>`;

/** Serves one page at `/`, and 404 for all else, until the test is over. Gives the origin. */
export async function plant(page: string, policy?: string): Promise<string> {
  const server = createServer((request, response) => {
    if (policy !== undefined) response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.statusCode = request.url === '/' ? 200 : 404;
    response.end(request.url === '/' ? page : 'not found');
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
