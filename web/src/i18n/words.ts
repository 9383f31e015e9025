export const words = {
  zh: { comma: '、', between: '、' },
  en: { comma: ', ', between: '; ' },
};
