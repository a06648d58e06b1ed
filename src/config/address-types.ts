import type { DockerEndpoint } from '../model/endpoint.ts';
import type { ListenAddress } from './config.ts';
import { accept, type Environment, type Parsed, reject, type ValueType } from './value.ts';

interface Authority {
  readonly host: string | undefined;
  readonly port: number | undefined;
}

/** `host`, `host:port`, `[::1]:port` or `:port`; undefined when it is none of them. */
function parseAuthority(text: string): Authority | undefined {
  const match = /^(?:\[([\da-f:.]+)\]|([\w.-]+))?(?::(\d{1,5}))?$/i.exec(text);
  if (match === null) return undefined;
  const [, ipv6, name, digits] = match;
  const host = ipv6 === undefined ? name : `[${ipv6}]`;
  if (host !== undefined && !URL.canParse(`http://${host}/`)) return undefined;
  const port = digits === undefined ? undefined : Number(digits);
  return port === undefined || port <= 65_535 ? { host: ipv6 ?? name, port } : undefined;
}

export const listenAddress: ValueType<ListenAddress> = {
  placeholder: 'address',
  expected: 'host:port, such as :10063, 127.0.0.1:9100, localhost:10063 or [::1]:10063',
  parse: (text) => {
    const authority = parseAuthority(text);
    return authority?.port === undefined
      ? reject(listenAddress.expected)
      : accept({ host: authority.host, port: authority.port });
  },
};

/** Addresses that other tools take, each with the reason why this one does not. */
const refusedSchemes: Readonly<Record<string, string>> = {
  ssh: 'ssh:// needs a child process, and the exporter starts none',
  npipe: 'npipe:// is a named pipe of Windows',
  fd: 'fd:// is for a daemon to listen on',
};

/**
 * The address of the Engine API in the notation of `DOCKER_HOST`. As with the docker command,
 * `DOCKER_TLS_VERIFY` (any text) asks for TLS and `DOCKER_CERT_PATH` names the directory of its keys.
 */
export const dockerHost: ValueType<DockerEndpoint> = {
  placeholder: 'address',
  expected: 'unix:///path, tcp://host:port, http://host:port or https://host:port',
  parse: (text, env) => {
    const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(.*)$/s.exec(text) ?? [];
    if (scheme === 'unix') return parseSocketPath(rest);
    if (scheme === 'tcp' || scheme === 'http' || scheme === 'https') {
      return parseNetworkEndpoint(scheme, rest, env);
    }
    const reason = Object.hasOwn(refusedSchemes, scheme) ? `; ${refusedSchemes[scheme]}` : '';
    return reject(dockerHost.expected + reason);
  },
};

function parseSocketPath(path: string): Parsed<DockerEndpoint> {
  return path.length > 1 && path.startsWith('/') && !path.includes('\0')
    ? accept({ kind: 'unix', path })
    : reject(dockerHost.expected);
}

function parseNetworkEndpoint(scheme: string, rest: string, env: Environment): Parsed<DockerEndpoint> {
  const authority = parseAuthority(rest.replace(/\/$/, ''));
  if (authority?.host === undefined || authority.port === 0) return reject(dockerHost.expected);
  const { host, port } = authority;
  const tls = scheme === 'https' || Boolean(env['DOCKER_TLS_VERIFY']);
  if (!tls) return accept({ kind: 'tcp', host, port: port ?? 2375, tlsDirectory: undefined });

  // Without the keys there is no TLS, and plain HTTP in its place would be a silent downgrade.
  const tlsDirectory = env['DOCKER_CERT_PATH'];
  return tlsDirectory
    ? accept({ kind: 'tcp', host, port: port ?? 2376, tlsDirectory })
    : reject(
        'DOCKER_CERT_PATH to name the directory of ca.pem, cert.pem and key.pem: https:// and DOCKER_TLS_VERIFY ask for TLS',
      );
}
