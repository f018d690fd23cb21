import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { KeptFile } from "./file-vault.ts";
import { openLocalFileVault, readMasterKey } from "./local-file-vault.ts";

const clinic = "0199a000-0000-7000-8000-000000000001";
const otherClinic = "0199a000-0000-7000-8000-000000000002";
const jpegStart = Buffer.from([0xff, 0xd8, 0xff, 0xe1]);
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const photograph = Buffer.concat([jpegStart, pngStart, Buffer.from("SEEDED-EXIF-STRING ".repeat(500))]);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "vault with a space "));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function openVault() {
  return openLocalFileVault(
    join(folder, "files"),
    await readMasterKey(join(folder, "master.key"), join(folder, "files")),
  );
}

async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function pathOf({ fileId }: KeptFile): string {
  return join(folder, "files", fileId.slice(0, 2), fileId);
}

describe("keeping a file", () => {
  it("gives back the very bytes, also after a restart", async () => {
    const kept = await (await openVault()).put(clinic, photograph);
    expect(kept.sizeBytes).toBe(photograph.length);
    expect(await (await openVault()).get(clinic, kept)).toEqual(photograph);
  });

  it("gives back any bytes", async () => {
    const vault = await openVault();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const kept = await vault.put(clinic, Buffer.from(bytes));
        expect(await vault.get(clinic, kept)).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 30 },
    );
  });

  it("leaves nothing on the disk that a search for pictures or camera data would find", async () => {
    await (await openVault()).put(clinic, photograph);
    const names = await filesOnDisk();
    expect(names).toHaveLength(3);
    for (const name of names) {
      const raw = await readFile(name);
      for (const trace of [jpegStart, pngStart, Buffer.from("SEEDED")]) expect(raw.includes(trace)).toBe(false);
    }
  });

  it("writes files that only their owner may read, and no unfinished ones", async () => {
    await (await openVault()).put(clinic, photograph);
    for (const name of await filesOnDisk()) {
      expect((await stat(name)).mode & 0o777).toBe(0o600);
      expect(name).not.toMatch(/\.new$/);
    }
  });

  it("gives each file a key of its own: the same bytes never look the same", async () => {
    const vault = await openVault();
    const first = await vault.put(clinic, photograph);
    const second = await vault.put(clinic, photograph);
    expect(first.wrappedKey).not.toBe(second.wrappedKey);
    expect((await readFile(pathOf(first))).equals(await readFile(pathOf(second)))).toBe(false);
  });

  it("makes one key for a clinic, however many first files come at once", async () => {
    const vaults = await Promise.all([openVault(), openVault(), openVault()]);
    const kept = await Promise.all(vaults.map((vault) => vault.put(clinic, photograph)));
    const vault = await openVault();
    for (const file of kept) expect(await vault.get(clinic, file)).toEqual(photograph);
  });
});

describe("refusing to give a file back", () => {
  it("notices a changed byte, wherever it is", async () => {
    const vault = await openVault();
    const kept = await vault.put(clinic, Buffer.from("one photograph"));
    const whole = await readFile(pathOf(kept));
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(pathOf(kept), changed);
      await expect(vault.get(clinic, kept)).rejects.toMatchObject({ name: "FileFault", code: "tampered" });
    }
  });

  it("notices a file that was cut short", async () => {
    const vault = await openVault();
    const kept = await vault.put(clinic, photograph);
    const whole = await readFile(pathOf(kept));
    for (const length of [0, 1, 12, 27, whole.length - 1]) {
      await writeFile(pathOf(kept), whole.subarray(0, length));
      await expect(vault.get(clinic, kept)).rejects.toMatchObject({ code: "tampered" });
    }
  });

  it("notices two files that changed places", async () => {
    const vault = await openVault();
    const first = await vault.put(clinic, photograph);
    const second = await vault.put(clinic, photograph);
    await copyFile(pathOf(first), pathOf(second));
    await expect(vault.get(clinic, second)).rejects.toMatchObject({ code: "tampered" });
    await expect(vault.get(clinic, { ...second, wrappedKey: first.wrappedKey })).rejects.toMatchObject({
      code: "tampered",
    });
  });

  it("opens and destroys no file for another clinic", async () => {
    const vault = await openVault();
    const kept = await vault.put(clinic, photograph);
    await expect(vault.get(otherClinic, kept)).rejects.toMatchObject({ code: "tampered" });
    await expect(vault.destroy(otherClinic, kept)).rejects.toMatchObject({ code: "tampered" });
    expect(await vault.get(clinic, kept)).toEqual(photograph);
  });

  it("says that a destroyed file is missing, and destroys it once more without complaint", async () => {
    const vault = await openVault();
    const kept = await vault.put(clinic, photograph);
    await vault.destroy(clinic, kept);
    await vault.destroy(clinic, kept);
    await expect(vault.get(clinic, kept)).rejects.toMatchObject({ code: "missing" });
  });

  it.each(["../../../../etc/passwd", "", "0".repeat(31), `${"0".repeat(32)}/..`])(
    "takes no path for a file's id: %s",
    async (fileId) => {
      const vault = await openVault();
      const kept = await vault.put(clinic, photograph);
      await expect(vault.get(clinic, { ...kept, fileId })).rejects.toThrow(RangeError);
    },
  );

  it.each(["../other", "", "a/b"])("takes no path for a clinic's id: %s", async (clinicId) => {
    await expect((await openVault()).put(clinicId, photograph)).rejects.toThrow(RangeError);
  });

  it("makes no new master key where photographs wait for the one that is lost", async () => {
    await (await openVault()).put(clinic, photograph);
    await rm(join(folder, "master.key"));
    await expect(openVault()).rejects.toThrow(/master.key is missing, and the photographs can't be opened without it/);
    expect(await readdir(folder)).toEqual(["files"]);
  });

  it("keeps nothing under another master key", async () => {
    const kept = await (await openVault()).put(clinic, photograph);
    await writeFile(join(folder, "master.key"), Buffer.alloc(32, 9));
    const vault = await openVault();
    await expect(vault.get(clinic, kept)).rejects.toMatchObject({ code: "tampered" });
    await expect(vault.put(clinic, photograph)).rejects.toMatchObject({ code: "tampered" });
  });
});

describe("the master key", () => {
  it("is made once, for its owner alone, also when several ask at once", async () => {
    const path = join(folder, "new", "master.key");
    const keys = await Promise.all([
      readMasterKey(path, folder),
      readMasterKey(path, folder),
      readMasterKey(path, folder),
    ]);
    expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it("is refused where others may read it, or where it is no key", async () => {
    const path = join(folder, "master.key");
    await writeFile(path, Buffer.alloc(32, 7), { mode: 0o644 });
    await expect(readMasterKey(path, folder)).rejects.toThrow(/chmod 600/);
    await writeFile(path, "short");
    await expect(readMasterKey(path, folder)).rejects.toThrow(/not a master key/);
  });
});
