import { type AccessTable, anybody, signedIn } from "../../platform/http/access.ts";

export const signInAccess = {
  readInstallation: anybody,
  signIn: anybody,
  requestCode: anybody,
  signInWithCode: anybody,
  signInWithLink: anybody,
  requestNewPassword: anybody,
  setNewPassword: anybody,
  readSignIn: signedIn,
  switchMembership: signedIn,
  // Of nobody it is the repeat of one whose answer was lost: answered as the first was.
  signOut: anybody,
  signOutEverywhere: signedIn,
  readMailbox: anybody,
  listOpenSignIns: signedIn,
  changeOwnPassword: signedIn,
} as const satisfies AccessTable;
