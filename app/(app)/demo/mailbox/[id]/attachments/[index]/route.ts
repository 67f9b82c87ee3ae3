import { mailAttachmentSchema } from "#lib/demo/schema";
import { openAttachment } from "#lib/demo/usecases/open-attachment";
import { AppError } from "#lib/kernel/errors";
import { download } from "#lib/web/download";
import { runRoute } from "#lib/web/http";

type Context = { params: Promise<{ id: string; index: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const input = mailAttachmentSchema.safeParse(await params);
    if (!input.success) throw new AppError("not_found", "refusal.notFound");
    return download(await openAttachment(input.data));
  });
}
