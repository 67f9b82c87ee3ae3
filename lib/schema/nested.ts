const NAME = /^[a-z][A-Za-z]*(\.[A-Za-z0-9]{1,40}){0,4}$/;

type Branch = { [name: string]: unknown };

/**
 * The values of a form whose field names are paths (`sides.0.group`), as the tree they describe.
 *
 * A step that is a number below 20 makes a list. Names that are no such path are left out, so that a form can write
 * nothing but plain properties. What is no object is given back as it is.
 */
export function nested(values: unknown): unknown {
  if (typeof values !== "object" || values === null) return values;
  const root: Branch = {};
  for (const [path, value] of Object.entries(values)) {
    if (NAME.test(path)) put(root, path.split("."), value);
  }
  return root;
}

function put(root: Branch, path: readonly string[], value: unknown): void {
  let branch = root;
  path.forEach((step, index) => {
    const isIndex = Array.isArray(branch);
    if (isIndex && !/^1?\d$/.test(step)) return;
    if (index === path.length - 1) set(branch, step, value);
    else branch = childOf(branch, step, /^\d+$/.test(path[index + 1] ?? ""));
  });
}

function childOf(branch: Branch, step: string, isList: boolean): Branch {
  const held = Object.hasOwn(branch, step) ? branch[step] : undefined;
  if (typeof held === "object" && held !== null) return held as Branch;
  const made: unknown = isList ? [] : {};
  set(branch, step, made);
  return made as Branch;
}

/** Never through a setter, such as that of `__proto__`. */
const set = (branch: Branch, name: string, value: unknown) =>
  Object.defineProperty(branch, name, { value, enumerable: true, configurable: true, writable: true });

/** Whether nothing was filled in: empty texts, at any depth. */
export function isBlank(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isBlank);
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}
