// The bookers of the race, in a process of their own: what they cost is not taken from the clinic's event loop. Each has a
// connection of its own, open before the race as a browser's is. Told by a message { url, token, bookings: [{ path, body }] };
// answers with [{ status, isFresh, ms, told }] and ends.
import { once } from "node:events";
import { Agent, request } from "node:http";

const [{ url, token, bookings }] = await once(process, "message");
const bookers = bookings.map((booking) => ({ ...booking, agent: new Agent({ keepAlive: true, maxSockets: 1 }) }));
for (const { agent } of bookers) await ask({ agent, path: "/api/health" });
const answers = await Promise.all(
  bookers.map(async ({ agent, path, body }, index) => {
    const start = performance.now();
    const answer = await ask({ agent, path, body, key: `race-${process.pid}-${index}` });
    return { ...answer, ms: performance.now() - start };
  }),
);
for (const { agent } of bookers) agent.destroy();
process.send(
  answers.map(({ status, text, ms }) => ({ status, ms, isFresh: isFresh(text), told: text.slice(0, 300) })),
  () => process.disconnect(),
);

function isFresh(text) {
  return JSON.parse(text).current?.courses?.length > 0;
}

/** One question; the status and the text that was answered. */
async function ask({ agent, path, body, key }) {
  const text = body === undefined ? "" : JSON.stringify(body);
  const asked = request(`${url}${path}`, {
    agent,
    method: body === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined
        ? {}
        : {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(text),
            "idempotency-key": key,
          }),
    },
  });
  asked.end(text);
  const [answer] = await once(asked, "response");
  const parts = [];
  for await (const part of answer) parts.push(part);
  return { status: answer.statusCode, text: Buffer.concat(parts).toString() };
}
