import type { ResourceSetUpView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { kindsOfItAlone } from "./last-day.tsx";

const room = (id: string, kinds: string[], endedOn: string | null = null, siteId = "alder") =>
  ({ id, kind: "room", kinds, siteId, endedOn }) as ResourceSetUpView;
const treating = room("room-1", ["prep", "treatment"]);

describe("what is missing once a room ends", () => {
  it("is nothing while another room of the site serves for the same", () =>
    expect(kindsOfItAlone(treating, { resources: [treating, room("room-2", ["treatment", "prep"])] })).toEqual([]));

  it("is what only rooms of another site, or rooms that end too, serve for", () =>
    expect(
      kindsOfItAlone(treating, {
        resources: [
          treating,
          room("room-2", ["prep"]),
          room("room-3", ["treatment"], "2027-03-01"),
          room("room-9", ["treatment"], null, "quay"),
        ],
      }),
    ).toEqual(["treatment"]));
});
