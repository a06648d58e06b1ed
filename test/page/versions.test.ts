import { describe, expect, it } from 'vitest';
import type { Advisory, Verdict } from '../../src/model/advisory.ts';
import { noMemory } from '../../src/model/memory.ts';
import { denied, ok } from '../../src/model/reading.ts';
import type { RiskAssessment } from '../../src/model/risk.ts';
import { healthyDiagnosis, healthyInfo, healthySnapshot } from '../support/healthy.ts';
import { advisoryWith, factsWith } from '../support/risk.ts';
import { sectionOf, valuesOf } from './markup.ts';
import { pageAt } from './pages.ts';

const text = (html: string, id: string): string => sectionOf(html, id).text;

describe('versions and advisories', () => {
  const advisory = (id: string, differences: Partial<Advisory> = {}): Advisory =>
    advisoryWith({
      id,
      title: `fault ${id}`,
      severity: 'high',
      remedy: 'Upgrade `it`.',
      references: [`https://example.org/${id}`],
      ...differences,
    });
  const verdict = (id: string, said: Verdict, differences?: Partial<Advisory>) => ({
    advisory: advisory(id, differences),
    verdict: said,
    why: `because of ${id}`,
  });
  const assessment = (...verdicts: RiskAssessment['verdicts']): RiskAssessment => ({
    facts: factsWith({
      storageDriver: ok('overlay2'),
      kernelRelease: ok('6.1.0-18'),
      runcVersion: denied('no answer'),
    }),
    verdicts,
    endOfLife: new Map([
      ['kernel', Date.UTC(2026, 9, 5) / 1000],
      ['engine', Date.UTC(2027, 0, 1) / 1000],
    ]),
  });
  const engineWord = { process: undefined, info: healthyInfo, version: undefined, hadInfo: true };
  const page = (risk: RiskAssessment | undefined): string =>
    pageAt(healthySnapshot, { ...healthyDiagnosis, risk, memory: { ...noMemory, engineWord } });

  it('lists what strikes and what may, the worst first, and counts the rest', () => {
    const risk = assessment(
      verdict('p', 'possible'),
      verdict('e-low', 'exposed', { severity: 'low' }),
      verdict('e-high', 'exposed'),
      verdict('c1', 'clear'),
      verdict('c2', 'clear'),
      verdict('u1', 'unknown'),
    );
    const shown = text(page(risk), 'advisories');
    const order = ['fault e-high', 'fault e-low', 'fault p'].map((title) => shown.indexOf(title));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    expect(shown).toContain('fault p p, high possible because of p Upgrade it. example.org/p');
    expect(shown).not.toMatch(/fault [cu]\d/);
    expect(shown).toContain('2 advisories do not concern this host; of 1 other it cannot be told: u1.');
    expect(valuesOf(sectionOf(page(risk), 'advisories'), 'href')).toContain('https://example.org/e-low');
  });

  it('an address that is none leads nowhere', () => {
    const references = ['javascript:alert(1)'];
    const risk = assessment(verdict('x', 'exposed', { references }));
    expect(text(page(risk), 'advisories')).toContain('javascript:alert(1)');
    expect(valuesOf(sectionOf(page(risk), 'advisories'), 'href')).toEqual([]);
  });

  it('versions, and until when they get fixes', () => {
    const shown = text(page(assessment()), 'advisories');
    expect(shown).toContain('Storage driver overlay2 on extfs');
    expect(shown).toContain('Kernel 6.1.0-18 fixes ended 2026-10-04');
    expect(shown).toContain('runc not seen: denied: no answer');
    expect(shown).toContain('fixes until 2026-12-31');
    expect(shown).not.toContain('AUFS');
  });

  it('says when nobody judges', () => {
    expect(text(page(undefined), 'advisories')).toContain('not seen: no advisories were loaded');
    expect(text(page(undefined), 'advisories')).toContain('Kernel 6.1.0');
  });
});
