import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { register } from '../../support/lifetime.ts';

/** One alert of one notification. */
export interface Notice {
  /** The last part of the webhook's address: page, ticket, digest or watchdog. */
  readonly receiver: string;
  readonly status: 'firing' | 'resolved';
  /** `DockerdRestarting critical` */
  readonly alert: string;
  readonly instance: string;
  readonly description: string;
}

/** What Alertmanager posts to a webhook, as far as it is looked at. */
interface Post {
  readonly alerts: readonly {
    readonly status: 'firing' | 'resolved';
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  }[];
}

/** A webhook receiver on 127.0.0.1 that keeps all it is sent. */
export interface Inbox {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** All notices, in the order in which they came. */
  readonly notices: readonly Notice[];
}

const noticesOf = (receiver: string, { alerts }: Post): Notice[] =>
  alerts.map(({ status, labels, annotations }) => ({
    receiver,
    status,
    alert: `${labels['alertname']} ${labels['severity']}`,
    instance: labels['instance'] ?? '',
    description: annotations['description'] ?? '',
  }));

export async function openInbox(): Promise<Inbox> {
  const notices: Notice[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      notices.push(...noticesOf((request.url ?? '').slice(1), JSON.parse(Buffer.concat(parts).toString()) as Post));
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  register('file', { what: 'webhook receiver', undo: close, undoNow: close });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, notices };
}
