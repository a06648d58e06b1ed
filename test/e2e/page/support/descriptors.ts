import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Engine } from '../../support/engine.ts';
import type { Recover } from '../../support/faults.ts';
import { register } from '../../support/lifetime.ts';
import { descriptors } from '../../support/proc.ts';
import { eventually } from '../../support/wait.ts';

async function open(engine: Engine): Promise<Socket> {
  const socket = connect(engine.socket);
  await once(socket, 'connect');
  socket.on('error', () => {}); // the daemon may end before the test does
  return socket;
}

/**
 * Clients that connect and never ask: each takes a descriptor of dockerd.
 * @param count how many descriptors dockerd is to have open
 */
export async function fillDescriptors(engine: Engine, count: number): Promise<Recover> {
  const sockets: Socket[] = [];
  const letGo = () => {
    for (const socket of sockets) socket.destroy();
  };
  const recover = register('test', { what: 'idle clients of dockerd', undo: letGo, undoNow: letGo });
  const now = () => descriptors(engine.pid)?.length ?? 0;
  while (sockets.length < count && now() < count) {
    sockets.push(await open(engine));
    // What the daemon has not accepted yet it has not open either.
    await eventually('a connection to be accepted', now, (open) => open >= Math.min(sockets.length, count), {
      every: 5,
    });
  }
  return recover;
}
