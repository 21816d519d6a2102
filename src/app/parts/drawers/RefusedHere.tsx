import { SiteRefusals } from "../../../ui/plans/SiteRefusals.tsx";
import { useSiteRefusals } from "../../state/site-refusals.ts";

/** Why something cannot be done at a candidate site, once that was surveyed. */
export function RefusedHere({ site }: { readonly site: string }) {
  return <SiteRefusals of={useSiteRefusals(site)} />;
}
