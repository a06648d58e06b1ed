import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Exporter, runMain, startExporter } from './support/exporter.ts';
import { parseExposition } from './support/exposition.ts';
import { installTo } from './support/install.ts';
import { scratchFolder } from './support/scratch.ts';
import { within } from './support/wait.ts';

/** No Engine: the HTTP side is the same without one. */
const withoutEngine = ['--docker.host=unix:///nonexistent/docker.sock'];

/** Runs it to its end; gives the exit code and the lines on stderr. */
async function endOf(args: readonly string[], options: Parameters<typeof runMain>[1] = {}) {
  const child = await runMain([...withoutEngine, ...args], options);
  const { code } = await within(20, `node dist/main.js ${args.join(' ')} to end`, child.exit);
  const lines = child
    .stderr()
    .split('\n')
    .filter((line) => line !== '');
  return { code, lines, stdout: child.stdout() };
}

describe('what cannot be served ends with one line on stderr', () => {
  let server: Server;
  let taken: number;

  beforeAll(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    taken = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.close();
  });

  test('a port that is taken', async () => {
    const { code, lines } = await endOf([`--web.listen-address=127.0.0.1:${taken}`]);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`127.0.0.1:${taken}`);
    expect(lines[0]).toMatch(/taken|in use/);
  });

  test('an address that is not of this machine', async () => {
    const { code, lines } = await endOf(['--web.listen-address=192.0.2.1:10063']);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('192.0.2.1:10063');
  });

  test('a port for which permission is missing', async () => {
    const first = Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'));
    expect(first, 'this machine lets everybody bind port 80').toBeGreaterThan(80);
    const home = scratchFolder();
    installTo(home);
    const nobody = { uid: 65534, gid: 65534, home };
    const { code, lines } = await endOf(['--web.listen-address=127.0.0.1:80'], nobody);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('127.0.0.1:80');
    expect(lines[0]).toMatch(/permission|denied/i);
  });

  test('a path that does not exist', async () => {
    const { code, lines } = await endOf(['--web.listen-address=127.0.0.1:0', '--path.procfs=/nonexistent/proc']);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('/nonexistent/proc');
  });

  test('flags that make no sense: all of them at once, one line each, exit code 2', async () => {
    const { code, lines, stdout } = await endOf(['--docker.timeout=soon', '--no-such-flag']);
    expect(code).toBe(2);
    expect(lines.join('\n')).toMatch(/--docker\.timeout.*soon/);
    expect(lines.join('\n')).toMatch(/--no-such-flag/);
    expect(lines).toHaveLength(2);
    expect(stdout).toBe('');
  });
});

describe('what it serves', () => {
  let exporter: Exporter;
  beforeAll(async () => {
    exporter = await startExporter(withoutEngine);
  });

  const answer = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(exporter.url + path, init);
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  };

  test('/metrics in the text format', async () => {
    const { status, type, body } = await answer('/metrics');
    expect(status).toBe(200);
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(parseExposition(body).samples('dockerhost_exporter_build_info')).toHaveLength(1);
  });

  test.each(['/', '/-/healthy', '/-/ready'])('%s answers 200', async (path) => {
    expect((await answer(path)).status).toBe(200);
  });

  test('an unknown path answers 404, another method does not scrape', async () => {
    expect((await answer('/nothing')).status).toBe(404);
    expect([404, 405]).toContain((await answer('/metrics', { method: 'POST' })).status);
  });

  test('on several addresses at once', async () => {
    const both = await startExporter([...withoutEngine, '--web.listen-address=127.0.0.2:0']);
    const second = /http:\/\/127\.0\.0\.2:\d+/.exec(both.log())?.[0];
    expect(second).toBeDefined();
    expect((await fetch(`${second}/-/healthy`)).status).toBe(200);
    expect((await fetch(`${both.url}/-/healthy`)).status).toBe(200);
    await both.stop();
  });
});

test('`once` prints the exposition to stdout and ends with 0', async () => {
  const { code, stdout } = await endOf(['once']);
  expect(code).toBe(0);
  const exposition = parseExposition(stdout);
  expect(exposition.samples('dockerhost_load_average')).toHaveLength(3);
  expect(exposition.types.get('dockerhost_daemon_restarts_total')).toBe('counter');
});
