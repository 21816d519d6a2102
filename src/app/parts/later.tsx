import { type ComponentType, lazy } from "react";

/**
 * A component whose code is fetched when it is first shown, under a `Suspense`; or before, by `fetch`, and then it is
 * there with the first frame and not after all else that changes with it.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> & { readonly fetch: () => void } {
  let loaded: ComponentType<Props> | undefined;
  const loading = async () => {
    loaded = await load();
    return { default: loaded };
  };
  const Lazy = lazy(loading) as unknown as ComponentType<Props>;
  const show = (props: Props) => {
    const Shown = loaded ?? Lazy;
    return <Shown {...props} />;
  };
  return Object.assign(show, { fetch: () => void loading() });
}
