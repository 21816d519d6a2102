import * as z from "zod";

/** A certificate, as every file that holds some writes it. */
export const CERTIFICATE = z.object({
  zones: z.array(z.string()),
  facilities: z.array(z.string()),
  need: z.number(),
  capacity: z.number(),
  missing: z.number(),
  share: z.number(),
  maximal: z.boolean(),
});
