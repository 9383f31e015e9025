/** Words about workbooks that do not come in: discarded imports and files that were refused. */
export const words = {
  zh: {
    discard: '放弃这次导入',
    discardAsked: '放弃后，这个文件里的内容一行也不会导入；记录保留在列表里。',
    reason: '原因（可不填）',
    discardedBy: '{{name}}于{{day}}放弃了这次导入',
    because: '，原因：{{reason}}',
    refused: '没有接收的文件',
    digest: '文件摘要 {{digest}}',
  },
  en: {
    discard: 'Discard this import',
    discardAsked: 'Nothing of this file will come in any more. The import stays in the list.',
    reason: 'Reason (may be left out)',
    discardedBy: '{{name}} discarded this import on {{day}}',
    because: ', because: {{reason}}',
    refused: 'Files that were not taken in',
    digest: 'digest {{digest}}',
  },
};
