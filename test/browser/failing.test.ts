import { expect, it } from 'vitest';
import { pageWithout } from '../../src/page/page.ts';
import { axeProblems } from './checks/axe.ts';
import { sidewaysProblems } from './checks/layout.ts';
import { structureOf, structureProblems } from './checks/structure.ts';
import { textOf } from './checks/words.ts';
import { plant } from './support/planted.ts';
import { phone } from './support/sizes.ts';
import { visit } from './support/visit.ts';

const reason = `<script>alert(1)</script> ${'/a/long/path'.repeat(30)}`;
const about = { host: 'docker-7', version: '1.2.3', telemetryPath: '/metrics', runbooks: new Set<string>() };

it('the page without a look at the host is as good as any other', async () => {
  const origin = await plant(pageWithout(reason, { ...about, refreshSeconds: undefined }));
  const { page, incidents } = await visit(origin, { bypassCSP: true });
  expect(await textOf(page, 'main')).toContain(reason);
  expect(structureProblems(await structureOf(page))).toEqual([]);
  expect(await axeProblems(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeProblems(page)).toEqual([]);
  await page.setViewportSize(phone);
  expect(await sidewaysProblems(page)).toEqual([]);
  expect(incidents).toEqual([]);
});
