import { createToken, migrate, openForErrand, openRecords, openVault, seedDemo, verifyAudit } from "@fibril/server";
import type { CommandStreams } from "./json-command.ts";
import { say, withSettings } from "./server-command.ts";

/** `fibril migrate`: brings the database to this version and ends. */
export function runMigrate(words: readonly string[]): Promise<number> {
  return withSettings(words, {}, async (settings) => {
    const postgres = await openForErrand(settings, say);
    try {
      const applied = await migrate(postgres.url);
      say(applied.length > 0 ? `migrated: ${applied.join(", ")}` : "nothing to migrate");
      return 0;
    } finally {
      await postgres.stop();
    }
  });
}

/** `fibril seed demo`: fills an empty database with the demo clinic and ends. */
export function runSeedDemo(words: readonly string[]): Promise<number> {
  return withSettings(words, {}, async (settings) => {
    const postgres = await openForErrand(settings, say);
    try {
      await migrate(postgres.url);
      const clock = { now: () => new Date() };
      await seedDemo({ databaseUrl: postgres.url, vault: await openVault(settings), clock, log: say });
      return 0;
    } finally {
      await postgres.stop();
    }
  });
}

const tokenRoles = ["owner", "manager", "practitioner", "front-desk", "auditor", "integrator"] as const;

/** `fibril token create --role R [--name N] [--clinic ID]`: the token on standard output, once. */
export function runTokenCreate(words: readonly string[], { write }: CommandStreams): Promise<number> {
  const flags = { role: { type: "string" }, name: { type: "string" }, clinic: { type: "string" } } as const;
  return withSettings(words, flags, async (settings, values) => {
    const role = tokenRoles.find((known) => known === values["role"]);
    if (!role) {
      say(`fibril: --role must be one of ${tokenRoles.join(", ")}`);
      return 2;
    }
    const postgres = await openRecords(settings, say);
    try {
      const name = String(values["name"] ?? `script (${role})`);
      const clinicId = values["clinic"] === undefined ? null : String(values["clinic"]);
      await write(`${await createToken({ databaseUrl: postgres.url, role, name, clinicId })}\n`);
      return 0;
    } finally {
      await postgres.stop();
    }
  });
}

/** `fibril verify-audit`: one line of JSON a clinic; exit 1 where a chain does not hold. */
export function runVerifyAudit(words: readonly string[], { write }: CommandStreams): Promise<number> {
  return withSettings(words, {}, async (settings) => {
    const postgres = await openRecords(settings, say);
    try {
      const verdicts = await verifyAudit(postgres.url, settings.dataFolder);
      for (const verdict of verdicts) await write(`${JSON.stringify(verdict)}\n`);
      return verdicts.some(({ fault }) => fault !== null) ? 1 : 0;
    } finally {
      await postgres.stop();
    }
  });
}
