export const words = {
  zh: {
    purpose: '哪里不好用、缺什么、哪条规则读不通，写在这里',
    words: '请写明遇到的情况和建议',
    about: '关于页面：{{page}}',
    give: '提交',
    noSecrets: '请勿填写举报人信息和涉密内容。',
    thanks: '已收到，县推长办和系统管理员会看到。',
    whoReads: '意见建议由县推长办和系统管理员查看。',
    given: '收到的意见建议',
    none: '还没有意见建议。',
  },
  en: {
    purpose: 'What is awkward, what is missing, which rule cannot be understood',
    words: 'What happened, and what you suggest',
    about: 'About the page: {{page}}',
    give: 'Send',
    noSecrets: 'Name no informants and write nothing classified.',
    thanks: 'Received. The push office and the administrators will read it.',
    whoReads: 'The push office and the administrators read what is written here.',
    given: 'What was written',
    none: 'Nobody has written yet.',
  },
};
