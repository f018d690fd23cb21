/** A file at rest, as the record that owns it remembers it. */
export interface KeptFile {
  readonly fileId: string;
  /** The file's own key, wrapped by the clinic's; base64. */
  readonly wrappedKey: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Keeps bytes encrypted, each file with a key of its own. Throws {@link FileFault} where they can't be given back. */
export interface FileVault {
  readonly put: (clinicId: string, bytes: Buffer) => Promise<KeptFile>;
  readonly get: (clinicId: string, file: KeptFile) => Promise<Buffer>;
  readonly destroy: (clinicId: string, file: KeptFile) => Promise<void>;
  /** Every file id there is, with the moment it was written by the machine's own clock. */
  readonly list: () => Promise<readonly FileOnDisk[]>;
  /** Takes away a file that no record knows: its key is lost already, so nobody could open it. */
  readonly discard: (fileId: string) => Promise<void>;
  /** The same for the same bytes; who lacks the master key can neither make it nor try bytes out on it. */
  readonly markOf: (...bytes: readonly Buffer[]) => Buffer;
}

export interface FileOnDisk {
  readonly fileId: string;
  readonly writtenAt: Date;
}

/** A kept file is `missing`, or its bytes or a key on the way to them are not the ones that were written. */
export class FileFault extends Error {
  override readonly name = "FileFault";
  readonly code: "missing" | "tampered";

  constructor(code: FileFault["code"], what: string) {
    super(`${what} is ${code === "missing" ? "missing" : "not what was written: changed, swapped or of another key"}`);
    this.code = code;
  }
}
