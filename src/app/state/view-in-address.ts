import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import {
  addressMember,
  fragmentMembers,
  onAddressGone,
  setAddressMember,
  setFragmentMembers,
} from "../../platform/browser/address.ts";
import { SHADES } from "../../ui/frame/Legend.tsx";
import { TIERS } from "../../ui/tables/facts.ts";
import { ROWS, rowChosen, type Session, TABS, useSession } from "./session.ts";

type View = Partial<Pick<Session, "tab" | "tier" | "subject" | "shade" | "selection">>;

/**
 * The view that the address names: list, level, subject, shading, and what is chosen. No place of the map is part of
 * it. What it names that nobody knows is left out.
 */
export function viewInAddress(): View {
  const members = fragmentMembers();
  const one = <Value extends string>(name: string, known: readonly Value[]): Value | undefined =>
    known.find((value) => value === members.get(name));
  const [tab, tier] = [one("tab", TABS), one("tier", TIERS)];
  const [subject, shade] = [one("subject", CARE_SUBJECTS), one("shade", SHADES)];
  const kind = ROWS.find((row) => members.has(row));
  return {
    ...(tab && { tab }),
    ...(tier && { tier }),
    ...(subject && { subject }),
    ...(shade && { shade }),
    ...(kind && { selection: { kind, id: members.get(kind) ?? "" } }),
  };
}

/**
 * From now on the address follows the view, and the view the address: what is chosen is an entry of the history, so that
 * one comes back from a zone to its 街道. Entries of another city are not gone back to: what was done there is not kept.
 */
export function keepViewInAddress(): void {
  let city = addressMember("city");
  let following = false;
  const write = ({ tab, tier, subject, shade, selection }: Session, entered: boolean) => {
    const chosen = rowChosen(selection);
    setFragmentMembers(
      {
        ...{ tab, tier, subject },
        ...(shade && { shade }),
        ...(chosen && { [chosen.kind]: chosen.id }),
      },
      entered && !following && city === addressMember("city"),
    );
    city = addressMember("city");
  };
  onAddressGone(() => {
    if (addressMember("city") !== city) {
      setAddressMember("city", city);
      write(useSession.getState(), false);
      return;
    }
    const { tab, tier, subject, shade } = useSession.getInitialState();
    following = true;
    useSession.setState({ ...{ tab, tier, subject, shade, selection: undefined }, ...viewInAddress() });
    following = false;
  });
  useSession.subscribe((now, before) => {
    const same = (["tab", "tier", "subject", "shade", "selection"] as const).every(
      (name) => now[name] === before[name],
    );
    const [chosen, was] = [rowChosen(now.selection), rowChosen(before.selection)];
    if (!same) write(now, chosen?.kind !== was?.kind || chosen?.id !== was?.id);
  });
}
