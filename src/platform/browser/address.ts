/** A member of the page's address, so that a view can be sent to someone and reloaded. */
export function addressMember(name: string): string | undefined {
  return new URLSearchParams(location.search).get(name) ?? undefined;
}

/** Sets or, without a value, removes a member, without a new entry in the history. */
export function setAddressMember(name: string, value: string | undefined): void {
  const members = new URLSearchParams(location.search);
  if (value === undefined) members.delete(name);
  else members.set(name, value);
  const text = members.toString();
  history.replaceState(null, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
}

/** The members behind the # of the address, which no browser sends to a server. */
export function fragmentMembers(): ReadonlyMap<string, string> {
  return new Map(new URLSearchParams(location.hash.slice(1)));
}

/** Replaces them where they differ; `entered`: with a new entry in the history, to come back from. */
export function setFragmentMembers(members: Readonly<Record<string, string>>, entered: boolean): void {
  const text = new URLSearchParams(members).toString();
  if (text === location.hash.slice(1)) return;
  const address = `${location.pathname}${location.search}${text ? `#${text}` : ""}`;
  if (entered) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** Calls back when the user goes back or forth in the history, or writes another fragment. */
export function onAddressGone(changed: () => void): void {
  addEventListener("popstate", changed);
}
