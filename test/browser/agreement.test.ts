import { describe, expect, it } from 'vitest';
import { alertNamesIn, plain, positionsOf, textOf } from './checks/words.ts';
import { pageHosts } from './support/hosts.ts';
import { statusOf } from './support/status.ts';
import { unfold } from './support/unfold.ts';
import { originOf, visit } from './support/visit.ts';

/** Page and report are two looks. On a machine that is busy one may lack what the other had the time to read: again, then. */
async function lookAtBoth(host: (typeof pageHosts)[number]) {
  for (let tries = 5; ; tries -= 1) {
    const { page } = await visit(originOf(host));
    await unfold(page);
    const report = await statusOf(originOf(host));
    const summaries = report.findings.map(({ summary }) => summary);
    const positions = positionsOf(await textOf(page, '#findings'), summaries);
    if (tries === 1 || !positions.includes(-1)) return { page, report, positions };
  }
}

describe.each(pageHosts)('$name', (host) => {
  it('says what /status says', async () => {
    const { page, report, positions } = await lookAtBoth(host);
    const { host: name, status, findings, unseen } = report;

    expect.soft(await textOf(page, 'h1')).toBe(name);
    expect.soft(await page.locator('[data-status]').first().getAttribute('data-status')).toBe(status);

    const found = await textOf(page, '#findings');
    expect.soft(findings.filter((_, index) => positions[index] === -1)).toEqual([]);
    expect.soft(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect.soft(alertNamesIn(found)).toEqual(findings.map(({ alert }) => alert));
    const culprits = findings.flatMap((finding) =>
      finding.culprits.slice(0, 3).flatMap((each) => [each.name, each.process]),
    );
    expect.soft(culprits.filter((each) => !found.includes(plain(each)))).toEqual([]);

    const hidden = await textOf(page, '#unseen');
    expect.soft(unseen.filter(({ reason }) => !hidden.includes(plain(reason)))).toEqual([]);
  });
});

it('is shown a host in each status, and one of which something is hidden', async () => {
  const reports = await Promise.all(pageHosts.map((host) => statusOf(originOf(host))));
  expect([...new Set(reports.map(({ status }) => status))].sort()).toEqual(['critical', 'ok', 'unknown', 'warning']);
  expect(reports.some(({ unseen }) => unseen.length > 1)).toBe(true);
});
