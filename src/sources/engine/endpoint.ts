import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import type { DockerOptions } from 'dockerode';
import type { DockerEndpoint } from '../../model/endpoint.ts';

/**
 * What dockerode needs to know of it. Everything is set, so that none of dockerode's own reading of the
 * environment is left in force; the agent gives each call a connection of its own.
 */
export function dialOptions(endpoint: DockerEndpoint): DockerOptions {
  const agent = new http.Agent({ keepAlive: false });
  if (endpoint.kind === 'unix') return withAgent({ socketPath: endpoint.path, protocol: 'http' }, agent);
  const { host, port, tlsDirectory } = endpoint;
  if (tlsDirectory === undefined) return withAgent({ host, port, protocol: 'http' }, agent);
  return withAgent(
    {
      host,
      port,
      protocol: 'https',
      ca: fs.readFileSync(join(tlsDirectory, 'ca.pem')),
      cert: fs.readFileSync(join(tlsDirectory, 'cert.pem')),
      key: fs.readFileSync(join(tlsDirectory, 'key.pem')),
    },
    new https.Agent({ keepAlive: false }),
  );
}

/** Taken from `DOCKER_HOST`, `DOCKER_CERT_PATH` and so on by dockerode where it is not set: a host even wins over a socket. */
const notOfEnvironment = {
  host: undefined,
  port: undefined,
  timeout: undefined,
  ca: undefined,
  cert: undefined,
  key: undefined,
};

/** dockerode passes `agent` on; only its types do not know that. */
const withAgent = (options: DockerOptions, agent: http.Agent): DockerOptions => ({
  ...notOfEnvironment,
  ...options,
  ...{ agent },
});
