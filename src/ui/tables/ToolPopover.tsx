import { Button, Popover } from "antd";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";

interface Props {
  /** What the button and what it opens are called, the second with a heading of its own where it says more. */
  readonly label: string;
  readonly title?: string;
  readonly icon: ReactNode;
  /** The label stands beside the icon. */
  readonly named?: boolean;
  /** Stands beside the icon and draws the eye. */
  readonly mark?: ReactNode;
  readonly placement?: "bottom" | "rightTop";
  readonly onOpen?: () => void;
  /** What it opens; given a way to close it, where something on the page is to be done next. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/**
 * A button that opens a few controls over the page. They are worked with the keyboard as if they stood behind the
 * button: opening moves into them, Escape and the way out at either end lead back to the button and close them.
 */
export function ToolPopover(props: Props) {
  const { label, title = label, icon, named, mark, placement = "bottom", onOpen, children } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  const show = (to: boolean) => {
    setOpen(to);
    if (to) onOpen?.();
    else if (panel.current?.contains(document.activeElement)) button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") show(false);
    if (event.key !== "Tab") return;
    const controls = controlsIn(panel.current);
    if (event.target !== (event.shiftKey ? controls[0] : controls.at(-1))) return;
    // Back to the button itself; on from it to what follows, as the browser then does.
    if (event.shiftKey) event.preventDefault();
    show(false);
  };

  return (
    <Popover
      trigger="click"
      placement={placement}
      title={title}
      open={open}
      onOpenChange={show}
      afterOpenChange={(opened) => {
        // Somebody may already be at work in it, while it was still sliding in.
        if (opened && !panel.current?.contains(document.activeElement)) controlsIn(panel.current)[0]?.focus();
      }}
      content={
        <div ref={panel} className="filters" role="dialog" aria-label={title} onKeyDown={onKeyDown}>
          {typeof children === "function" ? children(() => show(false)) : children}
        </div>
      }
    >
      <Button
        ref={button}
        icon={icon}
        type={mark ? "primary" : "default"}
        ghost={Boolean(mark)}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={label}
      >
        {mark ?? (named && label)}
      </Button>
    </Popover>
  );
}

/** What can be reached with the keyboard, in its order. */
function controlsIn(panel: HTMLElement | null): readonly HTMLElement[] {
  return [...(panel?.querySelectorAll<HTMLElement>("input, button") ?? [])].filter((control) =>
    control.matches(":enabled:not([tabindex='-1'])"),
  );
}
