import { describe, expect, it } from "vitest";
import { messagesAbout } from "./messages-about.ts";

function message(id: string, to: string, subject: string) {
  return { id, kind: "link", to, subject, text: "Open it within the hour.", at: "2027-01-12T09:30:00Z", sent: true };
}

const box = [
  message("1", "ama.okafor@patients.example", "Your link"),
  message("2", "front-desk@alder.example", "A new password for fibril"),
  message("3", "ama.okafor@patients.example", "Your course is booked"),
];

describe("finding a message of the demo", () => {
  it.each`
    sought             | found
    ${""}              | ${["1", "2", "3"]}
    ${"  "}            | ${["1", "2", "3"]}
    ${"AMA.okafor"}    | ${["1", "3"]}
    ${"booked ama"}    | ${["3"]}
    ${"password desk"} | ${["2"]}
    ${"within hour"}   | ${["1", "2", "3"]}
    ${"nobody"}        | ${[]}
  `("'$sought' finds $found", ({ sought, found }) => {
    expect(messagesAbout(box, sought).map(({ id }) => id)).toEqual(found);
  });
});
