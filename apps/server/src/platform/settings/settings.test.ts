import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, SettingRefusal } from "./settings.ts";

function folderWith(config: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), "fibril settings "));
  if (config !== null) writeFileSync(join(folder, "fibril.config.json"), config);
  return folder;
}

function issuesOf(read: () => unknown) {
  try {
    read();
  } catch (fault) {
    if (fault instanceof SettingRefusal) return fault.issues;
    throw fault;
  }
  return [];
}

describe("reading the settings", () => {
  it("listens on 127.0.0.1:4180 with its data in .fibril where nothing is said", () => {
    const workingFolder = folderWith(null);
    expect(readSettings({ flags: {}, environment: {}, workingFolder })).toEqual({
      databaseUrl: null,
      port: 4180,
      portIsFixed: false,
      host: "127.0.0.1",
      dataFolder: join(workingFolder, ".fibril"),
      publicUrl: null,
      smtpUrl: null,
      trustedProxies: [],
      availabilityMegabytes: 256,
    });
  });
  it("takes the proxies it may believe and the memory for calendars", () => {
    const environment = {
      FIBRIL_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8,fd00::/8",
      FIBRIL_AVAILABILITY_MEGABYTES: "16",
    };
    expect(readSettings({ flags: {}, environment, workingFolder: folderWith(null) })).toMatchObject({
      trustedProxies: ["127.0.0.1", "10.0.0.0/8", "fd00::/8"],
      availabilityMegabytes: 16,
    });
  });
  it.each(["15", "64.5", "-64", "1e3", "lots", ""])("refuses %j megabytes by name", (megabytes) => {
    const environment = { FIBRIL_AVAILABILITY_MEGABYTES: megabytes };
    expect(issuesOf(() => readSettings({ flags: {}, environment, workingFolder: folderWith(null) }))).toEqual([
      {
        path: "FIBRIL_AVAILABILITY_MEGABYTES",
        message: `must be a whole number of megabytes, at least 16, not ${JSON.stringify(megabytes)}`,
      },
    ]);
  });
  it.each(["true", "*", "proxy.example", "10.0.0.0/33", "0.0.0.0/0", "1.2.3"])("believes no %s", (networks) => {
    const environment = { FIBRIL_TRUSTED_PROXIES: networks };
    const issues = issuesOf(() => readSettings({ flags: {}, environment, workingFolder: folderWith(null) }));
    expect(issues.map(({ path }) => path)).toEqual(["FIBRIL_TRUSTED_PROXIES"]);
  });
  it("takes a flag before the environment before the file", () => {
    const workingFolder = folderWith('{"port": 4001, "dataDir": "from-file"}');
    const environment = { FIBRIL_PORT: "4002" };
    expect(readSettings({ flags: { port: "4003" }, environment, workingFolder })).toMatchObject({
      port: 4003,
      portIsFixed: true,
    });
    expect(readSettings({ flags: {}, environment, workingFolder })).toMatchObject({ port: 4002, portIsFixed: false });
    expect(readSettings({ flags: {}, environment: {}, workingFolder })).toMatchObject({
      port: 4001,
      dataFolder: join(workingFolder, "from-file"),
    });
  });
  it("names every setting that is wrong, with where it came from", () => {
    const workingFolder = folderWith('{"prot": 4001, "smtpUrl": "mail.example"}');
    const environment = { DATABASE_URL: "mysql://x" };
    expect(issuesOf(() => readSettings({ flags: { port: "99999" }, environment, workingFolder }))).toEqual([
      {
        path: "prot",
        message:
          "is no setting; fibril.config.json may hold databaseUrl, port, host, dataDir, publicUrl, smtpUrl, trustedProxies, availabilityMegabytes",
      },
      { path: "DATABASE_URL", message: "must be a postgres:// address" },
      { path: "--port", message: 'must be a port from 1 to 65535, not "99999"' },
      { path: "smtpUrl", message: "must be an smtp:// or smtps:// address" },
    ]);
  });
  it.each([
    ["{", "fibril.config.json", /^not JSON/],
    ["[]", "fibril.config.json", /^must be an object$/],
    ['{"port": 4001, "port": 4002}', "port", /^given twice$/],
    ['{"port": true}', "port", /^must be a number$/],
    ['{"port": 4180.5}', "port", /^must be a port from 1 to 65535, not "4180.5"$/],
    ['{"dataDir": 7}', "dataDir", /^must be a text$/],
    ['{"host": null}', "host", /^must be a text$/],
    ['{"publicUrl": "https://clinic.example/portal"}', "publicUrl", /^must be an address without a path/],
    ['{"publicUrl": "https://clinic.example/?"}', "publicUrl", /^must be an address without a path/],
    ['{"publicUrl": "https://me:it@clinic.example"}', "publicUrl", /^must be an address without a path/],
    ['{"smtpUrl": "smtp://"}', "smtpUrl", /^must be an smtp/],
  ])("refuses a file of %s by naming %s", (config, path, message) => {
    const [issue] = issuesOf(() => readSettings({ flags: {}, environment: {}, workingFolder: folderWith(config) }));
    expect(issue).toEqual({ path, message: expect.stringMatching(message) });
  });
  it("takes a file that an editor began with a byte order mark", () =>
    expect(
      readSettings({ flags: {}, environment: {}, workingFolder: folderWith('\uFEFF{"port": 4001}') }),
    ).toMatchObject({ port: 4001 }));
  it("names a usual file that can't be read, and no flag that was not given", () => {
    const workingFolder = folderWith(null);
    mkdirSync(join(workingFolder, "fibril.config.json"));
    const [issue] = issuesOf(() => readSettings({ flags: {}, environment: {}, workingFolder }));
    expect(issue).toMatchObject({ path: "fibril.config.json", message: expect.stringContaining("EISDIR") });
  });
  it("refuses a named file that is not there", () =>
    expect(
      issuesOf(() =>
        readSettings({ flags: { config: "nope.json" }, environment: {}, workingFolder: folderWith(null) }),
      ),
    ).toHaveLength(1));
});
