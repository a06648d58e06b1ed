import type { FastifyInstance } from 'fastify';
import type { AppOptions } from './build-app.ts';

const contentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** `/`: what this is, and where to go from here. */
export function addLandingPage(app: FastifyInstance, { telemetryPath, version }: AppOptions): void {
  app.get('/', async (_request, reply) =>
    reply
      .header('content-security-policy', contentSecurityPolicy)
      .header('x-content-type-options', 'nosniff')
      .type('text/html; charset=utf-8')
      .send(landingPage(telemetryPath, version)),
  );
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const landingPage = (telemetryPath: string, version: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>docker-host-exporter</title>
<style>:root { color-scheme: light dark } body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }</style>
</head>
<body>
<main>
<h1>docker-host-exporter</h1>
<p>Prometheus exporter for the health of a Docker host, version ${escapeHtml(version)}.</p>
<ul>
<li><a href="${escapeHtml(telemetryPath)}">Metrics</a></li>
<li><a href="/status">Status</a>: what is wrong with this host now, as JSON</li>
<li><a href="/-/healthy">Healthy</a>: this process lives</li>
<li><a href="/-/ready">Ready</a>: a first snapshot of the host was taken</li>
</ul>
</main>
</body>
</html>
`;
