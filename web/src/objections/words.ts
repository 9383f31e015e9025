export const words = {
  zh: {
    becameOf: '处理结果',
    open: '待处理',
  },
  en: {
    becameOf: 'What became of it',
    open: 'not settled yet',
  },
};
