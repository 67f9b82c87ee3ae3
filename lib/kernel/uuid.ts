/** Whether a text has the form of an id of ours. What has not is the id of nothing, and no database need be asked. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
