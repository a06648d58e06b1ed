import { expect, it } from 'vitest';
import { isContainerDevice } from './dm-device.ts';

const id = '57b8a16e6e2f88d1f219d7cfb0210ed116cf1b90fa0b109551ab35a518909654';

it.each([`docker-254:0-131098-${id}`, `docker-202:1-3019790-${id}`, `docker-254:0-131098-${id}-init`])(
  'counts %s',
  (name) => {
    expect(isContainerDevice(name)).toBe(true);
  },
);

it.each([
  'docker-254:0-131098-pool',
  'docker-254:0-131098-base',
  'docker-thinpool',
  'docker-thinpool_tdata',
  'docker-thinpool-tpool',
  'control',
  'vg0-root',
  `docker-254:0-131098-${id.slice(1)}`,
  `docker-254:0-131098-${id}\n`,
  `/dev/mapper/docker-254:0-131098-${id}`,
  '',
])('does not count %j', (name) => {
  expect(isContainerDevice(name)).toBe(false);
});
