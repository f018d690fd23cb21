import autocannon from "autocannon";

const { url, connections, seconds, requests } = JSON.parse(process.argv[2]);
const times = [];
const result = await new Promise((resolve, reject) => {
  const load = autocannon({ url, connections, duration: seconds, requests }, (fault, done) =>
    fault ? reject(fault) : resolve(done),
  );
  load.on("response", (_client, _status, _bytes, ms) => times.push(ms));
});
times.sort((left, right) => left - right);
const p95 = times[Math.floor(times.length * 0.95)];
process.stdout.write(
  JSON.stringify({
    requests: result.requests,
    latency: { ...result.latency, p95 },
    non2xx: result.non2xx,
    errors: result.errors,
  }),
);
