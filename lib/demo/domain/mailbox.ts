/** A mail of the demonstration's mailbox, as a row of the list. */
export type MailRow = {
  readonly id: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly writtenAt: Date;
  readonly attachmentCount: number;
};

/** A mail as it would look to who gets it. */
export type MailView = MailRow & {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: readonly { readonly name: string; readonly address: string }[];
  readonly text: string;
  readonly messageId: string;
  readonly attachments: readonly { readonly fileName: string; readonly bytes: number }[];
};
