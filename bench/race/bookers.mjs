// The bookers of the race, in a process of their own: what they cost is not taken from the clinic's event loop.
// Told by a message { url, token, bookings: [{ path, body }] }; answers with [{ status, isFresh, ms, told }] and ends.
import { once } from "node:events";
import { call } from "../start-clinic.mjs";

const [{ url, token, bookings }] = await once(process, "message");
const answers = await Promise.all(
  bookings.map(async ({ path, body }) => {
    const start = performance.now();
    const answer = await call({ url, token, method: "POST", path, body });
    return {
      status: answer.status,
      isFresh: answer.body.current?.courses?.length > 0,
      ms: performance.now() - start,
      told: JSON.stringify(answer.body).slice(0, 300),
    };
  }),
);
process.send(answers, () => process.disconnect());
