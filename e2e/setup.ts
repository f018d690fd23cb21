import type { TestProject } from "vitest/node";
import { startDemo } from "./commands/start-demo.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly demoUrl: string;
  }
}

/** One demo clinic that all journeys share; one of them moves its clock, whatever the order in which they run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, end } = await startDemo();
  project.provide("demoUrl", url);
  return end;
}
