import { type GetRef, InputNumber, type InputNumberProps } from "antd";

/**
 * The kit's number field. Its two steps are for the mouse alone: the kit names them in English whatever the language, and
 * who works with keys has the arrow keys.
 */
export function NumberInput<Value extends number | string = number>(props: InputNumberProps<Value>) {
  return <InputNumber<Value> ref={hideSteps} {...props} />;
}

function hideSteps(field: GetRef<typeof InputNumber> | null): void {
  const steps = field?.nativeElement.querySelectorAll("[role=button]") ?? [];
  for (const step of steps) step.setAttribute("aria-hidden", "true");
}
