import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allRoutes } from "../src/routes.ts";
import { foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "fibril-pages-"));
  const pages = { application: join(folder, "application"), education: join(folder, "learn") };
  await mkdir(join(pages.application, "assets"), { recursive: true });
  await mkdir(pages.education);
  await writeFile(join(pages.application, "index.html"), '<style nonce="__STYLE_NONCE__"></style>');
  await writeFile(join(pages.application, "assets", "main-1.js"), "0");
  await writeFile(join(pages.education, "index.html"), "<p>reading</p>");
  world = await openTestWorld({ pages });
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());

const nobodys = "019bb000-0000-7000-8000-000000000000";

async function headersOf(
  url: string,
  token: string | null,
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" = "GET",
) {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  return (await world.app.http.inject({ method, url, headers: authorization })).headers;
}

describe("every answer of the API", () => {
  it.each(allRoutes.map(({ method, path }) => [method, path] as const))(
    "%s %s is kept by no browser and no proxy, whoever asks",
    async (method, path) => {
      const url = path.replace(/:\w+/g, nobodys);
      for (const token of [null, clinic.tokens.owner, clinic.tokens.patient]) {
        const headers = await headersOf(url, token, method);
        expect(headers["cache-control"]).toBe("no-store");
        expect(headers["x-content-type-options"]).toBe("nosniff");
        expect(headers["content-security-policy"]).toContain("default-src 'self'");
      }
    },
  );
  it.each([
    "/api/health",
    "/api/openapi.json",
    "/api/nothing-here",
    "/api/%zz",
    "/learn/nothing-here",
    "/assets/gone.js",
  ])("%s is kept by nobody either", async (url) =>
    expect((await headersOf(url, null))["cache-control"]).toBe("no-store"),
  );
});

describe("every page", () => {
  it.each(["/", "/today", "/welcome", "/learn/", "/learn/nothing-here", "/assets/main-1.js", "/%zz"])(
    "%s runs no script and loads nothing from elsewhere, and stands in no other site's frame",
    async (url) => {
      const headers = await headersOf(url, null);
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers).toMatchObject({
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      });
    },
  );
  it("of the application has a new nonce each time", async () => {
    const [first, second] = [await headersOf("/", null), await headersOf("/", null)];
    expect(first["content-security-policy"]).toMatch(/style-src 'self' 'nonce-[^']{20,}'/);
    expect(first["content-security-policy"]).not.toBe(second["content-security-policy"]);
  });
  it("keeps what carries its own hash in its name for a year", async () =>
    expect((await headersOf("/assets/main-1.js", null))["cache-control"]).toContain("immutable"));
});

describe("over TLS", () => {
  it("a browser never asks without it again; without TLS nothing is said of it", async () => {
    expect((await headersOf("/", null))["strict-transport-security"]).toBeUndefined();
    const secure = await openTestWorld({ secureCookies: true });
    const { headers } = await secure.app.http.inject({ method: "GET", url: "/api/health" });
    await secure.close();
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  });
});

/** What a visitor is answered who writes these very bytes. */
async function answerTo(bytes: string): Promise<{ readonly head: string; readonly body: string }> {
  const { port } = world.app.http.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.end(bytes);
  let text = "";
  for await (const part of socket) text += String(part);
  const [head = "", body = ""] = text.split("\r\n\r\n");
  return { head, body };
}

describe("a request that is no readable HTTP", () => {
  beforeAll(() => world.app.http.listen({ host: "127.0.0.1", port: 0 }));

  it.each([
    [
      "a header beyond all measure",
      `GET / HTTP/1.1\r\nhost: x\r\nx-big: ${"y".repeat(20_000)}\r\n\r\n`,
      431,
      "header-too-large",
    ],
    ["no HTTP at all", "EHLO clinic\r\n\r\n", 400, "not-json"],
  ])("is answered by a problem document like any other: %s", async (_what, bytes, status, code) => {
    const { head, body } = await answerTo(bytes);
    expect(head.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
    expect(head).toContain("content-type: application/problem+json");
    expect(head).toContain("content-security-policy: default-src 'self'");
    expect(JSON.parse(body)).toMatchObject({ status, code, type: `/problems/${code}` });
  });
});
