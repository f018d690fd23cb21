/** One fault of an input: `path` is dotted with array positions as numbers, the empty string for the whole document. */
export interface InputIssue {
  readonly path: string;
  readonly message: string;
}
