/** What the installation holds in place of the demo's log-ins until the demo is whole. */
export const beingMade = "being made";
