import { type ThemeConfig, theme } from "antd";
import type { Language } from "../../i18n/catalogue.ts";
import type { Palette } from "./palette.ts";

/** Fonts of the machine that Chinese is written in. */
export const CHINESE_FONTS =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

/** A Chinese font would set the quotation marks of English as wide as its characters. */
export const FONTS: Readonly<Record<Language, string>> = {
  zh: CHINESE_FONTS,
  en: `"Segoe UI", "Helvetica Neue", Arial, ${CHINESE_FONTS}`,
};

/** The component kit in the product's own colours, sizes and pace. */
export function kitTheme(palette: Palette, language: Language, still: boolean): ThemeConfig {
  return {
    algorithm: palette.scheme === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONTS[language],
      fontSize: 13,
      borderRadius: 6,
      controlHeight: 32,
      sizeUnit: 4,
      fontWeightStrong: 600,
      motion: !still,
      motionDurationFast: "0.12s",
      motionDurationMid: "0.15s",
      motionDurationSlow: "0.18s",
      wireframe: false,
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      colorError: palette.verdicts.fail.fill,
      colorTextLightSolid: palette.accentInk,
      colorBgBase: palette.panel,
      colorBgContainer: palette.panel,
      colorBgElevated: palette.raised,
      colorBgLayout: palette.ground,
      colorTextBase: palette.ink,
      colorText: palette.ink,
      colorTextSecondary: palette.quiet,
      colorTextTertiary: palette.quiet,
      colorTextQuaternary: palette.quiet,
      colorTextPlaceholder: palette.quiet,
      colorTextDescription: palette.quiet,
      colorTextDisabled: palette.quiet,
      colorIcon: palette.quiet,
      colorBorder: palette.control,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      boxShadow: SHADOW,
      boxShadowSecondary: SHADOW,
    },
    components: {
      // The kit's own lighter accent is too pale for words.
      Button: {
        colorPrimaryHover: palette.accentHover,
        colorErrorHover: palette.verdicts.fail.edge,
        colorErrorBorderHover: palette.verdicts.fail.edge,
        defaultHoverColor: palette.accent,
        defaultHoverBorderColor: palette.accent,
      },
      Table: {
        headerBg: palette.panel,
        headerColor: palette.quiet,
        headerSplitColor: "transparent",
        rowHoverBg: palette.accentWash,
        cellPaddingBlockSM: 5,
        cellPaddingInlineSM: 8,
        cellFontSizeSM: 13,
      },
      Tabs: { horizontalItemPadding: "10px 0", horizontalItemGutter: 20, titleFontSize: 14 },
      Segmented: { trackBg: palette.ground, itemColor: palette.quiet, itemSelectedBg: palette.raised },
      Select: { optionSelectedBg: palette.accentWash },
    },
  };
}

/** The one shadow level. */
export const SHADOW = "0 2px 12px rgba(16, 20, 24, 0.14)";
