import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { register } from '../../e2e/support/lifetime.ts';

/** A node as `GET /nodes` of the Engine API tells of it. */
export interface SwarmNode {
  readonly hostname: string;
  readonly address: string;
  /** `address:port` for managers. */
  readonly manager?: string;
  readonly os?: string;
  readonly state?: string;
}

const answerOf = ({ hostname, address, manager, os = 'linux', state = 'ready' }: SwarmNode, index: number) => ({
  ID: `node${index}`,
  Spec: { Role: manager === undefined ? 'worker' : 'manager', Availability: 'active', Labels: {} },
  Description: {
    Hostname: hostname,
    Platform: { Architecture: 'x86_64', OS: os },
    Engine: { EngineVersion: '29.0.0' },
  },
  Status: { State: state, Addr: address },
  ...(manager === undefined ? {} : { ManagerStatus: { Leader: true, Reachability: 'reachable', Addr: manager } }),
});

/** The Engine of a manager, on loopback, with the little that Prometheus asks it. @returns its `host` */
export async function startManager(nodes: readonly SwarmNode[]): Promise<string> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://engine').pathname;
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Api-Version', '1.44');
    if (path.endsWith('/_ping')) return response.end('OK');
    if (path.endsWith('/nodes')) return response.end(JSON.stringify(nodes.map(answerOf)));
    return response.writeHead(404).end(JSON.stringify({ message: `no ${path}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  register('file', { what: 'Engine of a swarm manager', undo: close, undoNow: close });
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
