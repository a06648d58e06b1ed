import type { FastifyInstance, FastifyReply } from 'fastify';

/** For what is no page: it may load nothing, run nothing and stand in no frame. */
const nothing = "default-src 'none'; frame-ancestors 'none'";

/**
 * What an answer tells a browser: no guessing of types, and not for pages of other origins. A page brings a policy of
 * its own.
 */
export function harden(reply: FastifyReply): FastifyReply {
  reply.headers({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
  return reply.hasHeader('content-security-policy') ? reply : reply.header('content-security-policy', nothing);
}

/** Hardens all answers of the routes, errors as well. Those to a path that cannot be read pass no hook. */
export function addHardening(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    harden(reply);
  });
}
