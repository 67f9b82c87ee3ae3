/** A module that another part of the product brings; null while it is not there. */
export async function seam<Module>(load: () => Promise<Module>): Promise<Module | null> {
  try {
    return await load();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}
