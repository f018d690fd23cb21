import type { ColumnType } from "kysely";

/** A jsonb column: read as a value, written as text, since the driver would send a list as a PostgreSQL array. */
export type Json = ColumnType<unknown, string, string>;
export type JsonOrNull = ColumnType<unknown, string | null, string | null>;

/** A jsonb column whose default serves where nothing is given. */
export type JsonWithDefault = ColumnType<unknown, string | undefined, string>;
