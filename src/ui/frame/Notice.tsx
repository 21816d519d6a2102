import { Button } from "antd";

interface Props {
  readonly tone: "quiet" | "wrong";
  readonly text: string;
  readonly mend?: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** One line about the state of what is below it, and what to do. */
export function Notice({ tone, text, mend, action }: Props) {
  return (
    <div className={`notice notice-${tone}`} role={tone === "wrong" ? "alert" : "status"}>
      <span>
        {text}
        {mend && <span className="remark"> {mend}</span>}
      </span>
      {action && (
        <Button size="small" type={tone === "wrong" ? "primary" : "default"} onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
