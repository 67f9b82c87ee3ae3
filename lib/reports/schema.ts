import * as z from "zod";
import { line } from "#lib/schema/fields";

/** Which series a report is begun for. */
export const startReportSchema = z.object({ reference: line(200) });
