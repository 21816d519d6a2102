import { Component, type ReactNode } from "react";
import { Notice } from "../../ui/frame/Notice.tsx";

interface Props {
  readonly text: string;
  readonly reload: string;
  readonly children: ReactNode;
}

/** The last resort: our own mistake is shown as one sentence and a way on, not as a blank page. */
export class Boundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    const { text, reload, children } = this.props;
    if (!this.state.broken) return children;
    return <Notice tone="wrong" text={text} action={{ label: reload, onClick: () => location.reload() }} />;
  }
}
