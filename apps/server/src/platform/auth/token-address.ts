const addressEnd = "@token.invalid";

/** The address of an API token's own account: no message can reach it, and nobody signs in by it. */
export function tokenAddress(tokenId: string): string {
  return `${tokenId}${addressEnd}`;
}

/** Every such address, for SQL's `like`. */
export const anyTokenAddress = `%${addressEnd}`;
