import type { Kysely, Transaction } from "kysely";
import type { BookingTables } from "./booking.ts";
import type { PathwayTables } from "./pathway.ts";
import type { PlatformTables } from "./platform.ts";
import type { ReplanningTables } from "./replanning.ts";
import type { RuleSetTables } from "./rule-set.ts";
import type { TreatmentTables } from "./treatment.ts";
import type { WaitingTables } from "./waiting.ts";

export type Tables = PlatformTables &
  PathwayTables &
  BookingTables &
  TreatmentTables &
  RuleSetTables &
  WaitingTables &
  ReplanningTables;

/** What every store function takes first. */
export type Db = Kysely<Tables> | Transaction<Tables>;
