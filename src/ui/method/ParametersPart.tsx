import { useWords } from "../words.ts";
import type { MethodFacts } from "./method-facts.ts";
import { PARAMETER_NAMES, parameterValue } from "./parameter-values.ts";

/** Every parameter with its value and where that is from. */
export function ParametersPart({ of }: { readonly of: MethodFacts }) {
  const speech = useWords();
  const { t } = speech;
  const titleOf = (id: string) => [...of.packs, ...of.overlays].find((one) => one.id === id)?.title;
  return (
    <>
      <p>{t("method.parameters.intro")}</p>
      <table>
        <thead>
          <tr>
            {(["name", "value", "from"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`method.parameters.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PARAMETER_NAMES.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`parameters.names.${name}`)}</th>
              <td>{parameterValue(name, of.parameters, titleOf, speech)}</td>
              <td>{t(`method.parameters.from.${of.from(name)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="remark">{t("parameters.assumptions")}</p>
    </>
  );
}
