export * from "./audit.ts";
export * from "./common.ts";
export * from "./patient.ts";
export * from "./problem.ts";
export * from "./sign-in.ts";
