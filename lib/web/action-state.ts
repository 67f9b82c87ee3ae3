/** What a form shows after its action ran. It crosses to the browser, so it is plain data in the reader's language. */
export type ActionState =
  | { readonly status: "idle" }
  | { readonly status: "done"; readonly message: string }
  | {
      readonly status: "refused";
      readonly message: string;
      /** What is wrong, by field name. */
      readonly fields: Readonly<Partial<Record<string, readonly string[]>>>;
      /** What was typed, by field name, so that the form can show it again. Never holds files. */
      readonly typed: Readonly<Partial<Record<string, string>>>;
      /** Nobody is signed in, or no longer: the form can be sent again after signing in. */
      readonly isSignedOut?: true;
    };

export const IDLE: ActionState = { status: "idle" };
