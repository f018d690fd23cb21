/** Who offers a place, in which clinic and when. */
export interface Offering {
  readonly now: Date;
  readonly newId: () => string;
  readonly clinic: { readonly id: string; readonly name: string; readonly timeZone: string; readonly phone: string };
  readonly publicUrl: string;
  readonly by: string;
  /** The desk has them on the telephone: nearer places will do. */
  readonly byTelephone: boolean;
}
