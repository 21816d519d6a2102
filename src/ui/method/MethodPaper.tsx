import type { SheetBasis } from "../print/Sheet.tsx";
import { useWords } from "../words.ts";
import { MethodArticle } from "./MethodArticle.tsx";
import type { MethodFacts } from "./method-facts.ts";

/** The method on paper, headed by what the results rest on. */
export function MethodPaper({ of, basis }: { readonly of: MethodFacts; readonly basis: SheetBasis }) {
  const { t } = useWords();
  return (
    <div className="method-paper">
      <header>
        <h1>
          {t("screen.product")} · {t("method.title")}
        </h1>
        <p>{[basis.city, ...(basis.demo ? [t("screen.banner.demo")] : [])].join(" · ")}</p>
        <p>{basis.standards.join("；")}</p>
        {basis.caveats.length > 0 && <p className="caveat">{basis.caveats.join(" · ")}</p>}
        <p>{basis.small.join(" · ")}</p>
      </header>
      <MethodArticle of={of} />
    </div>
  );
}
