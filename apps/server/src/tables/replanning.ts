import type { Generated } from "kysely";
import type { Json, JsonOrNull } from "./json.ts";

export interface ReplanRow {
  clinic_id: string;
  id: string;
  cause: Json;
  name: string;
  may_move_others: boolean;
  state: "improving" | "ready";
  way: "first" | "search" | "solver";
  is_proven: Generated<boolean>;
  improving_until: Date;
  created_by: string;
  created_at: Date;
  version: Generated<number>;
}

export interface ReplanLineRow {
  clinic_id: string;
  replan_id: string;
  visit_id: string;
  patient_id: string;
  site_id: string;
  position: number;
  visit_version: number;
  role: "displaced" | "movable";
  before_place: Json;
  after_place: JsonOrNull;
  day_window: JsonOrNull;
  terms: JsonOrNull;
  obstacles: readonly string[];
  needs: readonly string[];
  state: "proposed" | "without-place" | "accepted";
}

export interface ReplanningTables {
  replan: ReplanRow;
  replan_line: ReplanLineRow;
}
