import autocannon from "autocannon";

const { url, connections, seconds, requests } = JSON.parse(process.argv[2]);
const result = await autocannon({ url, connections, duration: seconds, requests });
process.stdout.write(
  JSON.stringify({ requests: result.requests, latency: result.latency, non2xx: result.non2xx, errors: result.errors }),
);
