/**
 * Reads that don't wait for each other, sharing their trips to PostgreSQL. Where one fails the others are waited for all
 * the same: a query that came after the transaction's end would run in the next one on that connection.
 */
export async function together<Values extends readonly unknown[]>(
  ...reads: { readonly [Index in keyof Values]: Promise<Values[Index]> }
): Promise<Values> {
  const results = await Promise.allSettled(reads);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as Values;
}
