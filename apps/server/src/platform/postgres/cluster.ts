import { existsSync } from "node:fs";
import { join } from "node:path";
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

/** What a path of a socket may have at most; the least that any of our systems takes is 103. */
const maxSocketBytes = 100;

/** The file by which a server of this cluster is reached past the network; null where the path would be too long. */
export function socketOf({ folder }: Cluster, port: number): string | null {
  const path = join(folder, `.s.PGSQL.${port}`);
  return Buffer.byteLength(path) > maxSocketBytes ? null : path;
}

/** The owner's way into one database of a cluster: by its socket where it has one, which costs a fifth less a trip. */
export function urlOf(cluster: Cluster, port: number, database: string): string {
  const { secret, folder } = cluster;
  const url = `postgres://fibril_owner:${secret}@127.0.0.1:${port}/${database}`;
  const socket = socketOf(cluster, port);
  return socket && existsSync(socket) ? `${url}?host=${encodeURIComponent(folder)}` : url;
}
