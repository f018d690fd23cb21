/** The only place that reads the environment; everything else is given what it needs. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
