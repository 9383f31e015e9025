/** What the page of imports says of what may stand in a list and how it is read. */
export const guide = {
  zh: {
    guide: '清单里写什么、怎么识别',
    'guide.head': '标题行、“截至某月某日”、两行表头、合并单元格、合计行都不用删；一张表里有几个工作表的，可以选。',
    'guide.columns':
      '至少要有“问题”一列。能认出的列还有：序号、编号、来源、类别、领域、乡镇、地点、责任单位、责任人、牵头单位、整改目标、整改措施、整改时限等；列的顺序不限。认不出而有内容的列按“列名：值”并入备注，可以改。',
    'guide.units': '单位可写全称、简称或旧称，一格可写几个；对不上的会列出来请您选。',
    'guide.deadlines':
      '时限可写“2026年12月底前”“立行立改”“长期坚持”等；没写年份或写法有歧义的会请您确认，原文一直保留。',
    'guide.again': '改好的表可以再次上传：已导入且没有变化的行自动跳过，不会重复登记。',
    'guide.must': '须有的内容：{{columns}}。全表相同的，可以没有这一列，导入时选一次。',
    'guide.help': '{{column}}：{{help}}',
    'guide.may': '还能认出：{{columns}}；列的顺序不限，中英文名称和旧名称都认。',
  },
  en: {
    guide: 'What a list contains and how it is understood',
    'guide.head':
      'Titles, “as of …”, heads of two rows, merged cells and totals may stay; where there are several sheets, you choose.',
    'guide.columns':
      'A column with the problem is needed. Also understood: serial, number, origin, category, field, township, place, units, persons, goal, measures, deadline and more, in any order. Other columns that hold something go into the remarks under their heads, unless you leave them out.',
    'guide.units':
      'Units by full, short or old name, several in one cell; you are asked about those that are not known.',
    'guide.deadlines':
      'Deadlines in words, “at once” or “for the long term”; you are asked where the year is missing or the words are doubtful. What was written is kept.',
    'guide.again':
      'A corrected workbook may be uploaded again: rows already in and unchanged are left out, nothing is doubled.',
    'guide.must': 'Needed: {{columns}}. What is the same for all rows needs no column; it is chosen once.',
    'guide.help': '{{column}}: {{help}}',
    'guide.may': 'Also understood: {{columns}}, in any order, by names in both languages and by former ones.',
  },
};
