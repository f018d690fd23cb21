import type { User } from "./unprivileged.ts";

export interface Cluster {
  readonly binaries: string;
  readonly folder: string;
  readonly logFile: string;
  readonly portFile: string;
  readonly secret: string;
  /** Whom PostgreSQL runs as; null for whoever runs us. */
  readonly user: User | null;
}

/** The owner's way into one database of a cluster. */
export function urlOf({ secret }: Cluster, port: number, database: string): string {
  return `postgres://fibril_owner:${secret}@127.0.0.1:${port}/${database}`;
}
