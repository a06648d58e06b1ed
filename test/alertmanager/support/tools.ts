import { existsSync } from 'node:fs';

const programs = ['/usr/bin/amtool', '/usr/bin/prometheus-alertmanager'] as const;

/** @throws Error with the command that installs what is missing */
export function ensureAlertmanager(): void {
  const missing = programs.filter((program) => !existsSync(program));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is missing: \`npm run test:rules\` installs it`);
}
