export const words = {
  zh: {
    open: '待定：{{text}}。方案（{{clauses}}）没有写明，等待裁定。',
    askedOn: '{{day}} 提出',
    awaitsRuling: '等待裁定，裁定前不作默认处理。',
    ruled: '裁定：{{title}}',
    used: '沿用本版方案内的裁定',
    'scope.dossier': '只用于本件',
    'scope.edition': '本版方案内同样情形一并适用',
  },
  en: {
    open: 'Open question: {{text}}. The plan ({{clauses}}) does not say; a ruling is awaited.',
    askedOn: 'asked {{day}}',
    awaitsRuling: 'Awaits a ruling; nothing is assumed before.',
    ruled: 'Ruled: {{title}}',
    used: 'by the ruling made for this edition',
    'scope.dossier': 'for this dossier only',
    'scope.edition': 'for every such case under this edition',
  },
};
