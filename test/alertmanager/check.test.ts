import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../e2e/support/scratch.ts';
import { checkConfig } from './support/amtool.ts';
import { configFile, configText, settingsOff, withSettingOn } from './support/config.ts';
import { ensureAlertmanager } from './support/tools.ts';
import '../e2e/support/setup.ts';

let folder: string;

beforeAll(() => {
  ensureAlertmanager();
  folder = scratchFolder();
}, 600_000);

function checkText(text: string) {
  const file = join(folder, 'alertmanager.yml');
  writeFileSync(file, text);
  return checkConfig(file);
}

test('amtool takes the file', () => {
  const { status, text } = checkConfig(configFile);
  expect(text).toContain('SUCCESS');
  expect(status, text).toBe(0);
});

test('amtool objects to a route without its receiver', () => {
  const { status, text } = checkText(configText.replace('- name: digest', '- name: other'));
  expect(status).not.toBe(0);
  expect(text).toContain('digest');
});

test('there is something to switch on', () => {
  expect(settingsOff.map((line) => line.trim())).toEqual(['#active_time_intervals: [office-hours]', '#- instance=""']);
});

test.each(settingsOff)('amtool takes the file with a setting switched on: %s', (line) => {
  const text = withSettingOn(line);
  expect(text).not.toBe(configText);
  const answer = checkText(text);
  expect(answer.status, answer.text).toBe(0);
});
