export const words = {
  zh: {
    notSent: '填写的内容还没有提交',
    notSentHint: '现在关闭，填写的内容不保留。',
    throwAway: '不保留，关闭',
    goOn: '继续填写',
  },
  en: {
    notSent: 'What you entered has not been submitted',
    notSentHint: 'If you close now, it is not kept.',
    throwAway: 'Close without keeping it',
    goOn: 'Go on',
  },
};
