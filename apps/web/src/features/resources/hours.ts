import type { HoursView } from "@fibril/contract";

export interface Hours extends HoursView {
  /** Where, for somebody who works at more than one site. */
  readonly siteId?: string;
}
