export const resourcesParts = ["people", "rooms", "devices", "sites", "services"] as const;
export type ResourcesPart = (typeof resourcesParts)[number];

/** Which part of the resources the address asks for; the people where it names none. */
export function readResourcesPart({ part }: { readonly part?: unknown }): { part?: ResourcesPart } {
  const known = resourcesParts.find((one) => one === part);
  return known ? { part: known } : {};
}
