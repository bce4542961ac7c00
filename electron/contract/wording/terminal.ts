/** What the command line says. Kept apart from the window's wording, which the renderer carries. */
import type { Language } from '../entities'
import type { ErrorCode } from '../errors'

type ErrorSentences = Partial<Record<ErrorCode, string>>

const zh = {
  usage: `问据：用自己的话提问，得到带出处的原文句子。全部在本机完成，不联网。

用法：wenju <命令> [选项]

  add 路径…        把 Markdown 或纯文本文件（或整个文件夹）加入书架
  list             列出书架里的文章
  remove 编号…     移除文章，编号可以只写开头四位以上（下次打开书架前可以用窗口撤销）
  ask 问题         提问，得到原文句子和出处（--top N：列出 N 个相关段落）
  ask --stdin      一行一个问题，一行一个回答（配合 --json）
  search 词语      只查找段落，不作回答
  status           书架、模型和索引的状况
  serve            在本机打开窗口的网页（--port N；--no-open：只给出链接，不打开浏览器）
  eval             用评测集测量（--dataset 文件夹 [--queries 文件] [--limit N] [--cache 文件夹]）
  eval --own       用您在窗口“评测”里标好的问题测量

选项：
  --library 文件夹  书架所在的文件夹（否则用 WENJU_LIBRARY，再否则用您的数据文件夹）
  --empty          新书架不带自带的文章
  --explain        提问和查找时，说明每一段为什么排在那里
  --no-wait        不等待尚未读入的段落
  --json           输出 JSON
  --help --version`,
  needs: '“{command}”还缺少：{what}。运行 wenju --help 查看用法。',
  unknownCommand: '没有“{command}”这个命令。运行 wenju --help 查看用法。',
  arguments: {
    path: '路径',
    id: '编号',
    question: '问题',
    query: '词语',
    dataset: '--dataset 文件夹，或 --own',
  },
  badOption: '选项不对：{reason}。运行 wenju --help 查看用法。',
  optionProblems: {
    unknown: '没有 {option} 这个选项',
    'value-missing': '{option} 后面要写它的值（以 - 开头的值写成 {option}=值）',
    'value-unwanted': '{option} 后面不能写值',
    'out-of-range': '{option} 要写 {from} 到 {to} 之间的整数，不能是“{value}”',
    other: '{option}',
  },
  lineProblems: {
    json: '这一行以 { 开头，却不是完整的 JSON',
    fields: '这一行的 JSON 要写成 {"id":"…","text":"…"}，其中 text 是问题',
  },
  outcomes: { added: '已加入', unchanged: '已有，没有变化', updated: '已更新', removed: '已移除' },
  states: {
    ready: '可以查找',
    embedding: '正在读入',
    waiting: '等待模型',
    unreadable: '文件读不出来',
    removed: '已移除',
  },
  kinds: { found: '有依据', related: '可能相关', none: '书架里没有' },
  kindMeanings: {
    found: '下面是书架里的原文，请以出处的全文为准。',
    related: '没有找到能直接回答的句子，下面的段落可能有用。',
    none: '书架里没有找到能回答的内容。',
  },
  closest: '最接近的主题：',
  head: '【{kind}】{meaning}',
  source: '（{source}）',
  hits: '相关段落：',
  noHits: '没有找到相关的段落。',
  noOwnQuestions:
    '这个书架还没有标好的问题。请在窗口的“评测”里（wenju serve）挑几个问题，标出对的段落。',
  evaluating: '正在答第 {done}/{total} 题',
  reading: '正在读入 {done}/{total} 段{more}{rate}{left}：{title}',
  readingMore: '，后面还有 {count} 篇',
  readingRate: '，每秒 {count} 段',
  timeLeft: {
    seconds: '，约还需 {count} 秒',
    minutes: '，约还需 {count} 分钟',
    hours: '，约还需 {count} 小时',
  },
  readOnly: '书架正被另一个程序使用，这里只能查找，不能修改。',
  pendingNote: '还有 {pending} 段没有读入，只能按词查找这些段落。',
  wordsOnly: '模型不可用，只按词查找。',
  emptyLibrary: '书架是空的。用 wenju add 加入文章。',
  noFiles: '{path}：没有可以加入的文件。能加入的是 {readable}。',
  leftOut: '{path}：略过 {count} 个不能读的文件（{kinds}）。能加入的是 {readable}。',
  leftOutKind: '{ending} {count} 个',
  noEnding: '无后缀',
  separator: '，',
  readable: 'Markdown（.md、.markdown、.mdown）和纯文本（.txt、.text）',
  addedUp: '新加入 {added} 篇，更新 {updated} 篇，没有变化 {unchanged} 篇，没有加入 {refused} 个。',
  interrupted: '已中断。已经加入的文章都在书架里，下次打开书架时接着读入。',
  ambiguous: '编号开头“{id}”对得上 {count} 篇：{matches}',
  match: '{id}（{title}）',
  listRow: '{id}  {title}（{passages} 段，{state}）',
  status: {
    library: '书架    {folder}（{articles} 篇，{passages} 段，{characters} 字）',
    readOnly: '        正被另一个程序使用，只能查找',
    model: '模型    {id}：{state}',
    modelStates: { loading: '正在加载', ready: '可用', failed: '不可用' },
    finder: '词句    找出答案所在的词句：{state}',
    finderStates: { loading: '正在加载', ready: '可用', failed: '不可用', off: '已在设置里关闭' },
    finderFailed:
      '这次没法找出答案所在的词句。提问和查找照常，只是回答可能不那么准。请重新安装问据。',
    hnsw: '索引    HNSW（{embedded} 段，待读入 {pending} 段）',
    exact: '索引    逐一比较（{embedded} 段，待读入 {pending} 段），因为 HNSW 不可用：{reason}',
    repair: '修复    {what}：{detail}',
    version: '版本    {version}',
    repairs: {
      'vectors-cut': '向量文件末尾不完整，已截去',
      'vectors-reset': '向量文件不能用，已重新开始',
      'list-rebuilt': '文章列表损坏，已从文章文件重建',
      'article-unreadable': '文章文件读不出',
      'history-reset': '提问记录读不出，已从空白重新开始',
      'own-questions-reset': '评测用的问题读不出，已从空白重新开始',
      'lock-taken': '上次没有正常关闭的程序留下的锁，已接管',
    },
  },
  serving: '问据已在本机打开：{url}',
  servingHint: '只有这台电脑能打开这个链接。按 Ctrl+C 结束。',
  notOpened: '浏览器没有自己打开，请把上面的链接复制到浏览器里。',
  portTaken: '端口 {wished} 正被占用，改用 {port}。',
  portKept: '端口 {wished} 由系统保留或正被占用，改用 {port}。',
  /** In the place of the window's sentences, where those advise what only a window has. */
  errors: {
    EMPTY_QUESTION: '还没有写问题。请把它写在命令后面，如：wenju ask "逾期记录会保留多久？"',
    ARTICLE_NOT_FOUND:
      '书架里没有编号“{id}”对应的文章。编号可以用 wenju list 查看，至少写开头四位。',
  } satisfies ErrorSentences,
}

