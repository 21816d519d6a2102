import { Segmented } from "antd";
import type { ComponentProps } from "react";

/** A few choices side by side. The row itself is no stop for the keyboard beside the choices in it. */
export function Segments<Value extends string>(props: ComponentProps<typeof Segmented<Value>>) {
  return <Segmented<Value> tabIndex={-1} {...props} />;
}
