/**
 * The Chinese wording, and by its shape the list of every sentence there is: the English table
 * has the same keys or does not compile. `{name}` is filled from details.
 */
import type { ErrorCode } from '../errors'

const errors: Record<ErrorCode, string> = {
  EMPTY_QUESTION: '还没有写问题。请写下您想知道的事，再按回车。',
  QUESTION_TOO_LONG: '这段话有 {length} 个字符，最多 {limit} 个。请只留下最想问的部分，再问一次。',
  INVALID_TEXT: '这段话里有损坏的字符，无法查找。请删掉显示成方块或问号的字，再试一次。',
  INVALID_REQUEST: '这个请求的内容不对：{reason}。请检查后再试。',
  UNKNOWN_OPERATION: '没有“{operation}”这个操作。窗口和程序的版本可能不同，请重新打开窗口。',
  ARTICLE_NOT_FOUND: '书架里没有这篇文章（{id}），它可能已经被移除。请回到书架看看。',
  FILE_NOT_FOUND: '找不到文件 {path}。请检查路径和文件名。',
  FILE_UNREADABLE: '文件 {path} 打不开：{reason}。请检查它的读取权限。',
  FILE_TOO_LARGE: '文件 {name} 太大（{bytes} 字节，上限 {limit} 字节）。请分成几个文件再加入。',
  EMPTY_FILE: '文件 {name} 里没有文字，没有加入。',
  NOT_TEXT: '文件 {name} 不是文字文件，没有加入。请选择 Markdown（.md）或纯文本（.txt）文件。',
  UNKNOWN_ENCODING:
    '认不出文件 {name} 的文字编码，没有加入，以免显示成乱码。请用记事本把它另存为 UTF-8，再加入。',
  UNSUPPORTED_FORMAT: '暂时不能读取 {format} 文件（{name}）。请另存为 Markdown 或纯文本再加入。',
  LIBRARY_IN_USE:
    '书架 {folder} 正被另一个程序使用（进程 {pid}）。请先关闭那个程序，再做修改；查找和提问不受影响。',
  LIBRARY_UNWRITABLE: '不能写入书架文件夹 {folder}：{reason}。请换一个文件夹，或修改它的写入权限。',
  LIBRARY_DAMAGED:
    '书架文件 {file} 已损坏：{reason}。其他文章不受影响；请从备份恢复它，或重新加入原文件。',
  LIBRARY_TOO_NEW:
    '这个书架是用更新版本的问据建立的（格式 {found}，本程序支持到 {supported}）。请更新程序后再打开。',
  DISK_FULL: '磁盘已满，{folder} 写不下了。已有的内容没有丢失；请腾出空间后再试。',
  MODEL_DAMAGED:
    '模型文件 {file} 缺失或已损坏，按意思查找不可用。请重新安装问据，或从安装包中恢复这个文件；书架内容没有受影响。',
  DATASET_INVALID: '评测集 {file} 第 {line} 行读不懂：{reason}。请按说明的格式修改。',
  ENGINE_STOPPED: '查找程序意外停止，正在重新启动。书架内容没有丢失，请稍后再试一次。',
  ENGINE_GIVEN_UP: '查找程序停了，没能重新启动。请关闭问据再打开。书架内容没有丢失。',
  UNAUTHORIZED: '这个页面的通行证已失效。请用启动时显示的链接重新打开。',
  INTERNAL: '程序内部出错：{reason}。书架内容没有受影响；请重试，若反复出现请报告此问题。',
}

const app = {
  name: '问据',
  skip: '跳到正文',
  stopped: errors.ENGINE_GIVEN_UP,
  lost: '和问据的连接断了，正在重新连接……',
  gone: '问据已经关闭。请重新启动，并用新的链接打开。',
  restarted: '查找程序刚刚重新启动过，书架没有受影响，可以继续提问。',
  dismiss: '知道了',
  drop: '松开，就把文件加入书架',
}

const nav = { label: '主要页面', ask: '提问', library: '书架' }

