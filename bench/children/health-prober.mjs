// Worker thread: asks /-/healthy every few milliseconds whether or not the last answer has come, so that
// a stalled server is seen by every request that falls into the stall. Sends what it saw when told to stop.
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { port, intervalMilliseconds } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const latencies = [];
let failures = 0;
let open = 0;

function probe() {
  const begun = performance.now();
  open++;
  const fail = () => {
    failures++;
    open--;
  };
  get({ host: '127.0.0.1', port, path: '/-/healthy', agent }, (response) => {
    response.resume();
    response.on('error', fail);
    response.on('end', () => {
      open--;
      if (response.statusCode === 200) latencies.push((performance.now() - begun) / 1000);
      else failures++;
    });
  }).on('error', fail);
}

const timer = setInterval(probe, intervalMilliseconds);
parentPort.once('message', () => {
  clearInterval(timer);
  const finish = setInterval(() => {
    if (open > 0) return;
    clearInterval(finish);
    agent.destroy();
    parentPort.postMessage({ latencies, failures });
  }, 5);
});
