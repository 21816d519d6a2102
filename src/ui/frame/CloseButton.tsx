import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";

interface Props {
  /** What it puts away. */
  readonly label: string;
  readonly small?: boolean;
  readonly onClick: () => void;
}

/** A cross without words: its label is heard, and shown to who points at it. */
export function CloseButton({ label, small = false, onClick }: Props) {
  return (
    <Button
      size={small ? "small" : "middle"}
      type="text"
      icon={<CloseOutlined />}
      aria-label={label}
      title={label}
      onClick={onClick}
    />
  );
}
