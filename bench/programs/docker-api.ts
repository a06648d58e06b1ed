import { send } from '../lib/http.ts';
import { interrupted } from '../lib/interrupt.ts';

/** The Engine API on a unix socket, as little of it as the benchmark needs. */
export class DockerApi {
  readonly socketPath: string;

  constructor(socketPath: string) {
    this.socketPath = socketPath;
  }

  /**
   * @param signal ends the call; by default an interruption of the run does. Cleaning up needs another.
   * @throws when the Engine answers with 400 or above, with what it says.
   */
  async call(method: string, path: string, body?: object | Buffer, signal: AbortSignal = interrupted): Promise<string> {
    const payload = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const headers = {
      'content-type': Buffer.isBuffer(body) ? 'application/x-tar' : 'application/json',
      'content-length': payload === undefined ? 0 : Buffer.byteLength(payload),
    };
    const answer = await send({ socketPath: this.socketPath, method, path, headers }, payload, signal);
    const text = answer.body.toString('utf8');
    if (answer.status >= 400) throw new Error(`${method} ${path}: HTTP ${answer.status}: ${text.slice(0, 200)}`);
    return text;
  }
}