const ask = {
  label: '您的问题',
  placeholder: '用自己的话问就行',
  send: '提问',
  hint: '回车提问，Shift + 回车换行',
  examplesTitle: '可以这样问',
  examples: [
    '欠了两千块没还，会有人上门吗？',
    '还清以后，逾期记录会保留多久？',
    '没有签字，家人要替我还钱吗？',
  ],
  holds: '书架里有 {articles} 篇文章，共 {passages} 段。',
  local: '问题和文章只留在这台电脑上，不会发到任何地方。',
  empty: '书架还是空的，现在提问不会有结果。',
  emptyHow: '请先加入文章：把 Markdown 或纯文本文件拖进这个窗口，或者从书架里选择文件。',
  toLibrary: '去书架加入文章',
  waiting: '正在书架里查找……',
}

const answer = {
  label: '回答',
  kinds: {
    found: { word: '有依据', meaning: '下面每一句都原样出自书架里的文章。' },
    related: {
      word: '可能相关',
      meaning: '没有找到能直接回答的句子，下面这些段落也许有用，请自己判断。',
    },
    none: { word: '书架里没有', meaning: '没有找到谈到这件事的文章。' },
  },
  unfinished: {
    word: '还没有读完',
    meaning: '还有 {count} 段，现在还不能说没有。读完以后会自动再查一次。',
  },
  emptyShelf: '书架是空的',
  earlier: '下面还是上一个问题的回答：{question}',
  arrivedFound: '有依据，共 {count} 句',
  arrivedRelated: '可能相关，共 {count} 段',
  arrivedNone: '书架里没有',
  also: '还需要知道',
  lookedFor: '查找的是：{question}',
  otherPassages: '其他段落（{count}）',
  passages: '相关段落（{count}）',
  showAll: '显示全部 {count} 段',
  topics: '书架里最接近的内容',
  addHow: '如果手边有谈到这件事的文章，加入书架后再问一次就能查到。',
  wordsOnly: '按意思查找这次没有用上，只按字词查找，可能漏掉换了说法的内容。',
  again: '现在可以按意思查找了，再查一次',
  pending: '还有 {count} 段没有读入完，这次可能漏掉其中的内容。',
  verified: '原文',
  verifiedMeaning: '刚刚核对过：这些字就在这篇文章的这个位置，一字不差。',
  changed: '文章已经改动，请再问一次。',
  open: '打开出处 {number}：{place}',
  place: '{path} ¶{number}',
}

const copying = {
  answer: '复制（带出处）',
  citation: '复制引用',
  done: '已复制',
  refused: '没能写入剪贴板。请选中文字，再按 Ctrl + C（Mac 上是 ⌘C）。',
}

const article = {
  label: '阅读',
  back: '返回',
  close: '关闭',
  loading: '正在打开文章……',
  outline: '目录',
  opening: '开头',
  find: '查找',
  findLabel: '在文章里查找',
  findNone: '没有找到',
  findCount: '{current} / {count}',
  findNext: '下一处',
  findPrevious: '上一处',
  findClose: '关闭查找',
  smaller: '缩小文字',
  larger: '放大文字',
  marks: '引用 {current} / {count}',
  nextMark: '下一处引用',
  previousMark: '上一处引用',
  source: '来源：{source}',
  added: '{date} 加入',
}

const library = {
  title: '书架',
  add: '加入文件',
  addHint: '可以一次选几个，也可以直接拖进窗口。支持 Markdown（.md）和纯文本（.txt）。',
  adding: '正在读取文件 {name}（{done} / {total}）……',
  filter: '按标题筛选',
  filterNone: '没有标题里含有“{text}”的文章。',
  empty: '书架还是空的。加入的文章会列在这里。',
  loading: '正在打开书架……',
  columns: { title: '标题', passages: '段数', language: '语言', added: '加入日期', state: '状态' },
  sortBy: '按“{column}”排序',
  states: {
    ready: '可以查找',
    embedding: '正在读入，{done} / {total} 段',
    waiting: '排队等待读入',
    removed: '已移除，下次启动时彻底清除',
  },
  remove: '移除',
  removeNamed: '移除《{title}》',
  undo: '撤销',
  undoNamed: '撤销移除《{title}》',
  showMore: '再显示 {count} 篇',
  problems: '有文章没能读入完',
  report: {
    title: '加入的结果',
    close: '收起结果',
    summary: '新加入 {added}，已更新 {updated}，没有变化 {unchanged}，没有加入 {refused}。',
    added: '新加入',
    updated: '已更新为新的内容',
    unchanged: '书架里已经有了，没有变化',
    refused: '没有加入',
  },
}

