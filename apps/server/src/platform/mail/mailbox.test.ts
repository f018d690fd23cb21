import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import fc from "fast-check";
import { createTransport } from "nodemailer";
import { describe, expect, it } from "vitest";
import type { Message } from "./mailbox.ts";
import { openMailbox } from "./open-mailbox.ts";
import { mailboxThrough, openSmtpMailbox } from "./smtp-mailbox.ts";

const from = { name: "Demo clinic", address: "no-reply@clinic.example" };
const message: Message = {
  kind: "appointment-reminder",
  to: "ada@example.com",
  subject: "Your appointment on 5 January",
  text: "Dear Ada,\n\nwe look forward to seeing you.\n.\nThe clinic",
};

/** Writes letters into memory instead of sending them. */
function memory() {
  const letters: string[] = [];
  const transport = createTransport({ streamTransport: true, buffer: true });
  transport.use("stream", (mail, done) => {
    mail.message.build((fault, built) => {
      letters.push(built?.toString().replaceAll("\r\n", "\n") ?? "");
      done(fault);
    });
  });
  return { letters, mailbox: mailboxThrough(transport, from) };
}

describe("sending a message", () => {
  it("writes a letter of plain text to one reader", async () => {
    const { letters, mailbox } = memory();
    await mailbox.deliver(message);
    const [head = "", ...body] = (letters[0] ?? "").split("\n\n");
    expect(head).toContain("From: Demo clinic <no-reply@clinic.example>");
    expect(head).toContain("To: ada@example.com\n");
    expect(head).toContain("Subject: Your appointment on 5 January");
    expect(head).toContain("Auto-Submitted: auto-generated");
    expect(head).not.toContain("kind");
    expect(body.join("\n\n").trimEnd()).toBe(message.text);
  });

  it("encodes what is not ASCII", async () => {
    const { letters, mailbox } = memory();
    await mailbox.deliver({ ...message, subject: "Żółć 王 🙂" });
    expect(letters[0]).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it("leaves a message in the outbox where no mail server is set", async () => {
    await expect(openMailbox(null).deliver(message)).resolves.toBeUndefined();
  });
});

describe("refusing a message", () => {
  it.each`
    field        | value                                        | why
    ${"to"}      | ${"ada@example.com\r\nBcc: eve@example.com"} | ${"another header"}
    ${"to"}      | ${"ada@example.com\n"}                       | ${"a line break at the end"}
    ${"to"}      | ${"ada@example.com, eve@example.com"}        | ${"two readers"}
    ${"to"}      | ${"ada@example.com;eve@example.com"}         | ${"two readers, the other way"}
    ${"to"}      | ${"Ada <ada@example.com>"}                   | ${"a name"}
    ${"to"}      | ${'"eve@evil.example x"@example.com'}        | ${"quoting"}
    ${"to"}      | ${"friends: ada@example.com;"}               | ${"a group"}
    ${"to"}      | ${`${"a".repeat(250)}@example.com`}          | ${"an address too long"}
    ${"to"}      | ${""}                                        | ${"no address"}
    ${"subject"} | ${"Hello\r\nBcc: eve@example.com"}           | ${"another header"}
    ${"subject"} | ${"Hello\nX"}                                | ${"a line break"}
    ${"subject"} | ${"Hello\u2028X"}                            | ${"a line separator"}
    ${"subject"} | ${"Hello\u0000"}                             | ${"a control character"}
    ${"subject"} | ${"   "}                                     | ${"nothing in it"}
    ${"subject"} | ${"a".repeat(201)}                           | ${"a subject too long"}
  `("refuses in $field: $why", async ({ field, value }) => {
    const { letters, mailbox } = memory();
    for (const each of [mailbox, openMailbox(null)]) {
      await expect(each.deliver({ ...message, [field]: value })).rejects.toMatchObject({
        name: "UndeliverableMessage",
        field,
      });
    }
    expect(letters).toEqual([]);
  });

  it("does not repeat what it refuses: it may end in a log", async () => {
    const refusal = memory().mailbox.deliver({ ...message, to: "secret name <ada@example.com>" });
    await expect(refusal).rejects.not.toThrow(/secret|ada/);
  });

  it("never lets a field write a header or add a reader", async () => {
    const { letters, mailbox } = memory();
    const field = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("a", "@", ".", "\r", "\n", ",", ";", "<", ">", ":", " ", "B", "c") }),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constant(message.to), field), field, field, async (to, subject, text) => {
        letters.length = 0;
        await mailbox.deliver({ kind: "test", to, subject, text }).catch(() => undefined);
        const [head = ""] = (letters[0] ?? "").split("\n\n");
        const names = head
          .split("\n")
          .filter((line) => line !== "" && !/^[ \t]/.test(line))
          .map((line) => line.split(":")[0]);
        const known = [
          "From",
          "To",
          "Subject",
          "Message-ID",
          "Content-Transfer-Encoding",
          "Date",
          "MIME-Version",
          "Content-Type",
          "Auto-Submitted",
        ];
        expect(names.filter((name) => !known.includes(name ?? ""))).toEqual([]);
        expect((head.match(/^To: .*$/gm) ?? []).every((line) => (line.match(/@/g) ?? []).length === 1)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("reaching the mail server", () => {
  it.each(["", "localhost", "https://mail.example", "smtp://", "file:///etc/passwd"])(
    "refuses %s as its address",
    (smtpUrl) => {
      expect(() => openSmtpMailbox({ smtpUrl, from })).toThrow(TypeError);
    },
  );

  it("does not repeat an address that is none: a password may stand in it", () => {
    expect(() => openSmtpMailbox({ smtpUrl: "smtp//user:hunter2@mail.example", from })).toThrow(/^(?!.*hunter2)/);
  });

  it("hands the letter over, dots and all, to a relay on this machine", async () => {
    const relay = await openRelay();
    const mailbox = openSmtpMailbox({ smtpUrl: `smtp://127.0.0.1:${relay.port}`, from });
    await mailbox.deliver(message);
    mailbox.close();
    relay.close();
    expect(relay.heard()).toContain("MAIL FROM:<no-reply@clinic.example>");
    expect(relay.heard()).toContain("RCPT TO:<ada@example.com>");
    expect(relay.heard()).toContain("\r\n..\r\nThe clinic");
  });

  it("throws where nobody listens, so that the outbox tries again", async () => {
    const relay = await openRelay();
    relay.close();
    const mailbox = openSmtpMailbox({ smtpUrl: `smtp://127.0.0.1:${relay.port}`, from });
    await expect(mailbox.deliver(message)).rejects.toThrow();
    mailbox.close();
  });
});

/** As much of a mail server as one letter needs. */
async function openRelay() {
  let heard = "";
  const server = createServer((socket) => {
    let inLetter = false;
    socket.write("220 relay\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      heard += bytes.toString();
      if (inLetter && !heard.endsWith("\r\n.\r\n")) return;
      const begins = bytes.toString().startsWith("DATA");
      socket.write(begins ? "354 go on\r\n" : "250 ok\r\n");
      inLetter = begins;
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { port, heard: () => heard, close: () => server.close() };
}
