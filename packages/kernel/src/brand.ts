declare const brand: unique symbol;

/** A value that only its own constructor can make, so that a patient id is never taken for a course id. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
