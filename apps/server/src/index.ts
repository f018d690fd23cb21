export { type AppParts, buildApp } from "./app.ts";
export { seedDemo } from "./demo/seed-demo.ts";
export { createToken } from "./operations/create-token.ts";
export { type ClinicVerdict, verifyAudit } from "./operations/verify-audit.ts";
export { migrate } from "./platform/database/migrate.ts";
export { readEnvironment } from "./platform/env.ts";
export { PostgresRefusal } from "./platform/postgres/postgres-server.ts";
export { readSettings, SettingRefusal, type Settings } from "./platform/settings/settings.ts";
export { openForErrand, openVault, type RunningApp, startApp, version } from "./start-app.ts";
