import type { Visit } from '../support/visit.ts';

/** Time for a page that is about to go to another one, after its time is up. */
const graceMs = 2000;

/**
 * Lets the time of the page pass, which takes none here, and stops its clock then: nothing more can be done with
 * the page. Resolves when its time is up.
 */
async function letPass({ devTools }: Visit, seconds: number): Promise<void> {
  const over = new Promise<void>((resolve) => devTools.once('Emulation.virtualTimeBudgetExpired', () => resolve()));
  await devTools.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: seconds * 1000 });
  await over;
}

/** Where a page goes by itself within this time. Waits in vain if it goes nowhere. */
export async function goesTo(visit: Visit, seconds: number): Promise<string> {
  const [frame] = await Promise.all([
    visit.page.waitForEvent('framenavigated', { timeout: 0 }),
    // The time of a page that has gone never is up.
    Promise.race([letPass(visit, seconds), visit.page.waitForEvent('framenavigated', { timeout: 0 })]),
  ]);
  return frame.url();
}

/** Whether a page is still there after this time. */
export async function staysFor(visit: Visit, seconds: number): Promise<boolean> {
  let isThere = true;
  visit.page.once('framenavigated', () => {
    isThere = false;
  });
  await Promise.race([letPass(visit, seconds), visit.page.waitForEvent('framenavigated', { timeout: 0 })]);
  await new Promise((resolve) => setTimeout(resolve, isThere ? graceMs : 0));
  return isThere;
}
