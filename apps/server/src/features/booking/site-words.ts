/** Where a visit is, as patients read it: the site's name, and its address where the clinic wrote one down. */
export function siteWords({ name, address }: { readonly name: string; readonly address: string }): string {
  return address ? `${name}, ${address}` : name;
}
