import { ConfigProvider, App as Kit } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useCallback, useEffect } from "react";
import { cssProperties } from "../ui/look/palette.ts";
import { FONTS, kitTheme } from "../ui/look/theme.ts";
import { useWords } from "../ui/words.ts";
import { Boundary } from "./parts/Boundary.tsx";
import { DropTarget } from "./parts/DropTarget.tsx";
import { Page } from "./parts/Page.tsx";
import { usePalette, useStill } from "./state/screen.ts";
import "./app.css";

/** The page in its language, colours and pace. */
export function App() {
  const { language, t } = useWords();
  const palette = usePalette();
  const still = useStill();

  const dress = useCallback(() => {
    const { style, dataset } = document.documentElement;
    for (const [name, value] of Object.entries(cssProperties(palette))) style.setProperty(name, value);
    style.colorScheme = palette.scheme;
    style.fontFamily = FONTS[language];
    dataset.scheme = palette.scheme;
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = t("screen.product");
  }, [palette, language, t]);
  useEffect(dress, [dress]);

  return (
    <ConfigProvider
      locale={language === "zh" ? zhCN : enUS}
      theme={kitTheme(palette, language, still)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <Kit className="kit">
        <Boundary reload={t("screen.failure.reload")} text={t("screen.failure.crashed")}>
          <DropTarget>
            <Page palette={palette} />
          </DropTarget>
        </Boundary>
      </Kit>
    </ConfigProvider>
  );
}
