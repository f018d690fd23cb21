export { type AppParts, buildApp } from "./app.ts";
export { migrate } from "./platform/database/migrate.ts";
