import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { scratchFolder } from '../e2e/support/scratch.ts';
import { fleetAlerts, hostAlerts, onHost } from './support/alerts.ts';
import { verifyReceivers } from './support/amtool.ts';
import { configFile, type Labels, settingsOff, withSettingOn } from './support/config.ts';
import { ensureAlertmanager } from './support/tools.ts';
import '../e2e/support/setup.ts';

const host = { instance: 'docker-7:10063', cluster: 'eu' };
const component = 'docker-host';
const receiverOf: Labels = { critical: 'page', warning: 'ticket', info: 'digest', none: 'watchdog' };

/** The file with host pages turned into tickets. */
let tolerant: string;

beforeAll(() => {
  ensureAlertmanager();
  tolerant = join(scratchFolder(), 'alertmanager.yml');
  writeFileSync(tolerant, withSettingOn(settingsOff.find((line) => line.includes('instance')) ?? 'no such line'));
}, 600_000);

function expectReceiver(file: string, labels: Labels, receiver: string): void {
  const { status, text } = verifyReceivers(file, labels, receiver);
  expect(text.trim().split('\n')[0]).toBe(receiver);
  expect(status, text).toBe(0);
}

test('amtool objects to the wrong receiver', () => {
  expect(verifyReceivers(configFile, { component, severity: 'critical' }, 'ticket').status).not.toBe(0);
});

describe('by labels', () => {
  test.each<[string, Labels, string]>([
    ['critical', { component, severity: 'critical', ...host }, 'page'],
    ['warning', { component, severity: 'warning', ...host }, 'ticket'],
    ['info', { component, severity: 'info', ...host }, 'digest'],
    ['without a cluster', { component, severity: 'critical', instance: host.instance }, 'page'],
    ['without an instance', { component, severity: 'critical' }, 'page'],
    ['a severity that nobody knows', { component, severity: 'page', ...host }, 'ticket'],
    ['no severity', { component, ...host }, 'ticket'],
    ['the watchdog', { component, severity: 'none', alertname: 'Watchdog' }, 'watchdog'],
    ['the watchdog of someone else', { severity: 'none', alertname: 'Watchdog' }, 'watchdog'],
    ['a critical of someone else', { severity: 'critical', alertname: 'NodeDown', ...host }, 'ticket'],
    ['an info of someone else', { severity: 'info', alertname: 'NodeOld', component: 'node', ...host }, 'ticket'],
  ])('%s', (_, labels, receiver) => expectReceiver(configFile, labels, receiver));
});

describe('every alert of the rules', () => {
  const sent = [
    ...hostAlerts.map((alert) => ({ key: alert.key, labels: onHost(alert, host) })),
    ...fleetAlerts.map(({ key, labels }) => ({ key, labels: { ...labels, job: component } })),
  ];
  test.each(sent)('$key', ({ labels }) => {
    expectReceiver(configFile, labels, receiverOf[labels['severity'] ?? ''] ?? 'none that is known');
  });
});

describe('where a host may be lost', () => {
  test.each<[string, Labels, string]>([
    ['a critical of a host is a ticket', { component, severity: 'critical', ...host }, 'ticket'],
    ['without a cluster too', { component, severity: 'critical', instance: host.instance }, 'ticket'],
    ['that no host is watched still pages', { component, severity: 'critical', job: component }, 'page'],
    ['warnings go on', { component, severity: 'warning', ...host }, 'ticket'],
    ['infos go on', { component, severity: 'info', ...host }, 'digest'],
  ])('%s', (_, labels, receiver) => expectReceiver(tolerant, labels, receiver));
});
