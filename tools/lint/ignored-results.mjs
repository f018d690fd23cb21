// Finds expression statements whose value is a Result (or a promise of one): a refusal that nobody reads.
import { relative } from "node:path";
import ts from "typescript";
import { root } from "../run.mjs";

/** The places below a folder where a Result is thrown away, as `file:line`. */
export function findIgnoredResults(configFile) {
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, configFile.replace(/[^/]+$/, ""));
  const program = ts.createProgram(fileNames, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const found = [];
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || file.fileName.includes("node_modules") || /\.test\.tsx?$/.test(file.fileName))
      continue;
    visit(file, file);
  }
  return found;

  function visit(node, file) {
    if (ts.isExpressionStatement(node) && isResult(checker.getTypeAtLocation(node.expression))) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push(`${relative(root, file.fileName)}:${line + 1}`);
    }
    ts.forEachChild(node, (child) => visit(child, file));
  }

  function isResult(type) {
    const settled = checker.getAwaitedType(type) ?? type;
    return (
      settled.isUnion() &&
      settled.types.some(refuses) &&
      settled.types.some((member) => member.getProperty("value") && member.getProperty("ok"))
    );
  }

  function refuses(member) {
    return member.getProperty("ok") !== undefined && member.getProperty("problem") !== undefined;
  }
}

if (process.argv[1]?.endsWith("ignored-results.mjs")) {
  const found = findIgnoredResults(`${root}/tsconfig.test.json`);
  for (const place of found) console.error(`${place}: a Result is not read: a refusal would go unnoticed`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
