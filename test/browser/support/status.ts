/** What `/status` says, as far as the page is compared with it. */
export interface StatusReport {
  readonly status: 'ok' | 'warning' | 'critical' | 'unknown';
  readonly host: string;
  readonly findings: readonly {
    readonly alert: string;
    readonly severity: string;
    readonly summary: string;
    readonly culprits: readonly { readonly name: string; readonly process: string }[];
  }[];
  readonly unseen: readonly { readonly part: string; readonly reason: string }[];
}

/** @throws Error when it answers anything but 200 */
export async function statusOf(origin: string): Promise<StatusReport> {
  const response = await fetch(`${origin}/status`);
  if (!response.ok) throw new Error(`/status: ${response.status} ${(await response.text()).slice(0, 80)}`);
  return (await response.json()) as StatusReport;
}
