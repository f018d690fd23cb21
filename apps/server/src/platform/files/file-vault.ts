/** A file at rest, as the record that owns it remembers it. */
export interface KeptFile {
  readonly fileId: string;
  /** The file's own key, wrapped by the clinic's; base64. */
  readonly wrappedKey: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Keeps bytes encrypted, each file with a key of its own. Throws where a file is gone or was tampered with. */
export interface FileVault {
  readonly put: (clinicId: string, bytes: Buffer) => Promise<KeptFile>;
  readonly get: (clinicId: string, file: KeptFile) => Promise<Buffer>;
  readonly destroy: (clinicId: string, file: KeptFile) => Promise<void>;
}
