/** The admission that no source was seen. Apart from the register, so that who only admits it does not carry the register. */
export const unsourced: Unsourced = ["practice-unsourced"];
export type Unsourced = readonly ["practice-unsourced"];
