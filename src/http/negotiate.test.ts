import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsGzip, negotiateFormat, prefersHtml } from './negotiate.ts';

const prometheus2 =
  'application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2';
const prometheus3 =
  'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1';
const protobuf =
  'application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.6,application/openmetrics-text;version=1.0.0;escaping=underscores;q=0.5,*/*;q=0.1';

describe('the format', () => {
  it.each([
    ['Prometheus 2', prometheus2, 'openMetrics'],
    ['Prometheus 3', prometheus3, 'openMetrics'],
    ['Prometheus that would rather have protobuf', protobuf, 'openMetrics'],
    ['Prometheus told to use text', 'text/plain;version=0.0.4;q=0.5,*/*;q=0.1', 'text'],
    [
      'Prometheus 3 told to use text',
      'text/plain;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.4,*/*;q=0.1',
      'text',
    ],
    [
      'an old Prometheus that knows only a draft',
      'application/openmetrics-text; version=0.0.1,text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
      'text',
    ],
    ['curl', '*/*', 'text'],
    ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text'],
    ['no header', undefined, 'text'],
    ['an empty one', '', 'text'],
    ['OpenMetrics without a version', 'application/openmetrics-text', 'openMetrics'],
    ['OpenMetrics in capitals with spaces', 'Application/OpenMetrics-Text ; Version=1.0.0', 'openMetrics'],
    ['OpenMetrics refused', 'application/openmetrics-text;q=0, text/plain', 'text'],
    ['OpenMetrics less liked', 'application/openmetrics-text;version=1.0.0;q=0.1,text/plain;q=0.2', 'text'],
    ['text refused', 'text/*;q=0, application/*', 'openMetrics'],
    ['neither', 'image/png', 'text'],
    ['garbage', ';;;,q=,=/\u0000, "', 'text'],
    ['a bad q', 'application/openmetrics-text;q=much', 'text'],
  ] as const)('of %s', (_, accept, format) => {
    expect(negotiateFormat(accept)).toBe(format);
  });

  it('there is always one', () => {
    fc.assert(fc.property(fc.string(), (accept) => ['text', 'openMetrics'].includes(negotiateFormat(accept))));
  });
});

describe('HTML rather than text', () => {
  it.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
    ['text/html', true],
    ['text/html, text/plain;q=0.5', true],
    ['text/plain;q=0, */*', true],
    ['text/plain, text/html;q=0.9', false],
    ['text/html;q=0', false],
    ['*/*', false],
    ['text/*', false],
    ['image/png', false],
    ['', false],
    [undefined, false],
    [';;;,q=,=/\u0000, "', false],
  ])('%j: %s', (header, preferred) => {
    expect(prefersHtml(header)).toBe(preferred);
  });
});

describe('gzip', () => {
  it.each([
    ['gzip', true],
    ['gzip, deflate, br', true],
    ['deflate, gzip;q=0.5', true],
    ['GZIP', true],
    ['*', true],
    ['gzip;q=0', false],
    ['identity', false],
    ['identity, gzip;q=0.5', false],
    ['identity;q=0.5, *;q=0', false],
    ['br', false],
    ['', false],
    [undefined, false],
    ['gz ip;;q=x', false],
  ])('%j: %s', (header, accepted) => {
    expect(acceptsGzip(header)).toBe(accepted);
  });
});
