/** The product: one process, one port. Next, the collaboration socket, the mails that wait, and PostgreSQL when none is given. */
import { enableCompileCache } from "node:module";

// Before all else is loaded: what was compiled at one start need not be at the next.
enableCompileCache(".next/cache/compiled");
const { serve } = await import("#lib/start/serve");
await serve();
