// process-pass.mjs WARMUP PASSES: the exporter's process pass alone, as built, without loader or server.
// Prints the same JSON line as native/pass.c.
import { HostFiles } from '../../dist/sources/procfs/host-files.js';
import { readProcessTable } from '../../dist/sources/procfs/process-table.js';

const [warmup, passes] = process.argv.slice(2).map(Number);
const files = new HostFiles({ procfs: '/proc', sysfs: '/sys', rootfs: '/' });

function pass() {
  const reading = readProcessTable(files);
  if (reading.kind !== 'ok') throw new Error(`process pass: ${reading.kind}: ${reading.detail}`);
  return reading.value.count;
}

for (let i = 0; i < warmup; i++) pass();
const cpuBefore = process.cpuUsage();
const begun = performance.now();
let processes = 0;
for (let i = 0; i < passes; i++) processes = pass();
const wall = (performance.now() - begun) / 1e3;
const cpu = process.cpuUsage(cpuBefore);
console.log(JSON.stringify({ processes, user: cpu.user / 1e6, system: cpu.system / 1e6, wall }));
