import { defineConfig, globalIgnores } from "eslint/config";
import next from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

/** Things whose answer changes from call to call. Pure code takes them as arguments. */
const impure = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take `now` as an argument.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Take `now` as an argument.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Take the value as an argument.",
  },
  { selector: "CallExpression[callee.property.name='randomUUID']", message: "Take the id as an argument." },
  {
    selector: "FunctionDeclaration[async=true], ArrowFunctionExpression[async=true]",
    message: "Pure code does not wait.",
  },
];

export default defineConfig([
  ...next,
  ...nextTypescript,
  globalIgnores([".next/**", "next-env.d.ts", "lib/db/generated/**", ".data/**"]),
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 3],
      complexity: ["error", 10],
      "max-depth": ["error", 3],
      "no-restricted-exports": [
        "error",
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    },
  },
  {
    // Files whose default export a tool asks for.
    files: [
      "app/**/{page,layout,template,loading,error,global-error,not-found,default,forbidden,unauthorized,sitemap,robots,manifest}.{ts,tsx}",
      "*.config.{ts,mjs}",
      ".dependency-cruiser.mjs",
      "lib/web/i18n.ts",
      "tests/e2e/support/global-setup.ts",
    ],
    rules: { "no-restricted-exports": "off" },
  },
  {
    files: ["lib/kernel/**", "lib/*/domain/**"],
    rules: {
      "no-restricted-syntax": ["error", ...impure],
      "no-restricted-globals": [
        "error",
        "process",
        "fetch",
        "window",
        "document",
        "localStorage",
        "setTimeout",
        "setInterval",
        "console",
      ],
    },
  },
  {
    files: ["tests/**", "bench/**"],
    rules: {
      "max-lines": ["error", 500],
      "max-lines-per-function": "off",
      "react-hooks/rules-of-hooks": "off",
    },
  },
]);
