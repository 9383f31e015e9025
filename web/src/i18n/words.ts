export const words = {
  zh: { comma: '、' },
  en: { comma: ', ' },
};
