import { describe, expect, it } from "vitest";
import { createActionKey } from "./action-key.ts";

function counted() {
  let count = 0;
  return createActionKey(() => `key ${++count}`);
}

describe("the key of an act", () => {
  it("stays the same when the same content is sent again", () => {
    const action = counted();
    expect([action.keyFor({ depthMm: 0.5 }), action.keyFor({ depthMm: 0.5 })]).toEqual(["key 1", "key 1"]);
  });

  it("is another one for other content", () => {
    const action = counted();
    expect([action.keyFor({ depthMm: 0.5 }), action.keyFor({ depthMm: 0.75 })]).toEqual(["key 1", "key 2"]);
  });

  it("is another one once the act is finished", () => {
    const action = counted();
    action.keyFor("again");
    action.finish();
    expect(action.keyFor("again")).toBe("key 2");
  });
});
