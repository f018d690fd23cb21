import type { ComponentPropsWithRef } from "react";

/** What scrolls by itself where there is little room, by keyboard as well. */
export function ScrollRegion({ label, ...rest }: { readonly label: string } & ComponentPropsWithRef<"section">) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls, and nothing inside may take the focus
  return <section aria-label={label} tabIndex={0} {...rest} />;
}
