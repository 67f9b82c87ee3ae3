/** The words of the browser, picked when the product is built. */
declare module "*.words" {
  import type en from "#messages/en";
  const words: Partial<typeof en>;
  export = words;
}