export type TerminalWording = typeof zh

const en: TerminalWording = {
  usage: `Wenju: ask in your own words, get the sentences that answer, each with its source.
Everything happens on this computer; nothing is sent anywhere.

Usage: wenju <command> [options]

  add PATH…        add Markdown or plain text files (or whole folders) to the library
  list             list the library's articles
  remove ID…       remove articles, by the id or four or more of its first characters
                   (the window can undo it until the library is next opened)
  ask QUESTION     get sentences with their sources (--top N: so many passages below)
  ask --stdin      one question a line in, one answer a line out (with --json)
  search QUERY     find passages only
  status           the state of library, model and index
  serve            open the window's page on this computer (--port N; --no-open: print the
                   link and do not open the browser)
  eval             measure on a set (--dataset DIR [--queries FILE] [--limit N] [--cache DIR])
  eval --own       measure on the questions you marked under Evaluate in the window

Options:
  --library DIR    the library's folder (else WENJU_LIBRARY, else your data folder)
  --empty          a new library starts without the articles that come with Wenju
  --explain        with ask and search: say of every passage why it stands there
  --no-wait        do not wait for what has still to be read in
  --json           print JSON
  --help --version`,
  needs: '“{command}” lacks: {what}. See wenju --help.',
  unknownCommand: 'There is no command “{command}”. See wenju --help.',
  arguments: {
    path: 'PATH',
    id: 'ID',
    question: 'QUESTION',
    query: 'QUERY',
    dataset: '--dataset DIR, or --own',
  },
  badOption: 'An option is not right: {reason}. See wenju --help.',
  optionProblems: {
    unknown: 'there is no {option}',
    'value-missing': '{option} lacks its value (one that begins with - is written {option}=VALUE)',
    'value-unwanted': '{option} takes no value',
    'out-of-range': '{option} takes a whole number from {from} to {to}, not “{value}”',
    other: '{option}',
  },
  lineProblems: {
    json: 'this line begins with { and is not valid JSON',
    fields: 'the JSON of this line should be {"id":"…","text":"…"}, text being the question',
  },
  outcomes: {
    added: 'added',
    unchanged: 'there already, unchanged',
    updated: 'updated',
    removed: 'removed',
  },
  states: {
    ready: 'can be found',
    embedding: 'being read in',
    waiting: 'waits for the model',
    unreadable: 'its file cannot be read',
    removed: 'removed',
  },
  kinds: { found: 'Found', related: 'Possibly related', none: 'Not in this library' },
  kindMeanings: {
    found: 'These sentences stand in your library word for word; the whole source decides.',
    related: 'No sentence answers directly; these passages may help.',
    none: 'Nothing in the library answers this.',
  },
  closest: 'The closest topics:',
  head: '[{kind}] {meaning}',
  source: '({source})',
  hits: 'Related passages:',
  noHits: 'No related passage was found.',
  noOwnQuestions:
    'This library has no marked questions yet. Open the window (wenju serve), go to Evaluate, and mark the right passages of a few questions.',
  evaluating: 'Answering question {done}/{total}',
  reading: 'Reading in {done}/{total} passages{more}{rate}{left}: {title}',
  readingMore: ', articles after it: {count}',
  readingRate: ', {count} passages/s',
  timeLeft: {
    seconds: ', about {count} s left',
    minutes: ', about {count} min left',
    hours: ', about {count} h left',
  },
  readOnly: 'The library is in use by another program: here it can be searched, not changed.',
  pendingNote: '{pending} passages are not read in yet and can be found by their words only.',
  wordsOnly: 'The model is not available: searching by words only.',
  emptyLibrary: 'The library is empty. Add articles with wenju add.',
  noFiles: '{path}: no file that can be added. What can be added: {readable}.',
  leftOut: '{path}: files left out: {count} ({kinds}). What can be added: {readable}.',
  leftOutKind: '{ending}: {count}',
  noEnding: 'no ending',
  separator: ', ',
  readable: 'Markdown (.md, .markdown, .mdown) and plain text (.txt, .text)',
  addedUp: '{added} added, {updated} updated, {unchanged} unchanged, {refused} refused.',
  interrupted:
    'Interrupted. What has been added stays in the library and is read in further when it is next opened.',
  ambiguous: '{count} ids begin with “{id}”: {matches}',
  match: '{id} ({title})',
  listRow: '{id}  {title} ({passages} passages, {state})',
  status: {
    library:
      'Library  {folder} ({articles} articles, {passages} passages, {characters} characters)',
    readOnly: '         in use by another program: search only',
    model: 'Model    {id}: {state}',
    modelStates: { loading: 'loading', ready: 'ready', failed: 'not available' },
    finder: 'Words    finding the words that answer: {state}',
    finderStates: {
      loading: 'loading',
      ready: 'ready',
      failed: 'not available',
      off: 'switched off in the settings',
    },
    finderFailed:
      'Finding the words that answer does not work this time. Asking and searching work, though answers may be less exact. Please install Wenju again.',
    hnsw: 'Index    HNSW ({embedded} passages, {pending} to be read in)',
    exact:
      'Index    exact search ({embedded} passages, {pending} to be read in), as HNSW is not available: {reason}',
    repair: 'Repair   {what}: {detail}',
    version: 'Version  {version}',
    repairs: {
      'vectors-cut': 'the vector file ended in the middle of a record and was cut',
      'vectors-reset': 'the vector file could not be used and was begun anew',
      'list-rebuilt': 'the article list was damaged and rebuilt from the articles',
      'article-unreadable': 'an article file cannot be read',
      'history-reset': 'the record of questions cannot be read and begins anew',
      'own-questions-reset': 'the questions marked for eval cannot be read and begin anew',
      'lock-taken': 'a lock left by a program that did not close was taken over',
    },
  },
  serving: 'Wenju is open on this computer: {url}',
  servingHint: 'Only this computer can open the link. Press Ctrl+C to end.',
  notOpened: 'The browser did not open by itself: copy the link above into it.',
  portTaken: 'Port {wished} is in use, taking {port}.',
  portKept: 'Port {wished} is reserved by the system or in use, taking {port}.',
  errors: {
    EMPTY_QUESTION:
      'There is no question yet. Write it after the command: wenju ask "How long does a record stay?"',
    ARTICLE_NOT_FOUND:
      'No article of the library has the id “{id}”. wenju list shows the ids; at least four characters are needed.',
  },
}

const tables: Record<Language, TerminalWording> = { zh, en }

export function terminalWordingFor(language: Language): TerminalWording {
  return tables[language]
}
