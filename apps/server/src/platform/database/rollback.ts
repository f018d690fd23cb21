/** Thrown by work that wants its changes undone although nothing failed. */
export class Rollback<Value> extends Error {
  readonly value: Value;
  constructor(value: Value) {
    super("rolled back on purpose");
    this.value = value;
  }
}
