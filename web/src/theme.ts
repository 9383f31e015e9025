import type { ThemeConfig } from 'antd';

/** Colours with one meaning each; contrast with white is at least 4.5. Red is for overdue and for nothing else. */
export const colour = {
  ground: '#f6f8fa',
  line: '#e3e8ee',
  river: '#1f5f8b',
  bank: '#2f7d5b',
  near: '#2558c5',
  warning: '#8f5a0c',
  overdue: '#b83225',
  ink: '#1c2733',
  quiet: '#566575',
} as const;

const DEEP = '#174a6e';
const FONT = "'Noto Sans SC Variable', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";

/** The theme in the colours of this installation; the program's own where none was chosen. */
export function themeIn({
  main,
  second,
}: {
  readonly main: string | null;
  readonly second: string | null;
}): ThemeConfig {
  const [river, bank] = [main ?? colour.river, second ?? colour.bank];
  const token = { ...theme.token, colorPrimary: river, colorLink: river, colorInfo: river, colorSuccess: bank };
  return { ...theme, token };
}

/** A calm, dense desk: 14 px text, 13 px tables, rows of 36 px. Nothing moves: a list on its way out would still take the next Esc for itself. */
const theme: ThemeConfig = {
  token: {
    colorPrimary: colour.river,
    colorLink: colour.river,
    // pointed at, words are still read: the library would lighten them
    colorLinkHover: DEEP,
    colorPrimaryHover: DEEP,
    colorSuccess: colour.bank,
    colorWarning: colour.warning,
    colorWarningBg: '#fdf4e0',
    colorWarningBorder: '#ecd9ab',
    // a field that is filled in wrongly is no overdue problem
    colorError: colour.warning,
    colorInfo: colour.river,
    colorInfoBg: '#f3f8fb',
    colorInfoBorder: '#cfdfea',
    colorText: colour.ink,
    colorTextSecondary: colour.quiet,
    colorTextTertiary: colour.quiet,
    colorTextDescription: colour.quiet,
    colorTextPlaceholder: '#697786',
    colorBorderSecondary: colour.line,
    colorBgLayout: colour.ground,
    borderRadius: 4,
    fontSize: 14,
    fontFamily: FONT,
    motion: false,
    controlHeight: 32,
  },
  components: {
    Table: {
      cellFontSize: 13,
      cellFontSizeSM: 13,
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 10,
      headerBg: '#eef2f6',
      headerColor: colour.ink,
      rowHoverBg: '#f2f7fb',
      rowSelectedBg: '#e8f0f6',
      rowSelectedHoverBg: '#dde9f2',
    },
    Layout: { headerBg: '#ffffff', headerHeight: 48, siderBg: '#ffffff', bodyBg: colour.ground },
    Menu: { itemHeight: 36, itemSelectedBg: '#e8f0f6', itemSelectedColor: colour.river, itemBorderRadius: 4 },
    Form: { labelRequiredMarkColor: colour.river, itemMarginBottom: 22 },
    Tabs: { titleFontSize: 14 },
  },
};
