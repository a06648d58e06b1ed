import { request } from 'node:http';

/** GET over a unix socket. @throws Error when there is no answer in time. */
export function getOverSocket(
  socketPath: string,
  path: string,
  milliseconds: number,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, path, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('error', reject);
    });
    call.setTimeout(milliseconds, () => call.destroy(new Error(`no answer in ${milliseconds} ms`)));
    call.on('error', reject);
    call.end();
  });
}