const status = {
  label: '书架状态',
  opening: '正在打开书架……',
  ready: '{passages} 段，可以查找',
  empty: '书架是空的',
  adding: '正在读取文件……',
  stopped: '查找程序停了',
  lost: '连接断了',
  gone: '问据已经关闭',
  refused: '通行证已失效',
  reading: '正在读入 {done}/{total} 段 · {title}',
  readingMore: '正在读入 {done}/{total} 段 · {title}（后面还有 {left} 篇）',
  pending: '还有 {count} 段等待读入',
  modelLoading: '正在准备按意思查找，现在先按字词查找',
  exact: '{passages} 段，可以查找（逐段比对）',
  details: '详情',
  folder: '书架文件夹',
  readOnly: '只能读取，不能修改',
  articles: '文章',
  passages: '段落',
  index: '查找方式',
  indexFast: '快速索引',
  indexExact: '逐段比对：结果一样，书架很大时会慢一些',
  reason: '原因',
  model: '按意思查找',
  modelStates: { loading: '正在准备', ready: '可以使用', failed: '不可用' },
  version: '版本',
  repairs: '上次启动时的修复',
  repairWords: {
    'vectors-cut': '查找数据的末尾不完整，已经截去，缺的部分会重新读入。',
    'vectors-reset': '查找数据不能再用，正在从文章重新生成。文章没有丢失。',
    'list-rebuilt': '文章列表损坏，已经从文章文件重新整理出来。',
    'article-unreadable': '有一篇文章的文件读不出来，请重新加入它的原文件。',
    'lock-taken': '上次没有正常关闭，已经接管书架。',
  },
}

const settings = {
  language: '语言',
  languages: { system: '语言跟随系统', zh: '中文', en: 'English' },
  theme: '明暗',
  themes: { system: '明暗跟随系统', light: '浅色', dark: '深色' },
}

const keys = {
  title: '快捷键',
  close: '关闭',
  scope: '单个字母和数字只在光标位于回答或文章里时起作用，不会影响打字。',
  question: '回到问题框',
  send: '提问',
  newLine: '换行',
  find: '在打开的文章里查找',
  copy: '没有选中文字时，复制回答或引用（带出处）',
  back: '关闭查找或文章，回到原来的位置',
  citation: '打开第几个出处',
  marks: '下一处、上一处引用',
  list: '显示这个列表',
}

export const zh = {
  basis: {
    label: '依据',
    count: '依据（{count}）',
    statute: '{statute}{articles}（{version} 文本）',
    statuteShort: '{statute}{articles}',
    statuteUndated: '{statute}{articles}（文本日期不明）',
    superseded: '这个文本已被新文本替换，数字请以新法为准',
    secondHand: '未读到原文，转引',
    lawAsOf: '法律截至 {date}',
    written: '写于 {date}',
    separator: '；',
    line: '依据：{basis}',
    withCopy: '复制时带上依据',
    sameAs: '依据同 {number}',
    again: '再试一次',
    pastReview: '这篇文章按 {date} 的法律写成，已超过两年没有复查，请先核对新规定。',
    pastReviewCited: '引用的文章里有超过两年没有复查的，请先核对新规定：{titles}',
    title: '《{title}》',
    titleSeparator: '、',
  },
  copy: { quote: '“{text}”', source: '（来源：{source}）' },
  errors,
  app,
  nav,
  ask,
  answer,
  copying,
  article,
  library,
  status,
  settings,
  keys,
}

export type Wording = typeof zh
